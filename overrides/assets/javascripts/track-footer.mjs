// The foot of a page: what comes next in the chosen track.

import { element } from "./code-elements.mjs";
import { loadProgress, pageShown, ROOT } from "./progress-store.mjs";
import { chosenTrack, fetchTracks, nextStep, stopText } from "./tracks.mjs";

/** @param {HTMLElement} place */
export async function fillFooter(place) {
  const progress = loadProgress();
  const track = chosenTrack(progress, await fetchTracks());
  if (!track) {
    place.replaceChildren();
    return;
  }
  const { where, lead, stop } = nextStep(track, progress, pageShown());
  const next = stop ? `${lead}: ${stopText(stop)}` : "All of it read: choose another track";
  if (place.textContent === where + next) return; // the link may have the focus
  const link = element(
    "a",
    { href: new URL(stop?.page ?? "tracks/", ROOT).href },
    element("span", { className: "track-next__where" }, where),
    element("span", { className: "track-next__page" }, next),
  );
  place.replaceChildren(element("nav", { ariaLabel: "Your track" }, link));
}
