// The reading orders, as the build lists them, and where a reader is in the chosen one.

import { changeProgress, ROOT } from "./progress-store.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {{ page: string, title: string, minutes: number }} Stop */
/** @typedef {{ id: string, title: string, pages: Stop[] }} Track */

/**
 * @typedef {object} Step what comes next
 * @property {string} where how far the reader is
 * @property {string} lead what the next page is to the reader
 * @property {Stop | null} stop the next page; null where all of them are read
 */

/** @type {Promise<Track[]> | undefined} */
let tracks;

/** @returns {Promise<Track[]>} those that have a page in this version of the notes */
export function fetchTracks() {
  return (tracks ??= load().catch((error) => {
    tracks = undefined;
    throw error;
  }));
}

async function load() {
  const response = await fetch(new URL("assets/tracks.json", ROOT));
  if (!response.ok) throw new Error(`tracks.json: ${response.status}`);
  return /** @type {Track[]} */ ((await response.json()).tracks);
}

/** @param {string} id of a track, or "" to follow none */
export function chooseTrack(id) {
  const when = new Date().toISOString();
  changeProgress((progress) => ({ ...progress, track: { id, when } }));
}

/**
 * @param {Progress} progress
 * @param {Track[]} known
 * @returns {Track | undefined} the chosen one, if this version of the notes has it
 */
export function chosenTrack({ track }, known) {
  return known.find(({ id }) => id === track?.id);
}

/**
 * @param {Track} track
 * @param {Progress} progress
 * @returns {number} how many of its pages were read
 */
export function countRead({ pages }, progress) {
  return pages.filter(({ page }) => progress.pages[page]).length;
}

/**
 * @param {Track} track
 * @param {Progress} progress
 * @param {string} shown the page that the reader is on, in the track or not
 * @returns {Step}
 */
export function nextStep(track, progress, shown = "") {
  const { pages, title } = track;
  const place = pages.findIndex(({ page }) => page === shown);
  const where = place < 0
    ? `${countRead(track, progress)} of ${pages.length} read in ${title}`
    : `${place + 1} of ${pages.length} in ${title}`;
  if (place >= 0 && place + 1 < pages.length) return { where, lead: "Next", stop: pages[place + 1] };
  const stop = pages.find(({ page }) => page !== shown && !progress.pages[page]) ?? null;
  return { where, lead: place < 0 ? "Back to your track" : "Not read yet", stop };
}

/** @param {Stop} stop */
export function stopText({ title, minutes }) {
  return minutes ? `${title}, ${minutes} min` : title;
}
