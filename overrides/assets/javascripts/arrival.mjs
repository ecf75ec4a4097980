// A quarter of a second after scrolling the theme writes into the history how far the page is scrolled,
// and which heading is in view. If the reader has followed a link by then, it writes that over the
// new page, which is then not scrolled to where the link leads. So nothing is written on the way.

/** More than the theme waits, in milliseconds. */
const DELAY = 400;

/** The page that is shown; while the address names another one, that is on its way. */
let shown = location.pathname;

const replace = history.replaceState;
history.replaceState = function (state, unused, url) {
  if (location.pathname === shown) replace.call(this, state, unused, url);
};

/** To be called when a page has come: after a while, what is written is about that page. */
export function arrive() {
  const { pathname } = location;
  setTimeout(() => (shown = pathname), DELAY);
}

if (location.hash) import("./hold-place.mjs").then((m) => m.holdPlace());
