// What "My progress" says of the chosen track.

import { element } from "./code-elements.mjs";
import { quizLine, tally } from "./progress-index.mjs";
import { ROOT } from "./progress-store.mjs";
import { chosenTrack, countRead, nextStep, stopText } from "./tracks.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {import("./progress-index.mjs").Guide} Guide */
/** @typedef {import("./tracks.mjs").Track} Track */

/**
 * @param {Progress} progress
 * @param {Track[]} tracks
 * @param {Guide[]} guides
 * @returns {HTMLElement[]}
 */
export function trackPart(progress, tracks, guides) {
  if (!tracks.length) return [];
  const heading = element("h2", {}, "Your track");
  const track = chosenTrack(progress, tracks);
  if (!track) {
    const said = progress.track?.id
      ? "The track you follow is not in this version of the notes. "
      : "You follow no track. ";
    return [heading, element("p", {}, said, link("tracks/", "Choose one"), ".")];
  }
  const { read, pages, ...count } = trackTally(progress, track, guides);
  const { stop } = nextStep(track, progress);
  const next = stop ? ["Not read yet: ", link(stop.page, stopText(stop))] : ["All of it is read."];
  return [
    heading,
    element("p", {}, link(`tracks/#${track.id}`, track.title), ". ", ...next),
    element("progress", { max: pages, value: read, ariaLabel: `${track.title}: pages read` }),
    element("p", {}, `Pages read: ${read} / ${pages}. ${quizLine(count)}.`),
  ];
}

/**
 * @param {Progress} progress
 * @param {Track[]} tracks
 * @param {Guide[]} guides
 * @returns {string[]} the same for an export, as lines of Markdown
 */
export function trackLines(progress, tracks, guides) {
  const track = chosenTrack(progress, tracks);
  if (!track) return [];
  const count = trackTally(progress, track, guides);
  return ["", `Track: ${track.title}. Pages read: ${count.read} / ${count.pages}. ${quizLine(count)}.`];
}

/**
 * @param {Progress} progress
 * @param {Track} track
 * @param {Guide[]} guides
 */
function trackTally(progress, track, guides) {
  const pages = new Set(track.pages.map(({ page }) => page));
  const count = tally(progress, guides.filter(({ page }) => pages.has(page)));
  return { ...count, read: countRead(track, progress), pages: pages.size };
}

/**
 * @param {string} address below the root
 * @param {string} text
 */
function link(address, text) {
  return element("a", { href: new URL(address, ROOT).href }, text);
}
