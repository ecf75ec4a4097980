// Brings to life what asks or shows a reader's progress, when it comes near: until then a page needs
// none of it.

import { activity } from "./diagrams.mjs";
import { whenNear } from "./near.mjs";
import { CLOSED_PARTS, KEY } from "./progress-key.mjs";

/** How far below the screen, once the reader is there. */
const MARGIN = "1000px";

/**
 * What fills a place, by its attribute `data-notes`, and what tasks are brought to life with.
 * @type {Record<string, (place: HTMLElement) => Promise<unknown>>}
 */
const PLACES = {
  progress: (place) => import("./progress-page.mjs").then((m) => m.mountProgress(place)),
  review: async (place) => {
    if (isKept(KEY)) await (await import("./review.mjs")).mountReview(place);
    else place.textContent = place.dataset.nothing ?? "";
  },
  section: (place) => import("./section-score.mjs").then((m) => m.mountSectionScore(place)),
  build: (box) => import("./build-box.mjs").then((m) => m.mountBuild(box)),
  learned: async (place) => isKept(KEY) && (await import("./learned.mjs")).mountLearned(place),
  practice: async (place) => {
    if (isKept(KEY)) (await import("./practice-index.mjs")).mountProblems(place);
    place.dataset.mounted = ""; // until then 54-places.css hides what may be wrong
  },
  tracks: async (place) => {
    if (isKept(KEY)) (await import("./tracks-page.mjs")).mountTracks(place);
    else activity.then(() => import("./tracks-page.mjs")); // a button may be pressed next
    place.dataset.mounted = "";
  },
  part: async (place) => isKept(CLOSED_PARTS) && (await import("./parts.mjs")).mountPart(place),
  end: (place) => import("./reading.mjs").then((m) => m.mountEnd(place)),
};

/** @type {IntersectionObserver | undefined} */
let watcher;

/** Wait for the quizzes of the page shown now, and for what shows the reader's progress. */
export function watchQuizzes() {
  watch("0px");
  activity.then(() => watch(MARGIN));
}

/** @param {string} margin */
function watch(margin) {
  watcher?.disconnect();
  let mounted = false;
  watcher = whenNear(".quiz[id], .admonition.build, [data-notes]", margin, (target) => {
    const fill = PLACES[target.matches(".admonition.build") ? "build" : (target.dataset.notes ?? "")];
    if (!fill && mounted) return;
    mounted ||= !fill;
    (fill ? fill(target) : import("./quiz-page.mjs").then((m) => m.mountPage())).catch(
      (error) => console.warn("This part of the page stays as it is:", error),
    );
  });
}

// Printing waits for nothing, and begins with this key.
addEventListener("keydown", ({ ctrlKey, metaKey }) => {
  if (ctrlKey || metaKey) import("./quiz-print.mjs").catch(() => {});
});

/**
 * Whether anything is known of this reader, without the modules that read it.
 * @param {string} key
 */
function isKept(key) {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return true;
  }
}

// What was answered first in another tab shows here too; from then on progress-store.mjs listens.
addEventListener("storage", ({ key, oldValue }) => {
  if (key === KEY && oldValue === null) watchQuizzes();
});

// What a reader may press needs no script before.
addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("[data-track] button");
  if (button) import("./tracks-page.mjs").then((m) => m.followTrack(button));
});
addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && !target.open && target.dataset.notes === "part")
    import("./parts.mjs").then((m) => m.mountPart(target));
}, true);

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** Where the reader left off; pages that are read have an end. */
function rememberPlace() {
  if (document.querySelector("[data-notes=end]"))
    import("./reading.mjs").then((m) => m.rememberPlace(), () => {});
}

addEventListener(
  "scroll",
  () => {
    clearTimeout(pause);
    pause = setTimeout(rememberPlace, 600); // by then the address names the heading scrolled to
  },
  { passive: true },
);
