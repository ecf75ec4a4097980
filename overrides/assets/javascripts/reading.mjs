// Remembers what was read and where the reader left off, and leads on from the end of a page.
// Loaded when the reader scrolls, or when the end of a page comes near.

import { withPlace } from "./progress.mjs";
import { changeProgress, loadProgress, onProgress, pageShown } from "./progress-store.mjs";

/** @type {IntersectionObserver | undefined} */
let watcher;

/** Remember that the reader is here. */
export function rememberPlace() {
  remember(false);
}

/** @param {HTMLElement} footer what comes after the end of the page shown now */
export function mountEnd(footer) {
  watcher?.disconnect();
  watcher = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watcher?.disconnect();
    remember(true);
  });
  watcher.observe(footer);
  showNext();
}

/** @param {boolean} read whether this is the end of the page */
function remember(read) {
  const last = { page: pageShown(), anchor: location.hash, when: new Date().toISOString() };
  changeProgress((progress) => withPlace(progress, last, read));
}

/** Readers who follow no track need nothing of it. */
function showNext() {
  const place = document.querySelector(".track-next");
  if (!(place instanceof HTMLElement) || !(loadProgress().track?.id || place.firstChild)) return;
  import("./track-footer.mjs").then(
    ({ fillFooter }) => fillFooter(place),
    (error) => console.warn("The next page of the track stays unnamed:", error),
  );
}

onProgress(showNext);
