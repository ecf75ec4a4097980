// Brings to life what asks or shows a reader's progress, when it comes near: until then a page needs
// none of it.

/** Where progress is kept, in localStorage. */
export const KEY = "python-backend-notes.progress";

/** How far below the screen. */
const MARGIN = "1000px";

/**
 * What fills a place, by its attribute `data-notes`, and what tasks are brought to life with.
 * @type {Record<string, (place: HTMLElement) => Promise<unknown>>}
 */
const PLACES = {
  progress: (place) => import("./progress-page.mjs").then((m) => m.mountProgress(place)),
  review: (place) => import("./review.mjs").then((m) => m.mountReview(place)),
  section: (place) => import("./section-score.mjs").then((m) => m.mountSectionScore(place)),
  build: (box) => import("./build-box.mjs").then((m) => m.mountBuild(box)),
  learned: async (place) => hasProgress() && (await import("./learned.mjs")).mountLearned(place),
  practice: (place) => import("./practice-index.mjs").then((m) => m.mountProblems(place)),
  tracks: (place) => import("./tracks-page.mjs").then((m) => m.mountTracks(place)),
  part: (place) => import("./parts.mjs").then((m) => m.mountPart(place)),
  end: (place) => import("./reading.mjs").then((m) => m.mountEnd(place)),
};

/** @type {IntersectionObserver | undefined} */
let watcher;

/** Wait for the quizzes of the page shown now, and for what shows the reader's progress. */
export function watchQuizzes() {
  watcher?.disconnect();
  let mounted = false;
  watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        watcher?.unobserve(target);
        const fill = PLACES[target.matches(".admonition.build") ? "build" : (target.dataset.notes ?? "")];
        if (!fill && mounted) continue;
        mounted ||= !fill;
        (fill ? fill(target) : import("./quiz-page.mjs").then((m) => m.mountPage())).catch(
          (error) => console.warn("This part of the page stays as it is:", error),
        );
      }
    },
    { rootMargin: MARGIN },
  );
  for (const place of document.querySelectorAll(".quiz[id], .admonition.build, [data-notes]")) watcher.observe(place);
}

// Printing waits for nothing, and begins with this key.
addEventListener("keydown", ({ ctrlKey, metaKey }) => {
  if (ctrlKey || metaKey) import("./quiz-print.mjs").catch(() => {});
});

/** Whether anything is known of this reader, without the modules that read it. */
function hasProgress() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

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
