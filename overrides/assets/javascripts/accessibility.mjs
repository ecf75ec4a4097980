// What the theme leaves to be desired: names for its code buttons, and a way to scroll by keyboard.

/** Elements that may be wider than the screen. */
const SCROLLABLE = "pre > code, .md-typeset__scrollwrap, .md-typeset .diagram";

/** The text of a page: as wide as what stands in it. */
const PAGE = ".md-content__inner";

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
  let width = 0;
  sizes = new ResizeObserver((entries) => {
    const targets = entries.map(({ target }) => target);
    const page = entries.find(({ target }) => target.matches(PAGE));
    if (page && page.contentRect.width !== width) {
      width = page.contentRect.width;
      targets.push(...[...document.querySelectorAll(SCROLLABLE)].filter(isOffScreen));
    }
    allowScrolling(targets.filter((target) => target.matches(SCROLLABLE)));
  });
  changes = new MutationObserver(repair);
  for (const place of document.querySelectorAll("[data-md-component=content], .md-search-result"))
    changes.observe(place, { childList: true, subtree: true });
  for (const page of document.querySelectorAll(PAGE)) sizes.observe(page);
  repair();
}

function repair() {
  // By the place of the block, not of the buttons: blocks come to life in any order.
  for (const [index, block] of document.querySelectorAll(".highlight pre").entries())
    block.querySelector(".md-code__nav:not([aria-label])")
      ?.setAttribute("aria-label", `Code block ${index + 1}`);
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

/** Letter and padding of a code block in rem: 40-code.css sets it in 0.68 rem. */
const LETTER = 0.6 * 0.68;
const PADDING = 2 * 1.18 * 0.68;
/** What a box takes from the code in it, in rem. */
const BOX = 2.4;

/**
 * Whether the browser has left out what stands in an element, because it is off the screen.
 * @param {Element} element
 */
function isOffScreen(element) {
  const inner = element.firstElementChild ?? element;
  return !inner.checkVisibility({ contentVisibilityAuto: true });
}

/**
 * What is off the screen is not laid out yet (80-off-screen.css), and is not asked for its width: the
 * build counted the columns of code, and a table counts as wide until it is seen.
 * @param {Element} element
 */
function isWide(element) {
  if (!isOffScreen(element)) return element.scrollWidth > element.clientWidth;
  const block = element.closest(".highlight");
  const page = element.closest(PAGE);
  if (!(block instanceof HTMLElement) || !page) return true;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const columns = Number(block.style.getPropertyValue("--columns"));
  const boxed = !block.parentElement?.matches(`${PAGE}, ${PAGE} > section`);
  const room = page.clientWidth - (boxed ? BOX * rem : 0);
  return (columns * LETTER + PADDING) * rem > room;
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

addEventListener("contentvisibilityautostatechange", (event) => {
  if (event.target instanceof Element) {
    const shown = [event.target, ...event.target.querySelectorAll(SCROLLABLE)].filter((element) =>
      element.matches(SCROLLABLE),
    );
    if (shown.length) requestAnimationFrame(() => allowScrolling(shown));
  }
}, true);
