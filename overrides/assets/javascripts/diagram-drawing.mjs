// Draws with Mermaid. A module of its own, because most visits need neither it nor the library.

// @ts-ignore: the build puts it there
import mermaid from "../vendor/mermaid/mermaid.esm.min.mjs";

/** How far a drawing may shrink before it scrolls instead. */
const SMALLEST = 0.7;

// Mermaid computes its colours from fixed ones; these rules replace them by the page's variables,
// so that a change of palette needs no new drawing.

const LINE = "var(--md-default-fg-color--light)";
const TEXT = "var(--md-default-fg-color)";
const GROUND = "var(--notes-surface)";
const NODE = "var(--notes-sunken)";
const EDGE = "var(--notes-pine)";
const NOTE = "color-mix(in srgb, var(--notes-amber) 18%, var(--notes-surface))";

// True of every element; it only makes a selector weigh more than the library's.
const HEAVY = ":not(.no.such.class)";

const COLOURS = `
:is(text, tspan, span, p, div)${HEAVY} { color: ${TEXT}; fill: ${TEXT}; stroke: none; }
:is(.node, .stateGroup, .classGroup) :is(rect, circle, ellipse, polygon, path)${HEAVY},
:is(.actor, .actor-box, .basic, .entityBox, .labelBox)${HEAVY} { fill: ${NODE}; stroke: ${EDGE}; }
:is(text.actor, .actor tspan)${HEAVY} { fill: ${TEXT}; stroke: none; }
:is(.cluster, .statediagram-cluster) rect${HEAVY} { fill: none; stroke: ${LINE}; }
:is(.edgePath .path, .edgePaths path, .flowchart-link, .transition, .relation, .messageLine0,
.messageLine1, .actor-line, .loopLine, .relationshipLine)${HEAVY} { stroke: ${LINE}; }
:is(.marker, marker) :is(path, circle, polygon)${HEAVY} { fill: ${LINE}; stroke: ${LINE}; }
:is(.edgeLabel, .labelBkg)${HEAVY}, .edgeLabel :is(p, rect, span)${HEAVY} {
  background-color: ${GROUND}; fill: ${GROUND};
}
.edgeLabel text${HEAVY} { fill: ${TEXT}; }
:is(rect.note, .note rect, .statediagram-note rect, .activation0, .activation1)${HEAVY} {
  fill: ${NOTE}; stroke: var(--notes-amber);
}
.node :is(.state-start, .start-state)${HEAVY} { fill: ${TEXT}; stroke: ${TEXT}; }
`;

mermaid.initialize({
  startOnLoad: false,
  securityLevel: "strict",
  theme: "base",
  look: "classic",
  layout: "dagre", // the default, ELK, weighs another 500 kB
  fontFamily: "var(--md-text-font-family)",
  themeCSS: COLOURS,
  flowchart: { htmlLabels: true, padding: 12 },
});

let count = 0;

/**
 * @param {string} text in Mermaid's language
 * @returns {Promise<Element>} the drawing
 */
export async function drawDiagram(text) {
  const { svg } = await mermaid.render(`diagram-${++count}`, text);
  const holder = document.createElement("div");
  holder.innerHTML = svg;
  const drawing = /** @type {SVGSVGElement} */ (holder.firstElementChild);
  const natural = Number.parseFloat(drawing.style.maxWidth);
  // On a phone a wide drawing scrolls instead of shrinking its text to nothing.
  if (natural) drawing.style.minWidth = `${Math.round(natural * SMALLEST)}px`;
  return drawing;
}
