// The page "My progress": all of it at a glance, to take along, to bring in, to reset.

import { element } from "./code-elements.mjs";
import { practiceLines, withoutPractice } from "./practice-progress.mjs";
import { fetchProblems } from "./practice-state.mjs";
import { mergeProgress, readProgress, noProgress } from "./progress.mjs";
import { fetchIndex } from "./progress-index.mjs";
import {
  changeProgress, damagedValues, forgetDamaged, loadProgress, onProgress, storageTrouble,
} from "./progress-store.mjs";
import { asJson, asMarkdown, changesOf } from "./progress-transfer.mjs";
import { button, overviewOf } from "./progress-view.mjs";
import { trackLines } from "./track-progress.mjs";
import { fetchTracks } from "./tracks.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */
/** @typedef {import("./progress-index.mjs").Guide} Guide */
/** @typedef {import("./tracks.mjs").Track} Track */

const TROUBLES = {
  "": "",
  blocked: "Your browser does not let this site store anything. Allow it, or export before you leave.",
  full: "Your browser has no room to store your progress. What was stored stays; export the rest before you leave.",
  newer: "Your progress was stored by a later version of these notes. It is left alone; open the latest version.",
};

/** Where the latest reset is kept. */
const UNDO = "python-backend-notes.undo";

/** The largest file that is read. */
const LARGEST = 1_000_000;

/** @type {(() => void) | undefined} */
let refresh;
onProgress(() => refresh?.());

/** @param {HTMLElement} place */
export async function mountProgress(place) {
  if (place.dataset.mounted) return;
  place.dataset.mounted = "true";
  let guides, tracks, problems;
  try {
    [guides, tracks, problems] = await Promise.all([fetchIndex(), fetchTracks(), fetchProblems()]);
  } catch {
    delete place.dataset.mounted;
    place.replaceChildren(element("p", {}, "The list of pages could not be loaded. Load this page again."));
    return;
  }
  const overview = element("div");
  const status = element("div", { role: "status", tabIndex: -1 });
  const follow = element("div", { className: "progress__actions" });
  /** @type {Say} */
  const say = (message, ...offers) => {
    // The button that was pressed may be gone now: the focus goes to what comes next.
    status.replaceChildren(message);
    follow.replaceChildren(...offers);
    (follow.querySelector("button") ?? status).focus();
  };
  place.replaceChildren(overview, ...actions(guides, tracks, problems, say), status, follow);
  refresh = () => {
    if (!place.isConnected) return;
    const parts = overviewOf(loadProgress(), guides, tracks, problems, {
      section: (name, pages) => reset(name, pages, say),
      practice: () => forget("Practice", withoutPractice(problems), say),
    });
    overview.replaceChildren(...troubles(say), ...parts);
  };
  refresh();
  offerUndo(status, follow, say);
}

/** @typedef {(message: string | Node, ...offers: Node[]) => void} Say */

/** @param {Say} say */
function troubles(say) {
  const trouble = TROUBLES[storageTrouble()];
  const found = trouble ? [element("p", {}, element("strong", {}, trouble))] : [];
  for (const { key, text } of damagedValues())
    found.push(
      element("p", {}, "A stored value could not be read and was set aside. Nothing of it is lost."),
      element("p", { className: "progress__actions" },
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
 * Forget answers and pages, and offer to take that back.
 * @param {string} name
 * @param {Guide[] | null} guides null for everything, other versions' questions included
 * @param {Say} say
 */
function reset(name, guides, say) {
  const ids = new Set(guides?.flatMap(({ quizzes }) => quizzes));
  const pages = new Set(guides?.map(({ page }) => page));
  /** @type {<T>(entries: Record<string, T>, gone: Set<string>) => Record<string, T>} */
  const without = (entries, gone) =>
    Object.fromEntries(Object.entries(entries).filter(([key]) => !gone.has(key)));
  const change = (/** @type {Progress} */ progress) =>
    guides
      ? {
          ...progress,
          quizzes: without(progress.quizzes, ids),
          pages: without(progress.pages, pages),
          last: pages.has(progress.last?.page ?? "") ? null : progress.last,
        }
      : noProgress();
  forget(name, change, say);
}

/**
 * @param {string} name
 * @param {(progress: Progress) => Progress} change
 * @param {Say} say
 */
function forget(name, change, say) {
  const before = loadProgress();
  changeProgress(change);
  keepForUndo({ name, before });
  say(`${name}: reset.`, undoButton(name, before, say));
}

/**
 * @param {string} name
 * @param {Progress} before
 * @param {Say} say
 */
function undoButton(name, before, say) {
  return button("Undo", () => {
    changeProgress((progress) => mergeProgress(progress, before));
    keepForUndo(null);
    say(`${name}: everything is back.`);
  });
}

/**
 * What was reset stays within reach for as long as the tab is open.
 * @param {{ name: string, before: Progress } | null} reset
 */
function keepForUndo(reset) {
  try {
    if (reset) sessionStorage.setItem(UNDO, JSON.stringify([reset.name, asJson(reset.before)]));
    else sessionStorage.removeItem(UNDO);
  } catch {
    // Then Undo lasts while the page is open.
  }
}

/**
 * @param {HTMLElement} status
 * @param {HTMLElement} follow
 * @param {Say} say
 */
function offerUndo(status, follow, say) {
  try {
    const [name, before] = JSON.parse(sessionStorage.getItem(UNDO) ?? "[]");
    if (!name) return;
    const undo = undoButton(String(name), readProgress(before), say);
    status.textContent = `${name}: reset.`;
    follow.replaceChildren(undo);
  } catch {
    keepForUndo(null);
  }
}

/**
 * @param {Guide[]} guides
 * @param {Track[]} tracks
 * @param {import("./practice-state.mjs").Problem[]} problems
 * @param {Say} say
 */
function actions(guides, tracks, problems, say) {
  const markdown = () => {
    const progress = loadProgress();
    const [track, practice] = [trackLines(progress, tracks, guides), practiceLines(progress, problems)];
    return asMarkdown(progress, guides, track, practice);
  };
  const json = () => asJson(loadProgress());
  /** @param {string} text */
  const copy = (text) =>
    void Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => say("Copied."),
      () => say("Your browser does not let this page copy. Download the file instead."),
    );
  const file = element("input", { type: "file", accept: ".json,application/json", id: "progress-file" });
  file.onchange = () => {
    if (file.files?.[0]) void preview(file.files[0], guides, say).finally(() => (file.value = ""));
  };
  return [
    element("h2", {}, "Take it along"),
    element("p", { className: "progress__actions" },
      button("Download Markdown", () => download("my-progress.md", markdown(), "text/markdown")),
      button("Copy Markdown", () => copy(markdown())),
      button("Download JSON", () => download("my-progress.json", json(), "application/json")),
      button("Copy JSON", () => copy(json()))),
    element("p", { className: "progress__import" },
      element("label", { htmlFor: file.id }, "Import a JSON file"), file),
    element("h2", {}, "Start over"),
    element("p", {}, button("Reset everything", () => reset("Everything", null, say))),
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
  const list = element("ul", {}, ...changes.map((change) => element("li", {}, change)));
  const cancel = button("Cancel", () => say("Nothing was imported."));
  say(element("div", {}, `${file.name} would change this:`, list), accept, cancel);
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} type
 */
function download(name, text, type) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
