// What checking an answer found: each test with how it ended, and for a failure what was compared.

import { element, unseen } from "./code-elements.mjs";

/**
 * @typedef {object} Failure as snippets/practice/verdict.py has it
 * @property {string} source the statement of the test that failed
 * @property {[string, string][]} values what it compared
 * @property {string} message
 * @property {string} raised
 * @property {string[]} trace the answer's lines that led there
 */
/** @typedef {{ words: string, failure: Failure | null, printed: string }} Result */
/**
 * @typedef {object} Report
 * @property {string} problem why no test could run
 * @property {Result[]} results
 * @property {{ hint: string }[]} hints
 * @property {string[]} notes
 * @property {boolean} passed
 */

const UNWRITTEN = "NotImplementedError";

/**
 * The whole of it in one sentence.
 * @param {Report} report
 */
export function sentenceOf({ problem, results, hints, passed }) {
  if (problem) return problem;
  if (passed) return `All ${results.length} tests pass: the problem is solved.`;
  const failed = results.filter(({ failure }) => failure);
  const right = results.length - failed.length;
  const more = hints.length ? ", and there is a hint for you" : "";
  return `${right} of ${results.length} tests pass${more}. The first that fails: “${failed[0].words}”.`;
}

/**
 * @param {Report} report
 * @returns {HTMLElement[]}
 */
export function resultsOf({ results, hints, notes }) {
  const found = hints.map(({ hint }) =>
    element("p", { className: "practice-hint" }, element("strong", {}, "Hint: "), hint));
  found.push(...notes.map((note) => element("p", {}, note)));
  if (!results.length) return found;
  const list = element("ol", { className: "practice-tests" }, ...results.map(entry));
  list.ariaLabel = "Tests";
  return [...found, list];
}

/** @param {Result} result */
function entry({ words, failure, printed }) {
  const verdict = failure ? "Failed: " : "Passed: ";
  const item = element("li", {}, element("p", {}, unseen(verdict), words));
  item.dataset.passed = String(!failure);
  if (!failure) return item;
  item.append(...(failure.raised === UNWRITTEN ? unwritten(failure) : explained(failure)));
  if (printed) item.append(element("p", {}, "It printed:"), code(printed.trimEnd()));
  return item;
}

/** @param {Failure} failure */
function unwritten({ trace }) {
  const where = trace.at(-1)?.split(":")[0];
  return [element("p", {}, `Not written yet${where ? `: ${where}` : ""}.`)];
}

/** @param {Failure} failure */
function explained({ source, values, message, raised, trace }) {
  /** @type {HTMLElement[]} */
  const found = [code(source)];
  if (values.length) found.push(element("dl", {}, ...values.flatMap(compared)));
  if (message) found.push(element("p", {}, capitalised(message)));
  if (raised) found.push(element("p", {}, "Your code raised ", element("code", {}, raised), "."));
  if (trace.length) found.push(code(trace.join("\n")));
  return found;
}

/** @param {[string, string]} value */
function compared([name, value]) {
  return [element("dt", {}, name), element("dd", {}, element("code", {}, value))];
}

/** @param {string} text */
function code(text) {
  return element("pre", { tabIndex: 0 }, text);
}

/** @param {string} text a message; a name in code keeps its case */
function capitalised(text) {
  return /^[a-z]+[ ,]/.test(text) ? text[0].toUpperCase() + text.slice(1) : text;
}
