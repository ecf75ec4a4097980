// What the page "My progress" shows: how far the reader is, in all, by section and by page.

import { element } from "./code-elements.mjs";
import { practicePart } from "./practice-progress.mjs";
import { bySection, quizLine, tally } from "./progress-index.mjs";
import { ROOT } from "./progress-store.mjs";
import { trackPart } from "./track-progress.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {import("./progress-index.mjs").Guide} Guide */
/** @typedef {import("./progress-index.mjs").Tally} Tally */
/** @typedef {import("./tracks.mjs").Track} Track */

/**
 * @param {string} text
 * @param {() => void} onclick
 */
export function button(text, onclick) {
  return element("button", { type: "button", className: "md-button", onclick }, text);
}

/**
 * @param {Progress} progress
 * @param {Guide[]} guides
 * @param {Track[]} tracks
 * @param {import("./practice-state.mjs").Problem[]} problems
 * @param {{ section: (section: string, pages: Guide[]) => void, practice: () => void }} reset
 * @returns {HTMLElement[]}
 */
export function overviewOf(progress, guides, tracks, problems, reset) {
  const all = tally(progress, guides);
  /** @type {HTMLElement[]} */
  const parts = all.tried || all.read ? leftOff(progress, guides) : welcome(guides);
  parts.push(bar("All pages", all), numbers(all), ...trackPart(progress, tracks, guides));
  for (const [section, pages] of bySection(guides)) {
    const count = tally(progress, pages);
    const list = element("ul", { className: "progress__pages" });
    list.append(...pages.map((guide) => entry(progress, guide)));
    parts.push(element("h2", {}, section), bar(section, count), numbers(count), list);
    if (count.tried || count.read)
      parts.push(button(`Reset ${section}`, () => reset.section(section, pages)));
  }
  parts.push(...practicePart(progress, problems, reset.practice));
  return parts;
}

/** @param {Guide[]} guides */
function welcome(guides) {
  const first = guides.find(({ quizzes }) => quizzes.length);
  return first
    ? [element("p", {}, "No answer yet. Each guide asks a few questions on the way; a good one to begin with is ", linkTo(first), ".")]
    : [];
}

/**
 * @param {Progress} progress
 * @param {Guide[]} guides
 */
function leftOff({ last }, guides) {
  const guide = guides.find(({ page }) => page === last?.page);
  if (!last || !guide) return [];
  const when = element("time", { dateTime: last.when }, last.when.slice(0, 10));
  return [element("p", {}, "Where you left off: ", linkTo(guide, last.anchor), ", ", when)];
}

/**
 * @param {string} name
 * @param {Tally} count
 */
function bar(name, { right, total }) {
  return element("progress", { max: total || 1, value: right, ariaLabel: `${name}: quizzes answered correctly` });
}

/** @param {Tally} count */
function numbers(count) {
  return element("p", {}, `${quizLine(count)}. Pages read: ${count.read} / ${count.pages}.`);
}

/**
 * A page in words, and the same as a bar, which a screen reader need not repeat.
 * @param {Progress} progress
 * @param {Guide} guide
 */
function entry(progress, guide) {
  const { right, total } = tally(progress, [guide]);
  const read = progress.pages[guide.page] ? "read" : "";
  const score = total ? `${right} / ${total}` : "";
  const meter = element("progress", { max: total || 1, value: right, ariaHidden: "true", hidden: !total });
  return element("li", {}, linkTo(guide), meter, element("span", {}, [score, read].filter(Boolean).join(", ")));
}

/** @param {Guide} guide */
function linkTo({ page, title }, anchor = "") {
  return element("a", { href: new URL(page + anchor, ROOT).href }, title);
}
