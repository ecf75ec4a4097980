// The page "Review": the questions whose latest answer was wrong, oldest first, to answer again.
// It fetches everything at once, so the connection may go afterwards.

import { fetchIndex, many } from "./progress-index.mjs";
import { loadProgress, onProgress, ROOT } from "./progress-store.mjs";

/** @typedef {{ id: string, page: string, title: string }} Wrong */

/** @type {(() => void) | undefined} */
let refresh;
onProgress(() => refresh?.());

/** @param {HTMLElement} place */
export async function mountReview(place) {
  if (place.dataset.mounted) return;
  place.dataset.mounted = "true";
  const count = document.createElement("p");
  count.setAttribute("role", "status");
  try {
    const wrong = await wrongAnswers();
    const { mountQuiz } = wrong.length ? await import("./quiz.mjs") : { mountQuiz: () => {} };
    const pages = new Map([...new Set(wrong.map(({ page }) => page))].map((page) => [page, fetchPage(page)]));
    const shown = await Promise.all(wrong.map(async (entry) => show(entry, await pages.get(entry.page))));
    place.replaceChildren(count, ...shown);
    for (const quiz of place.querySelectorAll(".quiz")) mountQuiz(/** @type {HTMLElement} */ (quiz));
    refresh = () => {
      if (place.isConnected) count.textContent = wrong.length ? summary(wrong) : (place.dataset.nothing ?? "");
    };
    refresh();
  } catch {
    delete place.dataset.mounted;
    place.textContent = "The questions could not be loaded. Load this page again.";
  }
}

/** @returns {Promise<Wrong[]>} oldest first */
async function wrongAnswers() {
  const { quizzes } = loadProgress();
  if (!Object.values(quizzes).some(({ latest }) => !latest)) return [];
  const guides = await fetchIndex();
  return guides
    .flatMap(({ page, title, quizzes: ids }) => ids.map((id) => ({ id, page, title })))
    .filter(({ id }) => quizzes[id]?.latest === false)
    .sort((a, b) => (quizzes[a.id].when < quizzes[b.id].when ? -1 : 1));
}

/** @param {Wrong[]} wrong */
function summary(wrong) {
  const { quizzes } = loadProgress();
  const left = wrong.filter(({ id }) => !quizzes[id]?.latest).length;
  return left ? `${many(left, "question")} to review.` : "All of them are right now.";
}

/**
 * @param {string} page
 * @returns {Promise<Document | null>}
 */
async function fetchPage(page) {
  try {
    const response = await fetch(new URL(page, ROOT));
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  } catch {
    return null;
  }
}

/**
 * @param {Wrong} wrong
 * @param {Document | null | undefined} source the page that asks the question
 */
function show({ id, page, title }, source) {
  const section = document.createElement("section");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = new URL(`${page}#quiz-${id}`, ROOT).href;
  link.textContent = title;
  heading.append(link);
  const quiz = source?.getElementById(`quiz-${id}`);
  section.append(heading, quiz ? fit(quiz, new URL(page, ROOT)) : "Its page could not be loaded.");
  return section;
}

/**
 * A quiz of another page, with addresses that hold on this one.
 * @param {HTMLElement} quiz
 * @param {URL} from
 */
function fit(quiz, from) {
  for (const name of ["href", "src"])
    for (const element of quiz.querySelectorAll(`[${name}]`))
      element.setAttribute(name, new URL(element.getAttribute(name) ?? "", from).href);
  for (const element of quiz.querySelectorAll("[id^=__]")) element.removeAttribute("id");
  return document.importNode(quiz, true);
}
