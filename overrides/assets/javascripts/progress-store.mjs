// Where progress is kept: one key of localStorage, outside any version's path. Every write starts
// from what is stored now, so two tabs keep each other's answers. What cannot be stored is kept
// while the page is open.

import { NewerProgress, noProgress, readProgress, withAnswer } from "./progress.mjs";
import { KEY } from "./progress-key.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {(progress: Progress) => Progress} Change */

const DAMAGED = `${KEY}.damaged.`;

/** @typedef {"" | "blocked" | "full" | "newer"} Trouble why nothing is being stored */

/** @type {Change[]} changes that are not stored yet */
let waiting = [];
/** What was read last: hundreds of answers take longer to read than an answer may take to show. */
let last = { text: "", progress: noProgress() };
/** @type {Trouble} */
let trouble = "";
const listeners = new Set(/** @type {(() => void)[]} */ ([]));

/** The root of this version of the site. */
export const ROOT = new URL("../../", import.meta.url);

/** The page shown now, as a path below the root: `core-concepts/decorators/`. */
export function pageShown() {
  const path = location.pathname.replace(/index\.html$/, "");
  return path.startsWith(ROOT.pathname) ? path.slice(ROOT.pathname.length) : "";
}

/** @returns {Progress} everything known, stored or not */
export function loadProgress() {
  return waiting.reduce((progress, change) => change(progress), stored());
}

/** @returns {Trouble} why the latest read or write failed, if it did */
export function storageTrouble() {
  return trouble;
}

/**
 * Change what is stored, and tell every listener.
 * @param {Change} change
 */
export function changeProgress(change) {
  waiting.push(change);
  const progress = loadProgress();
  if (!trouble || trouble === "full") save(progress);
  notify();
}

/**
 * @param {string} id of a quiz
 * @param {boolean} right
 */
export function recordAnswer(id, right) {
  const when = new Date().toISOString();
  changeProgress((progress) => withAnswer(progress, id, right, when));
}

/**
 * Be told of every change, in this tab or another.
 * @param {() => void} listener
 */
export function onProgress(listener) {
  listeners.add(listener);
}

/** @returns {{ key: string, text: string }[]} values that could not be read and were set aside */
export function damagedValues() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(DAMAGED))
      .map((key) => ({ key, text: localStorage.getItem(key) ?? "" }));
  } catch {
    return [];
  }
}

/** @param {string} key one of `damagedValues` */
export function forgetDamaged(key) {
  if (key.startsWith(DAMAGED)) localStorage.removeItem(key);
}

/** @returns {Progress} */
function stored() {
  let text = null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    trouble = "blocked";
    return noProgress();
  }
  if (trouble !== "full") trouble = "";
  if (text === null) return noProgress();
  try {
    return read(text);
  } catch (error) {
    if (error instanceof NewerProgress) trouble = "newer";
    else setAside(text);
    return noProgress();
  }
}

/**
 * @param {string} text
 * @returns {Progress} never changed by those who get it
 * @throws {import("./progress.mjs").UnreadableProgress}
 */
function read(text) {
  if (text !== last.text) last = { text, progress: readProgress(text) };
  return last.progress;
}

/**
 * Make room for a new value, and keep the one that cannot be read.
 * @param {string} text
 */
function setAside(text) {
  try {
    localStorage.setItem(DAMAGED + new Date().toISOString(), text);
    localStorage.removeItem(KEY);
  } catch {
    trouble = "full"; // then it stays where it is
  }
}

/** @param {Progress} progress */
function save(progress) {
  try {
    // A value that could be neither read nor set aside is not ours to overwrite.
    const before = localStorage.getItem(KEY);
    if (before !== null) read(before);
    const text = JSON.stringify(progress);
    localStorage.setItem(KEY, text);
    last = { text, progress };
    waiting = [];
    trouble = "";
  } catch {
    trouble = "full";
  }
}

function notify() {
  for (const listener of listeners) listener();
}

addEventListener("storage", ({ key }) => {
  if (key === KEY || key === null) notify();
});
