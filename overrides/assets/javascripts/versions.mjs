// Where a page stands in the latest version: for the banner of the others, and for the page that
// says that there is none at an address. Only releases have either.

/**
 * Point a link at the same page of the latest version, where that has it.
 * @param {Element} place a link to the start of the latest version; `data-latest` is the path of
 *   the page, and without a value the path is that of the address shown
 */
export async function leadToLatest(place) {
  const link = /** @type {HTMLAnchorElement} */ (place);
  const start = new URL(link.href);
  const banner = link.closest("aside");
  if (!(await hasLatest(start))) {
    if (banner) banner.hidden = true;
    return;
  }
  const path = link.dataset.latest || pathBelow(start);
  if (!(await addresses(start)).has(path)) return;
  const item = link.closest("li");
  item?.after(item.cloneNode(true)); // the start stays in the list
  link.href = new URL(path, start).href;
  link.textContent = link.dataset.same ?? "";
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
  delete link.dataset.latest;
}

/**
 * Whether there is a latest version: before the first release, no other is older or newer.
 * @param {URL} start
 */
async function hasLatest(start) {
  const response = await fetch(new URL("../versions.json", start));
  /** @type {{ aliases: string[] }[]} */
  const versions = await response.json();
  return versions.some(({ aliases }) => aliases.includes("latest"));
}

/**
 * Every path of a version, from its site map.
 * @param {URL} start
 * @returns {Promise<Set<string>>}
 */
async function addresses(start) {
  const response = await fetch(new URL("sitemap.xml", start));
  const sitemap = new DOMParser().parseFromString(await response.text(), "text/xml");
  const found = [...sitemap.querySelectorAll("loc")].map(({ textContent }) => textContent ?? "");
  const root = found.reduce((short, next) => (next.length < short.length ? next : short));
  return new Set(found.map((location) => location.slice(root.length)));
}

/**
 * The address shown as a path of a version: what follows that version's name, or all of it.
 * @param {URL} start of any version
 */
function pathBelow(start) {
  const root = new URL("..", start).pathname;
  const path = location.pathname.slice(root.length).replace(/^(?:dev|latest|\d+\.[\d.]+)\//, "");
  return path.replace(/index\.html$/, "").replace(/[^/]$/, "$&/");
}
