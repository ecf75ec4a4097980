// What the theme leaves to be desired: names for its code buttons, and a way to scroll by keyboard.

/** Elements that may be wider than the screen. */
const SCROLLABLE = "pre > code, .md-typeset__scrollwrap, .md-typeset .diagram";

/** @type {Record<string, string>} */
const KINDS = { CODE: "Code", FIGURE: "Diagram" };

/** @type {ResizeObserver | undefined} */
let sizes;
/** @type {MutationObserver | undefined} */
let changes;

// A label opens search and the navigation; the button in it is for the keyboard.
addEventListener("keydown", (event) => {
  const button = event.target instanceof Element && event.target.closest("label [role=button]");
  if (!(button instanceof HTMLElement) || !["Enter", " "].includes(event.key)) return;
  event.preventDefault();
  button.click();
});

/** Repair the page shown now, and keep it so while it grows and changes its width. */
export function repairAccessibility() {
  sizes?.disconnect();
  changes?.disconnect();
  sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) allowScrolling(/** @type {HTMLElement} */ (target));
  });
  changes = new MutationObserver(repair);
  for (const place of document.querySelectorAll("[data-md-component=content], .md-search-result"))
    changes.observe(place, { childList: true, subtree: true });
  repair();
}

function repair() {
  let number = 0;
  for (const nav of document.querySelectorAll(".md-code__nav:not([aria-label])"))
    nav.setAttribute("aria-label", `Code block ${numberOf(nav)}`);
  for (const button of document.querySelectorAll(".md-code__button:not([aria-label])"))
    button.setAttribute("aria-label", button.getAttribute("title") || "Copy to clipboard");
  for (const label of document.querySelectorAll("label.md-nav__link[id$=_label]"))
    nameSection(label);
  for (const link of document.querySelectorAll(".md-annotation__index:not([aria-label])"))
    link.setAttribute("aria-label", `Note ${noteOf(link)}`);
  for (const element of document.querySelectorAll(SCROLLABLE)) {
    number += 1;
    nameScrollable(/** @type {HTMLElement} */ (element), number);
    sizes?.observe(element);
  }
}

/**
 * The position of a code block on the page, counted from 1.
 * @param {Element} nav
 */
function numberOf(nav) {
  return [...document.querySelectorAll(".md-code__nav")].indexOf(nav) + 1;
}

/**
 * Beside a section that has a page of its own stands a label with an arrow and no words.
 * @param {Element} label
 */
function nameSection(label) {
  const title = document.querySelector(`[aria-labelledby="${label.id}"] > .md-nav__title`);
  if (!title || label.textContent?.trim()) return;
  const name = document.createElement("span");
  name.className = "unseen";
  name.textContent = title.textContent;
  label.append(name);
}

/**
 * The number of a note to a line of code, as its author wrote it.
 * @param {Element} link
 */
function noteOf(link) {
  return link.querySelector("[data-md-annotation-id]")?.getAttribute("data-md-annotation-id") ?? "";
}

/**
 * @param {HTMLElement} element
 * @param {number} number
 */
function nameScrollable(element, number) {
  if (element.dataset.scrollName) return;
  const kind = KINDS[element.tagName] ?? "Table";
  element.dataset.scrollName = `${kind} ${number}, scrolls sideways`;
}

/**
 * Let the keyboard reach an element that scrolls sideways, and only then.
 * @param {HTMLElement} element
 */
function allowScrolling(element) {
  const wide = element.scrollWidth > element.clientWidth;
  if (wide) {
    element.tabIndex = 0;
    element.setAttribute("role", "region");
    element.setAttribute("aria-label", element.dataset.scrollName ?? "Scrolls sideways");
  } else if (element.getAttribute("role") === "region") {
    element.removeAttribute("tabindex");
    element.removeAttribute("role");
    element.removeAttribute("aria-label");
  }
}
