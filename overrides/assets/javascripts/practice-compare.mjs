// The solution of a practice problem beside the reader's own answer, line by line.

import { button, element, loadStyles, unseen } from "./code-elements.mjs";
import { diffLines } from "./line-diff.mjs";
import { attemptAt, slugOf } from "./practice-state.mjs";

const SIDES = {
  both: { mark: "  ", words: "" },
  ours: { mark: "- ", words: "Only yours: " },
  theirs: { mark: "+ ", words: "Only in the solution: " },
};

/**
 * @param {HTMLElement} block shows the solution
 * @param {string} folder of the problem
 * @returns {HTMLButtonElement}
 */
export function compareButton(block, folder) {
  const toggle = button("Compare with mine");
  /** @type {HTMLElement | undefined} */
  let view;
  toggle.ariaPressed = "false";
  toggle.addEventListener("click", async () => {
    const pre = block.querySelector("pre");
    const solution = pre?.querySelector("code")?.textContent ?? "";
    const compare = !view;
    view?.remove();
    view = undefined;
    if (compare) {
      await loadStyles("practice.css").catch(() => {});
      view = viewOf(attemptAt(slugOf(folder))?.code ?? "", solution);
      block.querySelector(":scope > .code-bar")?.before(view);
    }
    pre?.toggleAttribute("hidden", view?.dataset.differs === "true");
    toggle.ariaPressed = String(compare);
  });
  return toggle;
}

/**
 * @param {string} mine
 * @param {string} solution
 */
function viewOf(mine, solution) {
  const view = element("div", { className: "practice-compare" });
  const said = element("p", { role: "status" });
  view.append(said);
  if (!mine) {
    said.textContent = "You have not written anything yet: your answer is the starter.";
    return view;
  }
  const lines = diffLines(mine, solution);
  const count = (/** @type {string} */ side) => lines.filter((line) => line.side === side).length;
  said.textContent =
    `${count("both")} lines are the same. Only yours (-): ${count("ours")}.` +
    ` Only in the solution (+): ${count("theirs")}.`;
  // All lines in one box, so that each is as wide as the longest.
  const box = element("div", { className: "practice-compare__lines" }, ...lines.map(shown));
  const pre = element("pre", { tabIndex: 0 }, box);
  pre.ariaLabel = "Your answer and the solution";
  pre.role = "region";
  view.append(pre);
  view.dataset.differs = "true";
  return view;
}

/** @param {import("./line-diff.mjs").Line} line */
function shown({ side, line }) {
  const { mark, words } = SIDES[side];
  const sign = element("span", { ariaHidden: "true" }, mark);
  const made = element("div", {}, ...(words ? [unseen(words)] : []), sign, line);
  made.dataset.side = side;
  return made;
}
