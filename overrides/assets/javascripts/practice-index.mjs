// The list of practice problems: how far the reader is with each.

import { element, loadStyles } from "./code-elements.mjs";
import { countSolved, inWords, stateOf } from "./practice-state.mjs";
import { loadProgress, onProgress, ROOT } from "./progress-store.mjs";

/** @type {(() => void) | undefined} */
let refresh;
onProgress(() => refresh?.());

/** @param {HTMLElement} place holds the list, as the build wrote it */
export function mountProblems(place) {
  const states = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-problem]")]);
  const problems = states.map(({ dataset }) => ({ problem: dataset.problem ?? "", title: "", page: "" }));
  const score = place.querySelector(".quiz-score") ?? element("p");
  const link = element("a", { href: new URL("progress/", ROOT).href }, "My progress");
  loadStyles("practice.css").catch(() => {});
  refresh = () => {
    if (!place.isConnected) return;
    const progress = loadProgress();
    score.replaceChildren(`Problems solved: ${countSolved(progress, problems)} / ${problems.length}. `, link);
    for (const state of states) {
      const attempt = progress.practice[state.dataset.problem ?? ""];
      state.dataset.state = stateOf(attempt);
      state.textContent = stateOf(attempt) === "untouched" ? "" : inWords(attempt);
    }
  };
  refresh();
}
