// On paper the answers stand at the end of the page, where nobody reads them by accident. Where this
// module did not come in time, they stand below their question.

/** @type {HTMLElement | undefined} */
let answers;

addEventListener("beforeprint", () => {
  const quizzes = [...document.querySelectorAll(".quiz[id]")];
  const article = document.querySelector(".md-content__inner");
  if (!quizzes.length || !article) return;
  answers?.remove();
  answers = document.createElement("section");
  answers.className = "answers";
  answers.append(text("h2", "Answers"), ...quizzes.flatMap(answersTo));
  article.append(answers);
});

addEventListener("afterprint", () => answers?.remove());

/**
 * @param {Element} quiz on its page, answered or not
 * @returns {Element[]} the question, and the reason of each option
 */
function answersTo(quiz) {
  const question = text("h3", "");
  question.append(...copies(quiz.querySelector(".admonition-title")));
  question.querySelector(".quiz__hint")?.remove();
  const list = document.createElement("ol");
  for (const reason of quiz.querySelectorAll(".quiz__reason, .quiz__reasons > li")) {
    const item = document.createElement("li");
    item.append(...copies(reason));
    list.append(item);
  }
  return [question, list];
}

/** @param {Element | null} element */
function copies(element) {
  const copy = /** @type {Element | undefined} */ (element?.cloneNode(true));
  for (const named of copy?.querySelectorAll("[id]") ?? []) named.removeAttribute("id");
  return copy?.childNodes ?? [];
}

/**
 * @param {string} tag
 * @param {string} content
 */
function text(tag, content) {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}
