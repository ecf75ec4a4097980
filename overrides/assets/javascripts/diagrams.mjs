// Mermaid, fetched when the first diagram comes near, and coloured by the page's own variables.
// It is larger than the rest of a page together, so the page gets ready for its reader first.

import { whenNear } from "./near.mjs";

/** How far below the screen a diagram is drawn already. */
const MARGIN = "300px";

/** What shows that the reader is there, and the page ready for them. */
const ACTIVITY = ["scroll", "pointermove", "pointerdown", "keydown", "wheel", "touchstart"];

/** @type {Promise<typeof import("./diagram-drawing.mjs")> | undefined} */
let drawing;
/** @type {IntersectionObserver | undefined} */
let watcher;

/** Settled at the reader's first sign of life. Until then the text of the diagram is shown. */
export const activity = new Promise((resolve) => {
  for (const type of ACTIVITY)
    addEventListener(type, resolve, { once: true, passive: true, capture: true });
});

/** Draw the diagrams of the page shown now, each when it comes near. */
export function watchDiagrams() {
  watcher?.disconnect();
  watcher = whenNear("figure.diagram:not([data-drawn])", MARGIN, (figure) => void draw(figure));
}

/**
 * Put the drawing in the place of the text. What cannot be drawn stays text.
 * @param {HTMLElement} figure
 */
async function draw(figure) {
  const source = figure.querySelector("pre");
  if (!source || figure.dataset.drawn) return;
  figure.dataset.drawn = "pending";
  try {
    await activity;
    const { drawDiagram } = await (drawing ??= import("./diagram-drawing.mjs"));
    figure.replaceChildren(await drawDiagram(source.textContent ?? ""));
    figure.dataset.drawn = "true";
  } catch (error) {
    console.warn("This diagram stays text:", error);
    figure.dataset.drawn = "failed";
  }
}
