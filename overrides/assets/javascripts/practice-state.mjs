// What is known of a reader's answers to practice problems: where it is kept, and in words.

import { LONGEST_CODE, withAttempt } from "./progress.mjs";
import { changeProgress, loadProgress, ROOT, storageTrouble } from "./progress-store.mjs";

/** @typedef {import("./progress.mjs").Attempt} Attempt */
/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {{ problem: string, title: string, page: string }} Problem by its slug */

const TROUBLES = {
  "": "",
  blocked: "Your browser does not let this site store anything: your code lasts while the page is open.",
  full: "Your browser has no room to store this: your code lasts while the page is open.",
  newer: "Your progress was stored by a later version of these notes: your code lasts while the page is open.",
};

/** @type {Promise<Problem[]> | undefined} */
let problems;

/** @returns {Promise<Problem[]>} the problems of this version of the site, in their order */
export function fetchProblems() {
  problems ??= fetch(new URL("assets/practice.json", ROOT)).then((response) => {
    if (!response.ok) throw new Error(`practice.json: ${response.status}`);
    return response.json();
  });
  problems.catch(() => (problems = undefined));
  return problems;
}

/** @param {string} folder below snippets/practice, such as `token_bucket` */
export function slugOf(folder) {
  return folder.replaceAll("_", "-");
}

/**
 * @param {string} problem its slug
 * @returns {Attempt | undefined}
 */
export function attemptAt(problem) {
  return loadProgress().practice[problem];
}

/**
 * @param {string} problem
 * @param {string} code "" for the starter
 */
export function keepCode(problem, code) {
  keep(problem, { code });
}

/** @param {string} code */
export function isTooLong(code) {
  return code.length > LONGEST_CODE;
}

/**
 * @param {string} problem
 * @param {number} passed
 * @param {number} tests
 */
export function keepResult(problem, passed, tests) {
  const solved = tests > 0 && passed === tests;
  const before = attemptAt(problem)?.solved ?? null;
  keep(problem, { passed, tests, solved: before ?? (solved ? new Date().toISOString() : null) });
}

/**
 * @param {string} problem
 * @param {Partial<Attempt>} changes
 */
export function keep(problem, changes) {
  const when = new Date().toISOString();
  changeProgress((progress) => withAttempt(progress, problem, { ...changes, when }));
}

/** Why code is not kept beyond this page; "" where it is. */
export function whyNotKept() {
  return TROUBLES[storageTrouble()];
}

/**
 * @param {Attempt | undefined} attempt
 * @returns {"untouched" | "begun" | "solved"}
 */
export function stateOf(attempt) {
  if (attempt?.solved) return "solved";
  return attempt?.code || attempt?.tests ? "begun" : "untouched";
}

/** @param {Attempt | undefined} attempt */
export function inWords(attempt) {
  const state = stateOf(attempt);
  if (!attempt || state === "untouched") return "Not begun";
  const { passed, tests, solved } = attempt;
  const last = tests ? `${passed} of ${tests} tests pass` : "";
  if (state === "begun") return ["Begun", last].filter(Boolean).join(", ");
  const now = last && passed < tests ? `, now ${last}` : "";
  return `Solved on ${solved?.slice(0, 10)}${now}`;
}

/**
 * @param {Pick<Progress, "practice">} progress
 * @param {Problem[]} all
 */
export function countSolved({ practice }, all) {
  return all.filter(({ problem }) => practice[problem]?.solved).length;
}
