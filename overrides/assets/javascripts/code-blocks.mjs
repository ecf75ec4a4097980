// Code blocks that act. Their buttons come when the reader is there and the block is near: the page
// itself needs none of them.

import { activity } from "./diagrams.mjs";

/** How far below the screen. */
const MARGIN = "200px";

/** @type {IntersectionObserver | undefined} */
let watcher;

/** Wait for the code blocks of the page shown now. */
export function watchCode() {
  watcher?.disconnect();
  watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          watcher?.unobserve(target);
          activity
            .then(() => import("./code-bar.mjs"))
            .then(({ mountBar }) => mountBar(/** @type {HTMLElement} */ (target)))
            .catch((error) => console.warn("This block stays as it is:", error));
        }
    },
    { rootMargin: MARGIN },
  );
  for (const block of document.querySelectorAll("[data-snippet]")) watcher.observe(block);
}
