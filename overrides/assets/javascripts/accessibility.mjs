// What the theme leaves to be desired: names for its code buttons, and a way to scroll by keyboard.

/** Elements that may be wider than the screen. */
const SCROLLABLE = "pre > code, .md-typeset__scrollwrap, .md-typeset .diagram";

/** @type {Record<string, string>} */
const KINDS = { CODE: "Code", FIGURE: "Diagram" };

/** @type {WeakMap<Element, string>} */
const names = new WeakMap();

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
  sizes = new ResizeObserver((entries) => allowScrolling(entries.map(({ target }) => target)));
  changes = new MutationObserver(repair);
  for (const place of document.querySelectorAll("[data-md-component=content], .md-search-result"))
    changes.observe(place, { childList: true, subtree: true });
  repair();
}

function repair() {
  for (const [index, nav] of document.querySelectorAll(".md-code__nav").entries())
    if (!nav.ariaLabel) nav.setAttribute("aria-label", `Code block ${index + 1}`);
  for (const button of document.querySelectorAll(".md-code__button:not([aria-label])"))
    button.setAttribute("aria-label", button.getAttribute("title") || "Copy to clipboard");
  for (const label of document.querySelectorAll("label.md-nav__link[id$=_label]"))
    nameSection(label);
  for (const link of document.querySelectorAll(".md-annotation__index:not([aria-label])"))
    link.setAttribute("aria-label", `Note ${noteOf(link)}`);
  for (const [index, element] of document.querySelectorAll(SCROLLABLE).entries()) {
    nameScrollable(element, index + 1);
    sizes?.observe(element);
  }
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
 * @param {Element} element
 * @param {number} number
 */
function nameScrollable(element, number) {
  const kind = KINDS[element.tagName] ?? "Table";
  if (!names.has(element)) names.set(element, `${kind} ${number}, scrolls sideways`);
}

/**
 * Code that is not laid out yet (40-code.css) is not asked for its width: the build counted its
 * columns, and the letters of the code font are 0.6 em wide.
 * @param {Element} element
 */
function isWide(element) {
  const columns = element instanceof HTMLElement && element.style.getPropertyValue("--columns");
  const inner = element.firstElementChild;
  if (!columns || inner?.checkVisibility({ contentVisibilityAuto: true }))
    return element.scrollWidth > element.clientWidth;
  const { fontSize, paddingLeft } = getComputedStyle(element);
  const text = Number(columns) * 0.6 * Number.parseFloat(fontSize);
  return text + 2 * Number.parseFloat(paddingLeft) > element.clientWidth;
}

/**
 * Let the keyboard reach what scrolls sideways, and only that. Reads everything before it writes
 * anything, so that the page is laid out once.
 * @param {Element[]} elements
 */
function allowScrolling(elements) {
  const wide = new Set(elements.filter(isWide));
  for (const element of elements) {
    if (wide.has(element)) {
      element.setAttribute("tabindex", "0");
      element.setAttribute("role", "region");
      element.setAttribute("aria-label", names.get(element) ?? "Scrolls sideways");
    } else if (element.getAttribute("role") === "region") {
      for (const attribute of ["tabindex", "role", "aria-label"]) element.removeAttribute(attribute);
    }
  }
}

// Code that comes on the screen is laid out only then (40-code.css).
addEventListener("contentvisibilityautostatechange", (event) => {
  if (event.target instanceof Element && event.target.matches(SCROLLABLE))
    requestAnimationFrame(() => allowScrolling([/** @type {Element} */ (event.target)]));
}, true);
