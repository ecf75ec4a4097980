// A link to a place in the middle of a page: blocks above it get their true height only when they
// come near, after the browser has scrolled. Loaded where an address names such a place.

/** For how long, in milliseconds: then everything near has its height. */
const PATIENCE = 3000;

/** More than the browser itself scrolls to make up for what has grown, in pixels. */
const FAR = 100;

/** What shows that the reader goes somewhere else. */
const MOVES = ["wheel", "touchstart", "pointerdown", "keydown"];

/** Keep what the address names where the browser has scrolled it to, until the reader moves. */
export function holdPlace() {
  const [visit] = performance.getEntriesByType("navigation");
  const target = document.querySelector(":target");
  // A page that is loaded again, or gone back to, is scrolled to where it was.
  if (!target || /** @type {PerformanceNavigationTiming} */ (visit).type !== "navigate") return;
  const end = performance.now() + PATIENCE;
  let [place, scrolled, moved] = [Number.NaN, Number.NaN, false];
  for (const type of MOVES)
    addEventListener(type, () => (moved = true), { once: true, passive: true, capture: true });
  const placeNow = () => target.getBoundingClientRect().top + scrollY;
  const hold = () => {
    if (moved || !target.isConnected || performance.now() > end) return;
    if (!(Math.abs(placeNow() - place) < 1)) {
      target.scrollIntoView({ behavior: "instant" });
      place = placeNow();
    } else if (Math.abs(scrollY - scrolled) > FAR) return; // nothing has grown: a script did it
    scrolled = scrollY;
    requestAnimationFrame(hold);
  };
  hold();
}
