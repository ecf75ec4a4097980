// Code blocks that act. Their buttons come when the reader is there and the block is near: the page
// itself needs none of them.

import { activity } from "./diagrams.mjs";
import { whenNear } from "./near.mjs";

/** How far below the screen. */
const MARGIN = "200px";

/** @type {IntersectionObserver | undefined} */
let watcher;

/** Wait for the code blocks of the page shown now. */
export function watchCode() {
  watcher?.disconnect();
  watcher = whenNear("[data-snippet]", MARGIN, (block) =>
    activity
      .then(() => import("./code-bar.mjs"))
      .then(({ mountBar }) => mountBar(block))
      .catch((error) => console.warn("This block stays as it is:", error)),
  );
}
