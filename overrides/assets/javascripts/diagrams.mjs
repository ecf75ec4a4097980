// Mermaid, fetched when the first diagram comes near, and coloured by the page's own variables.
// It is larger than the rest of a page together, so the page gets ready for its reader first.

import { DIAGRAM_CSS } from "./diagram-css.mjs";

const LIBRARY = "../vendor/mermaid/mermaid.esm.min.mjs";

/** How far below the screen a diagram is drawn already. */
const MARGIN = "300px";

/** How long a page stays quiet, in milliseconds, before it draws for a reader who only looks. */
const QUIET = 3000;

/** What shows that the reader is there, and the page ready for them. */
const ACTIVITY = ["scroll", "pointermove", "pointerdown", "keydown", "wheel", "touchstart"];

/** How far a drawing may shrink before it scrolls instead. */
const SMALLEST = 0.75;

/** @typedef {{ render(id: string, text: string): Promise<{ svg: string }> }} Mermaid */

/** @type {Promise<Mermaid> | undefined} */
let library;
/** @type {IntersectionObserver | undefined} */
let watcher;
let count = 0;

/** Settled at the reader's first sign of life, or when nothing has happened for a while. */
const activity = new Promise((resolve) => {
  for (const type of ACTIVITY)
    addEventListener(type, resolve, { once: true, passive: true, capture: true });
  const wait = () => setTimeout(resolve, QUIET);
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait, { once: true });
});

/** Draw the diagrams of the page shown now, each when it comes near. */
export function watchDiagrams() {
  watcher?.disconnect();
  watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          watcher?.unobserve(target);
          void draw(/** @type {HTMLElement} */ (target));
        }
    },
    { rootMargin: MARGIN },
  );
  for (const figure of document.querySelectorAll("figure.diagram:not([data-drawn])"))
    watcher.observe(figure);
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
    const mermaid = await (library ??= load());
    const { svg } = await mermaid.render(`diagram-${++count}`, source.textContent ?? "");
    figure.innerHTML = svg;
    keepReadable(figure.querySelector("svg"));
    figure.dataset.drawn = "true";
  } catch (error) {
    console.warn("This diagram stays text:", error);
    figure.dataset.drawn = "failed";
  }
}

/**
 * On a phone a wide drawing scrolls instead of shrinking its text to nothing.
 * @param {SVGSVGElement | null} svg
 */
function keepReadable(svg) {
  const natural = Number.parseFloat(svg?.style.maxWidth ?? "");
  if (svg && natural) svg.style.minWidth = `${Math.round(natural * SMALLEST)}px`;
}

/** @returns {Promise<Mermaid>} */
async function load() {
  const { default: mermaid } = await import(LIBRARY);
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    theme: "base",
    look: "classic",
    layout: "dagre", // the default, ELK, weighs another 500 kB
    fontFamily: "var(--md-text-font-family)",
    themeCSS: DIAGRAM_CSS,
    flowchart: { htmlLabels: true, padding: 12 },
  });
  return mermaid;
}
