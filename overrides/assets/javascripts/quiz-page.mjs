// A page's quizzes, its score, and what is remembered of reading it.

import { countAnswers } from "./progress.mjs";
import {
  changeProgress, loadProgress, onProgress, pageShown, ROOT, storageTrouble,
} from "./progress-store.mjs";
import { mountQuiz, quizId } from "./quiz.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */

const TROUBLE = {
  "": "",
  blocked: " Your browser does not let this site store anything: answers last while the page is open.",
  full: " Your browser has no room to store this: answers last while the page is open.",
  newer: " Stored by a later version of these notes: answers here last while the page is open.",
};

/** @type {{ ids: string[], text: Text } | undefined} the score of the page shown now */
let score;
/** @type {IntersectionObserver | undefined} */
let end;

/** Mount what the page shown now has. Calling it again does nothing new. */
export function mountPage() {
  const place = document.querySelector("[data-notes]");
  if (place instanceof HTMLElement) {
    if (place.dataset.notes === "review") void import("./review.mjs").then((m) => m.mountReview(place));
    else void import("./progress-page.mjs").then((m) => m.mountProgress(place));
  }
  const quizzes = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".quiz[id]")]);
  for (const quiz of quizzes) mountQuiz(quiz);
  end?.disconnect();
  score = undefined;
  const article = document.querySelector(".md-content__inner");
  if (quizzes.length && article && !place) mountScore(article, quizzes.map(quizId));
}

/**
 * @param {Element} article
 * @param {string[]} ids
 */
function mountScore(article, ids) {
  const line = article.querySelector(".quiz-score") ?? document.createElement("p");
  const link = document.createElement("a");
  const text = document.createTextNode("");
  line.className = "quiz-score";
  link.href = new URL("progress/", ROOT).href;
  link.textContent = "My progress";
  line.replaceChildren(text, " ", link);
  article.append(line);
  score = { ids, text };
  showScore();
  end = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    end?.disconnect();
    remember(true);
  });
  end.observe(line);
}

function showScore() {
  if (!score?.text.isConnected) return;
  const { total, right, first } = countAnswers(loadProgress(), score.ids);
  const tries = right ? `, ${first} at the first try` : "";
  score.text.data =
    `Quizzes: ${right} / ${total} answered correctly${tries}.${TROUBLE[storageTrouble()]}`;
}

/**
 * Remember where the reader is.
 * @param {boolean} read whether that is the end of the page
 */
function remember(read) {
  const page = pageShown();
  const when = new Date().toISOString();
  const last = { page, anchor: location.hash, when };
  changeProgress((progress) => ({
    ...progress,
    pages: read && !progress.pages[page] ? { ...progress.pages, [page]: when } : progress.pages,
    last,
  }));
}

onProgress(showScore);
// By then the address names the heading that was scrolled to.
addEventListener("scrollend", () => setTimeout(() => score?.text.isConnected && remember(false), 200), true);
