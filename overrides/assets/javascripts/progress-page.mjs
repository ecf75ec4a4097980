// The page "My progress": all of it at a glance, to take along, to bring in, to reset.

import { mergeProgress, readProgress, noProgress } from "./progress.mjs";
import { bySection, fetchIndex, quizLine, tally } from "./progress-index.mjs";
import {
  changeProgress, damagedValues, forgetDamaged, loadProgress, onProgress, ROOT, storageTrouble,
} from "./progress-store.mjs";
import { asJson, asMarkdown, changesOf } from "./progress-transfer.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {import("./progress-index.mjs").Guide} Guide */

const TROUBLES = {
  "": "",
  blocked: "Your browser does not let this site store anything. Allow it, or export before you leave.",
  full: "Your browser has no room to store your progress. What was stored stays; export the rest before you leave.",
  newer: "Your progress was stored by a later version of these notes. It is left alone; open the latest version.",
};

/** The largest file that is read. */
const LARGEST = 1_000_000;

/** @type {(() => void) | undefined} */
let refresh;
onProgress(() => refresh?.());

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} properties
 * @param {(Node | string)[]} children
 */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/**
 * @param {string} text
 * @param {() => void} onclick
 */
function button(text, onclick) {
  return make("button", { type: "button", className: "md-button", onclick }, text);
}

/** @param {HTMLElement} place */
export async function mountProgress(place) {
  if (place.dataset.mounted) return;
  place.dataset.mounted = "true";
  let guides;
  try {
    guides = await fetchIndex();
  } catch {
    delete place.dataset.mounted;
    place.replaceChildren(make("p", {}, "The list of quizzes could not be loaded. Load this page again."));
    return;
  }
  const overview = make("div");
  const status = make("p", { role: "status", tabIndex: -1 });
  const follow = make("div", { className: "progress__actions" });
  /**
   * @param {string} message
   * @param {(Node | string)[]} offers
   */
  const say = (message, ...offers) => {
    // The button that was pressed may be gone now: the focus goes to what comes next.
    status.textContent = message;
    follow.replaceChildren(...offers);
    (follow.querySelector("button") ?? status).focus();
  };
  place.replaceChildren(overview, ...actions(guides, say), status, follow);
  refresh = () => {
    if (place.isConnected) overview.replaceChildren(...overviewOf(guides, say));
  };
  refresh();
}

/** @typedef {(message: string, ...offers: Node[]) => void} Say */

/**
 * @param {Guide[]} guides
 * @param {Say} say
 */
function overviewOf(guides, say) {
  const progress = loadProgress();
  const all = tally(progress, guides);
  /** @type {HTMLElement[]} */
  const parts = [...troubles(say), ...leftOff(progress, guides)];
  parts.push(bar("All pages", all), numbers(all));
  for (const [section, pages] of bySection(guides)) {
    const count = tally(progress, pages);
    const list = make("ul", {}, ...pages.map((guide) => entry(progress, guide)));
    parts.push(make("h2", {}, section), bar(section, count), numbers(count), list);
    if (count.tried || count.read)
      parts.push(button(`Reset ${section}`, () => reset(section, pages, say)));
  }
  return parts;
}

/** @param {Say} say */
function troubles(say) {
  const trouble = TROUBLES[storageTrouble()];
  const found = trouble ? [make("p", {}, make("strong", {}, trouble))] : [];
  for (const { key, text } of damagedValues())
    found.push(
      make("p", {}, "A stored value could not be read and was set aside. Nothing of it is lost."),
      make("p", { className: "progress__actions" },
        button("Download it", () => download("progress-damaged.txt", text, "text/plain")),
        button("Delete it", () => {
          forgetDamaged(key);
          say("The value was deleted.");
          refresh?.();
        })),
    );
  return found;
}

/**
 * @param {Progress} progress
 * @param {Guide[]} guides
 */
function leftOff({ last }, guides) {
  const guide = guides.find(({ page }) => page === last?.page);
  if (!last || !guide) return [];
  const link = make("a", { href: new URL(guide.page + last.anchor, ROOT).href }, guide.title);
  return [make("p", {}, "Where you left off: ", link, ", ", last.when.slice(0, 10))];
}

