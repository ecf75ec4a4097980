// The entry: what runs on every page, again after each instant navigation.

import { repairAccessibility } from "./accessibility.mjs";
import { arrive } from "./arrival.mjs";
import { watchCode } from "./code-blocks.mjs";
import { watchDiagrams } from "./diagrams.mjs";
import { whenNear } from "./near.mjs";
import { watchQuizzes } from "./quizzes.mjs";

/** @typedef {{ subscribe(next: () => void): void }} Pages the theme's stream of pages shown */

const pages = /** @type {{ document$?: Pages }} */ (globalThis).document$;

function mount() {
  arrive();
  repairAccessibility();
  watchDiagrams();
  watchCode();
  watchQuizzes();
  // Links to the latest version are there in releases only, and in its own pages never in view.
  whenNear("a[data-latest]", "0px", (link) =>
    import("./versions.mjs").then(({ leadToLatest }) => leadToLatest(link)),
  );
  wake(document.activeElement);
}

/**
 * What a reader has to touch is loaded when it is touched.
 * @param {EventTarget | null} target
 */
function wake(target) {
  if (!(target instanceof HTMLInputElement)) return;
  if (target.id === "search-query") import("./search.mjs");
  if (target.id === "filter") import("./glossary.mjs").then(({ mountFilter }) => mountFilter());
}

addEventListener("focusin", ({ target }) => wake(target));
addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[data-copy]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation(); // the theme would take it for a page
  import("./copy-markdown.mjs").then((it) => it.copyMarkdown(/** @type {HTMLAnchorElement} */ (link)));
}, true);

if (pages) pages.subscribe(mount);
else mount();
