// Progress as text to take along, and what taking some in would change.

import { mergeProgress } from "./progress.mjs";
import { bySection, many, quizLine, tally } from "./progress-index.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {import("./progress-index.mjs").Guide} Guide */

/** @param {Progress} progress */
export function asJson(progress) {
  return `${JSON.stringify(progress, null, 2)}\n`;
}

/**
 * @param {Progress} progress
 * @param {Guide[]} guides
 * @param {string[]} more lines below the total
 * @param {string[]} [end] lines at the end
 * @param {Date} now
 */
export function asMarkdown(progress, guides, more = [], end = [], now = new Date()) {
  const all = tally(progress, guides);
  const lines = [
    `# My progress, ${now.toISOString().slice(0, 10)}`,
    "",
    `${quizLine(all)}. Pages read: ${all.read} / ${all.pages}.`,
    ...more,
  ];
  for (const [section, pages] of bySection(guides)) {
    lines.push("", `## ${section}`, "");
    for (const guide of pages) {
      const read = progress.pages[guide.page] ? "x" : " ";
      const { right, total } = tally(progress, [guide]);
      lines.push(`- [${read}] ${guide.title}: ${right} / ${total}`);
    }
  }
  return `${[...lines, ...end].join("\n")}\n`;
}

/**
 * What an import would change, in sentences; none where it would change nothing.
 * @param {Progress} ours
 * @param {Progress} theirs
 * @param {Guide[]} guides
 * @returns {string[]}
 */
export function changesOf(ours, theirs, guides) {
  const merged = mergeProgress(ours, theirs);
  const known = new Set(guides.flatMap(({ quizzes }) => quizzes));
  const ids = Object.keys(merged.quizzes);
  const changed = ids.filter((id) => ours.quizzes[id] && differs(ours.quizzes[id], merged.quizzes[id]));
  const added = ids.filter((id) => !ours.quizzes[id]);
  const pages = Object.keys(merged.pages).filter((page) => !ours.pages[page]);
  const strange = added.filter((id) => !known.has(id));
  const turned = changed.filter((id) => ours.quizzes[id].latest !== merged.quizzes[id].latest);
  return [
    added.length ? `${many(added.length, "answer")} would be added.` : "",
    strange.length ? `${strange.length} of them to questions that this version does not have.` : "",
    changed.length ? `${many(changed.length, "answer")} would change.` : "",
    ...turned.map((id) => `${id}: ${said(ours.quizzes[id].latest)} becomes ${said(merged.quizzes[id].latest)}.`),
    ...practiceChanges(ours, merged),
    pages.length ? `${many(pages.length, "page")} would count as read.` : "",
    merged.last?.when !== ours.last?.when ? "Where you left off would change." : "",
    merged.track?.id !== ours.track?.id ? "The track you follow would change." : "",
  ].filter(Boolean);
}

/**
 * What would become of the code in practice problems.
 * @param {Progress} ours
 * @param {Progress} merged
 */
function practiceChanges(ours, merged) {
  const entries = Object.entries(merged.practice);
  const added = entries.filter(([problem]) => !ours.practice[problem]);
  const changed = entries.filter(([problem, { when }]) => (ours.practice[problem]?.when ?? when) !== when);
  const solved = entries.filter(([problem, { solved }]) => solved && !ours.practice[problem]?.solved);
  return [
    added.length ? `Code of ${many(added.length, "problem")} would be added.` : "",
    ...changed.map(([problem]) => `${problem}: your code would be replaced by newer code.`),
    solved.length ? `${many(solved.length, "problem")} would count as solved.` : "",
  ];
}

/**
 * @param {import("./progress.mjs").Answer} one
 * @param {import("./progress.mjs").Answer} other
 */
function differs(one, other) {
  return one.first !== other.first || one.latest !== other.latest || one.when !== other.when;
}

/** @param {boolean} right */
function said(right) {
  return right ? "right" : "not right";
}