/**
 * @param {string} name
 * @param {import("./progress-index.mjs").Tally} count
 */
function bar(name, { right, total }) {
  return make("progress", { max: total, value: right, ariaLabel: `${name}: quizzes answered correctly` });
}

/** @param {import("./progress-index.mjs").Tally} count */
function numbers(count) {
  return make("p", {}, `${quizLine(count)}. Pages read: ${count.read} / ${count.pages}.`);
}

/**
 * @param {Progress} progress
 * @param {Guide} guide
 */
function entry(progress, guide) {
  const { right, total } = tally(progress, [guide]);
  const read = progress.pages[guide.page] ? ", read" : "";
  const link = make("a", { href: new URL(guide.page, ROOT).href }, guide.title);
  return make("li", {}, link, `: ${right} / ${total}${read}`);
}

/**
 * Forget answers and pages, and offer to take that back.
 * @param {string} name
 * @param {Guide[] | null} guides null for everything, other versions' questions included
 * @param {Say} say
 */
function reset(name, guides, say) {
  const before = loadProgress();
  const ids = new Set(guides?.flatMap(({ quizzes }) => quizzes.map(({ id }) => id)));
  const pages = new Set(guides?.map(({ page }) => page));
  /** @type {<T>(entries: Record<string, T>, gone: Set<string>) => Record<string, T>} */
  const without = (entries, gone) =>
    Object.fromEntries(Object.entries(entries).filter(([key]) => !gone.has(key)));
  changeProgress((progress) =>
    guides
      ? {
          ...progress,
          quizzes: without(progress.quizzes, ids),
          pages: without(progress.pages, pages),
          last: pages.has(progress.last?.page ?? "") ? null : progress.last,
        }
      : noProgress(),
  );
  const undo = button("Undo", () => {
    changeProgress((progress) => mergeProgress(progress, before));
    say(`${name}: everything is back.`);
  });
  say(`${name}: reset.`, undo);
}

/**
 * @param {Guide[]} guides
 * @param {Say} say
 */
function actions(guides, say) {
  const markdown = () => asMarkdown(loadProgress(), guides);
  const json = () => asJson(loadProgress());
  /** @param {string} text */
  const copy = (text) =>
    void Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => say("Copied."),
      () => say("Your browser does not let this page copy. Download the file instead."),
    );
  const file = make("input", { type: "file", accept: ".json,application/json", id: "progress-file" });
  file.onchange = () => {
    if (file.files?.[0]) void preview(file.files[0], guides, say).finally(() => (file.value = ""));
  };
  return [
    make("h2", {}, "Take it along"),
    make("p", { className: "progress__actions" },
      button("Download Markdown", () => download("my-progress.md", markdown(), "text/markdown")),
      button("Copy Markdown", () => copy(markdown())),
      button("Download JSON", () => download("my-progress.json", json(), "application/json")),
      button("Copy JSON", () => copy(json()))),
    make("p", {}, make("label", { htmlFor: file.id }, "Import a JSON file "), file),
    make("p", {}, button("Reset everything", () => reset("Everything", null, say))),
  ];
}

/**
 * Say what a file would change, and change it if the reader agrees.
 * @param {File} file
 * @param {Guide[]} guides
 * @param {Say} say
 */
async function preview(file, guides, say) {
  let theirs;
  try {
    if (file.size > LARGEST) throw new Error("It is larger than a megabyte.");
    theirs = readProgress(await file.text());
  } catch (error) {
    say(`Nothing was imported from ${file.name}. ${error instanceof Error ? error.message : ""}`);
    return;
  }
  const imported = theirs;
  const changes = changesOf(loadProgress(), imported, guides);
  if (!changes.length) {
    say(`${file.name} holds nothing new.`);
    return;
  }
  const accept = button("Import", () => {
    changeProgress((progress) => mergeProgress(progress, imported));
    say(`Imported from ${file.name}.`);
  });
  say(changes.join(" "), accept, button("Cancel", () => say("Nothing was imported.")));
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
function download(name, text, type) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
