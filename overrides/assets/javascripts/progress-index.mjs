// The site's quizzes, as the build lists them, and a reader's progress counted against them.

import { countAnswers } from "./progress.mjs";
import { ROOT } from "./progress-store.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {import("./progress.mjs").Count} Count */
/** @typedef {{ page: string, title: string, section: string, quizzes: string[] }} Guide quizzes by id */

/** @typedef {Count & { read: number, pages: number }} Tally */

/** @type {Promise<Guide[]> | undefined} */
let index;

/** @returns {Promise<Guide[]>} the pages that have quizzes, in reading order */
export function fetchIndex() {
  return (index ??= load().catch((error) => {
    index = undefined;
    throw error;
  }));
}

async function load() {
  const response = await fetch(new URL("assets/quizzes.json", ROOT));
  if (!response.ok) throw new Error(`quizzes.json: ${response.status}`);
  return /** @type {Guide[]} */ ((await response.json()).pages);
}

/**
 * @param {Progress} progress
 * @param {Guide[]} guides
 * @returns {Tally}
 */
export function tally(progress, guides) {
  const ids = guides.flatMap(({ quizzes }) => quizzes);
  const read = guides.filter(({ page }) => progress.pages[page]).length;
  return { ...countAnswers(progress, ids), read, pages: guides.length };
}

/**
 * @param {Guide[]} guides
 * @returns {Map<string, Guide[]>} by section, in reading order
 */
export function bySection(guides) {
  const found = new Map();
  for (const guide of guides)
    found.set(guide.section, [...(found.get(guide.section) ?? []), guide]);
  return found;
}

/**
 * @param {number} count
 * @param {string} noun
 */
export function many(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** @param {Count} count */
export function quizLine({ right, total, first }) {
  return `Quizzes: ${right} / ${total} answered correctly, ${first} at the first try`;
}
