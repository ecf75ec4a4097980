// What a page brings to life only where the reader is.

/**
 * Act on each element once, when it comes near the screen.
 * @param {string} selector
 * @param {string} rootMargin how far outside of the screen is near
 * @param {(element: HTMLElement) => unknown} act
 */
export function whenNear(selector, rootMargin, act) {
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          watcher.unobserve(target);
          act(/** @type {HTMLElement} */ (target));
        }
    },
    { rootMargin },
  );
  for (const place of document.querySelectorAll(selector)) watcher.observe(place);
  return watcher;
}
