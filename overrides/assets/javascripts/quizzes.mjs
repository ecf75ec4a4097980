// Brings quizzes to life when the first of them comes near: until then a page needs none of it.

/** How far below the screen. */
const MARGIN = "1000px";

/** @type {IntersectionObserver | undefined} */
let watcher;

/** Wait for the quizzes of the page shown now, or for what shows the reader's progress. */
export function watchQuizzes() {
  watcher?.disconnect();
  watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher?.disconnect();
      import("./quiz-page.mjs").then(
        ({ mountPage }) => mountPage(),
        (error) => console.warn("Quizzes stay as text:", error),
      );
    },
    { rootMargin: MARGIN },
  );
  for (const place of document.querySelectorAll(".quiz[id], [data-notes]")) watcher.observe(place);
}
