// A page's quizzes and its score.

import { countAnswers } from "./progress.mjs";
import { loadProgress, onProgress, ROOT, storageTrouble } from "./progress-store.mjs";
import "./quiz-print.mjs";
import { isExample, mountQuiz, quizId } from "./quiz.mjs";

/** @typedef {import("./progress.mjs").Progress} Progress */

const TROUBLE = {
  "": "",
  blocked: " Your browser does not let this site store anything: answers last while the page is open.",
  full: " Your browser has no room to store this: answers last while the page is open.",
  newer: " Stored by a later version of these notes: answers here last while the page is open.",
};

/** @type {{ ids: string[], text: Text } | undefined} the score of the page shown now */
let score;

/** Mount what the page shown now has. Calling it again does nothing new. */
export function mountPage() {
  const quizzes = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".quiz[id]")]);
  for (const quiz of quizzes) mountQuiz(quiz);
  score = undefined;
  const article = document.querySelector(".md-content__inner");
  const counted = quizzes.filter((quiz) => !isExample(quiz));
  if (counted.length && article) mountScore(article, counted.map(quizId));
}

/**
 * @param {Element} article
 * @param {string[]} ids
 */
function mountScore(article, ids) {
  const line = article.querySelector(".quiz-score:not([data-notes])") ?? document.createElement("p");
  const link = document.createElement("a");
  const text = document.createTextNode("");
  line.className = "quiz-score";
  link.href = new URL("progress/", ROOT).href;
  link.textContent = "My progress";
  line.replaceChildren(text, " ", link);
  article.append(line, ...article.querySelectorAll(":scope > [data-notes=section]"));
  score = { ids, text };
  showScore();
}

function showScore() {
  if (!score?.text.isConnected) return;
  const { total, right, first } = countAnswers(loadProgress(), score.ids);
  const tries = right ? `, ${first} at the first try` : "";
  score.text.data =
    `Quizzes: ${right} / ${total} answered correctly${tries}.${TROUBLE[storageTrouble()]}`;
}

onProgress(showScore);
