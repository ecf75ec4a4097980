// The entry: what runs on every page, again after each instant navigation.

import { repairAccessibility } from "./accessibility.mjs";
import { watchDiagrams } from "./diagrams.mjs";
import { watchQuizzes } from "./quizzes.mjs";

/** @typedef {{ subscribe(next: () => void): void }} Pages the theme's stream of pages shown */

const pages = /** @type {{ document$?: Pages }} */ (globalThis).document$;

function mount() {
  repairAccessibility();
  watchDiagrams();
  watchQuizzes();
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

if (pages) pages.subscribe(mount);
else mount();
