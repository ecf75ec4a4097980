// Mermaid computes its colours from fixed ones; these rules replace them by the page's variables,
// so that a change of palette needs no new drawing.

const LINE = "var(--md-default-fg-color--light)";
const TEXT = "var(--md-default-fg-color)";
const NODE = "var(--notes-sunken)";
const EDGE = "var(--notes-pine)";
const NOTE = "color-mix(in srgb, var(--notes-amber) 18%, var(--notes-surface))";

export const DIAGRAM_CSS = `
& { color: ${TEXT}; fill: ${TEXT}; }
.node rect, .node circle, .node ellipse, .node polygon, .node path, .actor, .actor-box, .basic,
.labelBkg, .stateGroup rect, .classGroup rect, .entityBox {
  fill: ${NODE}; stroke: ${EDGE};
}
.cluster rect, .statediagram-cluster rect { fill: transparent; stroke: ${LINE}; stroke-dasharray: 4 3; }
.edgePath .path, .flowchart-link, .transition, .relation, .messageLine0, .messageLine1, .actor-line,
.loopLine, .relationshipLine, .edgePaths path { stroke: ${LINE}; }
.marker, .marker path, marker path, .arrowheadPath, [id$="arrowhead"] path, [id$="crosshead"] path,
[id$="filled-head"] path { fill: ${LINE}; stroke: ${LINE}; }
.label, .nodeLabel, .edgeLabel, .cluster-label, .label text, .messageText, .labelText, .loopText,
.noteText, text.actor, text.actor > tspan, .labelText > tspan, .loopText > tspan, .sectionTitle,
.state-title, .stateLabel text, .classTitle, .cluster text, .titleText, span, text, tspan {
  color: ${TEXT}; fill: ${TEXT}; stroke: none;
}
.edgeLabel, .edgeLabel p, .edgeLabel rect, .labelBkg { background-color: var(--notes-surface); fill: var(--notes-surface); }
.note, .note rect, .statediagram-note rect, rect.note { fill: ${NOTE}; stroke: var(--notes-amber); }
.labelBox { fill: ${NODE}; stroke: ${LINE}; }
.activation0, .activation1, .activation2 { fill: ${NOTE}; stroke: ${EDGE}; }
.node circle.state-start, .start-state, .node .outer-path.state-start { fill: ${TEXT}; stroke: ${TEXT}; }
.end-state-inner { fill: ${TEXT}; }
`;
