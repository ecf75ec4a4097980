// The glossary's terms that right answers have taught: marked, and counted.

import { loadProgress, onProgress, ROOT } from "./progress-store.mjs";

/** @typedef {Record<string, string[]>} Teachers the ids of the quizzes that teach a term */

/** @type {(() => void) | undefined} */
let refresh;
onProgress(() => refresh?.());

/** @param {HTMLElement} place where the count stands */
export async function mountLearned(place) {
  const response = await fetch(new URL("assets/terms.json", ROOT));
  if (!response.ok) throw new Error(`terms.json: ${response.status}`);
  const teachers = /** @type {Teachers} */ (await response.json());
  refresh = () => {
    if (place.isConnected) place.textContent = markTerms(teachers);
  };
  refresh();
}

/**
 * @param {Teachers} teachers
 * @returns {string} how many terms are learned
 */
function markTerms(teachers) {
  const { quizzes } = loadProgress();
  const headings = document.querySelectorAll(".term > h3");
  let count = 0;
  for (const heading of headings) {
    const learned = teachers[heading.id]?.some((id) => quizzes[id]?.latest) ?? false;
    count += Number(learned);
    if (learned !== Boolean(heading.querySelector(".term__learned"))) mark(heading, learned);
  }
  return `${count} of ${headings.length} learned`;
}

/**
 * @param {Element} heading
 * @param {boolean} learned
 */
function mark(heading, learned) {
  if (!learned) return heading.querySelector(".term__learned")?.remove();
  const found = document.createElement("span");
  found.className = "term__learned";
  found.textContent = "learned";
  // After its name: the filter reads that from the first node.
  heading.firstChild?.after(" ", found);
}
