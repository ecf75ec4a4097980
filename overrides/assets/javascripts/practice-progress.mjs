// What "My progress" says of the practice problems.

import { element } from "./code-elements.mjs";
import { countSolved, inWords, stateOf } from "./practice-state.mjs";
import { ROOT } from "./progress-store.mjs";
import { button } from "./progress-view.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {import("./practice-state.mjs").Problem} Problem */

/**
 * @param {Progress} progress
 * @param {Problem[]} problems
 * @param {() => void} reset
 * @returns {HTMLElement[]}
 */
export function practicePart(progress, problems, reset) {
  if (!problems.length) return [];
  const solved = countSolved(progress, problems);
  const begun = problems.filter(({ problem }) => stateOf(progress.practice[problem]) === "begun").length;
  const list = element("ul", { className: "progress__pages" });
  list.append(...problems.map((problem) => entry(progress, problem)));
  /** @type {HTMLElement[]} */
  const parts = [
    element("h2", {}, "Practice"),
    element("progress", { max: problems.length, value: solved, ariaLabel: "Practice: problems solved" }),
    element("p", {}, `Problems: ${solved} / ${problems.length} solved${begun ? `, ${begun} begun` : ""}.`),
    list,
  ];
  if (problems.some(({ problem }) => progress.practice[problem]))
    parts.push(button("Reset Practice", reset));
  return parts;
}

/**
 * A problem in words, and its last result as a bar, which a screen reader need not repeat.
 * @param {Progress} progress
 * @param {Problem} problem
 */
function entry({ practice }, { problem, title, page }) {
  const attempt = practice[problem];
  const { passed, tests } = attempt ?? { passed: 0, tests: 0 };
  const link = element("a", { href: new URL(page, ROOT).href }, title);
  const meter = element("progress", { max: tests || 1, value: passed, ariaHidden: "true", hidden: !tests });
  return element("li", {}, link, meter, element("span", {}, attempt ? inWords(attempt) : ""));
}

/**
 * The change that forgets code and results of some problems.
 * @param {Problem[]} problems
 * @returns {(progress: Progress) => Progress}
 */
export function withoutPractice(problems) {
  const gone = new Set(problems.map(({ problem }) => problem));
  return (progress) => {
    const rest = Object.entries(progress.practice).filter(([problem]) => !gone.has(problem));
    return { ...progress, practice: Object.fromEntries(rest) };
  };
}

/**
 * @param {Progress} progress
 * @param {Problem[]} problems
 * @returns {string[]} the same for an export, as lines of Markdown
 */
export function practiceLines({ practice }, problems) {
  if (!problems.length) return [];
  const lines = problems.map(({ problem, title }) => {
    const done = practice[problem]?.solved ? "x" : " ";
    return `- [${done}] ${title}: ${inWords(practice[problem]).toLowerCase()}`;
  });
  const count = `Problems: ${countSolved({ practice }, problems)} / ${problems.length} solved.`;
  return ["", "## Practice", "", count, "", ...lines];
}
