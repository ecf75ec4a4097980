// Parts of a page that a reader folded away stay folded at the next visit.

import { CLOSED_PARTS as KEY } from "./progress-key.mjs";
import { pageShown } from "./progress-store.mjs";

/** @typedef {Record<string, string[]>} Closed */

/** @param {HTMLElement} place a part, with its heading in its summary */
export function mountPart(place) {
  if (!(place instanceof HTMLDetailsElement) || place.dataset.mounted) return;
  place.dataset.mounted = "true";
  const id = place.querySelector("h2")?.id;
  const page = pageShown();
  if (!id) return;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place.open) write(page, id, true); // the reader was faster than this script
  else if (read()[page]?.includes(id) && !(target && place.contains(target))) place.open = false;
  place.addEventListener("toggle", () => write(page, id, !place.open));
}

/** @returns {Closed} */
function read() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return found && typeof found === "object" ? found : {};
  } catch {
    return {};
  }
}

/**
 * @param {string} page
 * @param {string} id
 * @param {boolean} closed
 */
function write(page, id, closed) {
  const known = read();
  const others = (Array.isArray(known[page]) ? known[page] : []).filter((other) => other !== id);
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...known, [page]: closed ? [...others, id] : others }));
  } catch {
    // Blocked or full: the part stays as the reader put it until the page is left.
  }
}

// A link into a part that is closed opens it.
addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const part = target?.closest("details.part");
  if (part instanceof HTMLDetailsElement && !part.open) {
    part.open = true;
    target?.scrollIntoView();
  }
});
