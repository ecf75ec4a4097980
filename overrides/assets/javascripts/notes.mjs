// The entry: what runs on every page, again after each instant navigation.

import { repairAccessibility } from "./accessibility.mjs";
import { watchDiagrams } from "./diagrams.mjs";

/** @typedef {{ subscribe(next: () => void): void }} Pages the theme's stream of pages shown */

const pages = /** @type {{ document$?: Pages }} */ (globalThis).document$;

function mount() {
  repairAccessibility();
  watchDiagrams();
}

if (pages) pages.subscribe(mount);
else mount();
