// The filter of the glossary. Loaded when a reader turns to it; without it the page is whole.

import { letters, match } from "./glossary-match.mjs";

/**
 * @typedef {object} Entry
 * @property {HTMLElement} element
 * @property {string} letter the id of the heading above it
 * @property {string[]} names
 * @property {string} text
 */

/** Attach the filter to the page shown now, unless that is done. */
export function mountFilter() {
  const input = document.querySelector("#filter:not([data-mounted])");
  const count = document.querySelector("#filter-count");
  if (!(input instanceof HTMLInputElement) || !count) return;
  input.dataset.mounted = "";
  const entries = readEntries();
  const apply = () => show(entries, match(entries, input.value), count, input.value);
  input.addEventListener("input", apply);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !input.value) return;
    event.preventDefault();
    input.value = "";
    apply();
  });
  /** @param {string} hash */
  const reveal = (hash) => {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target || !target.closest(".term[hidden], h2[hidden]")) return;
    input.value = "";
    apply();
    target.scrollIntoView();
  };
  followLinks(input, reveal);
  if (input.value) apply(); // typed before this module came
}

/**
 * A link to a term that is filtered out shows it, whoever follows it: before the browser looks for it.
 * @param {HTMLElement} input the filter; when it has left the page, so do the listeners
 * @param {(hash: string) => void} reveal
 */
function followLinks(input, reveal) {
  const gone = new AbortController();
  /** @param {() => string | undefined} hash */
  const listen = (hash) => {
    if (input.isConnected) reveal(hash() ?? "");
    else gone.abort();
  };
  const options = { capture: true, signal: gone.signal };
  addEventListener("hashchange", () => listen(() => location.hash), options);
  addEventListener(
    "click",
    ({ target }) =>
      listen(() => {
        const link = target instanceof Element ? target.closest("a[href]") : null;
        if (!(link instanceof HTMLAnchorElement)) return undefined;
        return link.pathname === location.pathname ? link.hash : undefined;
      }),
    options,
  );
}

/** @returns {Entry[]} */
function readEntries() {
  let letter = "";
  const found = [];
  for (const element of document.querySelectorAll(".md-content__inner > :is(h2, .term)")) {
    if (!(element instanceof HTMLElement)) continue;
    const title = element.querySelector("h3")?.firstChild?.textContent;
    if (element.tagName === "H2") letter = element.id;
    else if (title) {
      const synonyms = [...element.querySelectorAll("i")].map((name) => name.textContent ?? "");
      const names = [title, ...synonyms];
      found.push({
        element,
        letter,
        names: names.map(letters),
        text: letters(element.querySelector("p")?.textContent ?? ""),
      });
    }
  }
  return found;
}

/**
 * @param {Entry[]} entries
 * @param {{ found: Set<object>, how: string }} result
 * @param {Element} count
 * @param {string} query
 */
function show(entries, { found, how }, count, query) {
  const used = new Set();
  for (const entry of entries) {
    entry.element.hidden = !found.has(entry);
    if (!entry.element.hidden) used.add(entry.letter);
  }
  for (const heading of document.querySelectorAll(".md-content__inner > h2"))
    if (heading instanceof HTMLElement) heading.hidden = !used.has(heading.id);
  for (const link of document.querySelectorAll(".letters a"))
    if (link instanceof HTMLAnchorElement) dim(link, used);
  count.textContent = query.trim() ? say(found.size, how) : terms(entries.length);
}

/**
 * A letter without entries is a link without a target.
 * @param {HTMLAnchorElement} link
 * @param {Set<string>} used
 */
function dim(link, used) {
  const id = (link.dataset.letter ??= link.hash.slice(1)); // the theme makes its address absolute
  if (used.has(id)) {
    link.setAttribute("href", `#${id}`);
    for (const name of ["role", "aria-disabled"]) link.removeAttribute(name);
  } else {
    link.removeAttribute("href");
    link.setAttribute("role", "link");
    link.setAttribute("aria-disabled", "true");
  }
}

/**
 * @param {number} count
 * @param {string} how
 */
function say(count, how) {
  if (how === "nothing") return "No term found. Escape shows all";
  if (how === "typo") return `No term of that name; ${terms(count)} with a similar one`;
  if (how === "text") return `No term of that name; mentioned by ${terms(count)}`;
  return terms(count);
}

/** @param {number} count */
function terms(count) {
  return `${count} term${count === 1 ? "" : "s"}`;
}
