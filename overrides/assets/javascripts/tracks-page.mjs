// The page "Tracks": buttons that follow a track or leave it, and marks on what was read.

import { unseen } from "./code-elements.mjs";
import { loadProgress, onProgress, ROOT, storageTrouble } from "./progress-store.mjs";
import { chooseTrack } from "./tracks.mjs";

/** @type {(() => void) | undefined} */
let refresh;
onProgress(() => refresh?.());

/** @param {HTMLElement} place holds every track, as the build wrote it */
export function mountTracks(place) {
  refresh = () => {
    if (place.isConnected) for (const track of tracksOf(place)) show(track);
  };
  refresh();
}

/** @param {Element} button of a track: follows it, or leaves it */
export function followTrack(button) {
  const place = button.closest("[data-notes]");
  const track = button.closest("[data-track]");
  if (!(place instanceof HTMLElement) || !(track instanceof HTMLElement)) return;
  mountTracks(place);
  const follow = button.getAttribute("aria-pressed") !== "true";
  chooseTrack(follow ? (track.dataset.track ?? "") : "");
  for (const other of tracksOf(place)) say(other, other === track ? said(follow) : "");
}

/** @param {HTMLElement} place */
function tracksOf(place) {
  return /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-track]")]);
}

/**
 * @param {HTMLElement} track
 * @param {string} message
 */
function say(track, message) {
  const status = track.querySelector("[role=status]");
  if (status) status.textContent = message;
}

/** @param {boolean} follow */
function said(follow) {
  if (storageTrouble()) return "This could not be stored: it lasts while this page is open.";
  return follow ? "The foot of each page leads to the next now." : "You follow no track.";
}

/** @param {HTMLElement} track */
function show(track) {
  const progress = loadProgress();
  const chosen = progress.track?.id === track.dataset.track;
  track.querySelector("button")?.setAttribute("aria-pressed", String(chosen));
  for (const item of track.querySelectorAll("li")) {
    const link = item.querySelector("a");
    const read = link && progress.pages[link.href.slice(ROOT.href.length)];
    item.classList.toggle("read", Boolean(read));
    item.querySelector(".unseen")?.remove();
    if (read) item.append(unseen(", read"));
  }
}
