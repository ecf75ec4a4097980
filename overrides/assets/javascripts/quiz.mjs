// One quiz as a form. Choosing by keyboard does not answer; Enter, the button and a tap do.

import { loadProgress, recordAnswer } from "./progress-store.mjs";

/**
 * @typedef {object} Option
 * @property {HTMLInputElement} input
 * @property {HTMLElement} item
 * @property {Text} verdict what stands before the reason
 * @property {boolean} right
 * @property {string} name its letter and text
 */

/** What stands before a reason, by "chosen" and "right". */
const VERDICTS = {
  "true true": "Your answer, and right.",
  "true false": "Your answer, but not right.",
  "false true": "This is right.",
  "false false": "No.",
};

/** Longer names of options are cut when they are read out. */
const LONGEST = 120;

/**
 * @param {Element} quiz
 * @returns {string} the id that progress is keyed by
 */
export function quizId(quiz) {
  return quiz.id.replace(/^quiz-/, "");
}

/**
 * @param {Element} element a quiz, or a part of one
 * @returns {boolean} whether it shows contributors what a quiz is: its answers are not kept
 */
export function isExample(element) {
  return element.closest(".live") !== null;
}

/**
 * Turn the question, its options and its folded reasons into a form; once.
 * @param {HTMLElement} quiz as quizzes.py writes it
 */
export function mountQuiz(quiz) {
  const title = quiz.querySelector(":scope > .admonition-title");
  const list = quiz.querySelector(":scope > .quiz__options");
  const reasons = [...quiz.querySelectorAll(":scope > .quiz__answer > .quiz__reasons > li")];
  if (!title || !list || list.children.length !== reasons.length) return;
  const several = reasons.filter(isRight).length > 1;
  const options = [...list.children].map((item, index) =>
    mountOption(/** @type {HTMLElement} */ (item), reasons[index], several, `${quiz.id}-${index}`),
  );
  const form = document.createElement("form");
  const fields = document.createElement("fieldset");
  form.className = "quiz__form";
  form.noValidate = true;
  fields.className = "quiz__fields";
  fields.append(legend(title, several));
  quiz.querySelector(":scope > .quiz__answer")?.remove();
  fields.append(...quiz.childNodes);
  form.append(fields);
  quiz.append(form);
  quiz.removeAttribute("role");
  quiz.removeAttribute("aria-labelledby");
  new Quiz(quizId(quiz), form, options, several);
}

/** @param {Element} reason */
function isRight(reason) {
  return reason.getAttribute("data-answer") === "right";
}

/**
 * @param {Element} title
 * @param {boolean} several
 */
function legend(title, several) {
  const found = document.createElement("legend");
  found.className = "admonition-title";
  found.id = title.id;
  found.append(...title.childNodes);
  if (several) found.insertAdjacentHTML("beforeend", ' <span class="quiz__hint">Choose all that apply.</span>');
  title.remove();
  return found;
}

/**
 * @param {HTMLElement} item
 * @param {Element} source its reason
 * @param {boolean} several
 * @param {string} id
 * @returns {Option}
 */
function mountOption(item, source, several, id) {
  const letter = String.fromCharCode(65 + [...(item.parentElement?.children ?? [])].indexOf(item));
  const words = (item.textContent ?? "").replace(/\s+/g, " ").trim();
  const label = document.createElement("label");
  const input = document.createElement("input");
  const text = document.createElement("span");
  input.type = several ? "checkbox" : "radio";
  input.name = "answer";
  input.id = id;
  label.className = "quiz__option";
  label.htmlFor = id;
  text.append(...item.childNodes);
  label.append(input, text);

  const reason = document.createElement("div");
  reason.className = "quiz__reason";
  reason.append(...source.childNodes);
  const strong = reason.querySelector("strong") ?? reason.appendChild(document.createElement("strong"));
  const verdict = document.createTextNode(strong.textContent ?? "");
  strong.replaceChildren(verdict);
  item.append(label, reason);
  const right = isRight(source);
  item.dataset.answer = right ? "right" : "wrong";
  const name = `${letter}: ${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}`;
  return { input, item, verdict, right, name };
}

/**
 * Choose what was tapped, without the second click that a label sends to its input: every listener
 * of the theme would hear both before the answer shows.
 * @param {MouseEvent} event
 * @returns {boolean} whether an option was chosen
 */
function tapped(event) {
  const target = /** @type {Element} */ (event.target);
  const label = target.closest("label");
  const input = label?.control;
  const other = target.closest("a, button") || !getSelection()?.isCollapsed;
  if (other || !(input instanceof HTMLInputElement) || input.disabled) return false;
  event.preventDefault();
  return (input.checked = true);
}

/** A mounted quiz: waiting for an answer, or answered. */
class Quiz {
  /**
   * @param {string} id
   * @param {HTMLFormElement} form
   * @param {Option[]} options
   * @param {boolean} several whether more than one option is right
   */
  constructor(id, form, options, several) {
    this.id = id;
    this.form = form;
    this.options = options;
    this.button = document.createElement("button");
    this.button.className = "md-button quiz__check";
    // Texts change by their data alone: the page is not searched for new elements then.
    this.label = document.createTextNode("Check");
    this.result = document.createTextNode(this.#before());
    this.button.append(this.label);
    const status = document.createElement("p");
    status.className = "quiz__result";
    status.setAttribute("role", "status");
    status.append(this.result);
    const row = document.createElement("div");
    row.className = "quiz__row";
    row.append(this.button, status);
    form.firstElementChild?.append(row);

    /** Whether a key is down: a click that comes from it only chooses. */
    let keyed = false;
    form.addEventListener("keydown", () => (keyed = true));
    form.addEventListener("keyup", () => setTimeout(() => (keyed = false)));
    form.addEventListener("pointerdown", () => (keyed = false));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.dataset.state) this.retry();
      else this.answer();
    });
    if (!several)
      form.addEventListener("click", (event) => {
        if (form.dataset.state) return;
        if (event.target instanceof HTMLInputElement ? !keyed : tapped(event)) this.answer();
      });
  }

  #before() {
    const known = loadProgress().quizzes[this.id];
    if (!known) return "";
    return known.latest ? "Answered right before." : "Answered before, not right.";
  }

  /** Say what the choice is worth, and why. */
  answer() {
    const chosen = this.options.filter(({ input }) => input.checked);
    if (!chosen.length) {
      this.result.data = "Choose an option first.";
      return;
    }
    const right = this.options.every((option) => option.input.checked === option.right);
    const hadFocus = this.form.contains(document.activeElement);
    for (const option of this.options) {
      option.verdict.data = VERDICTS[`${option.input.checked} ${option.right}`];
      option.item.toggleAttribute("data-chosen", option.input.checked);
    }
    this.form.dataset.state = right ? "right" : "wrong";
    this.label.data = right ? "Answer again" : "Try again";
    this.result.data = right ? "Right." : `Not right. ${this.#solution()}`;
    // A disabled field loses the focus; the button keeps it in its place. Who tapped sees the
    // answer first: both lay the page out.
    const close = () => {
      if (!this.form.dataset.state) return; // asked again meanwhile
      for (const { input, item } of this.options) {
        input.checked = item.hasAttribute("data-chosen");
        input.disabled = true;
      }
      this.button.focus({ preventScroll: true });
    };
    if (hadFocus) close();
    else requestAnimationFrame(() => setTimeout(close));
    if (!isExample(this.form)) recordAnswer(this.id, right);
  }

  #solution() {
    const names = this.options.filter(({ right }) => right).map(({ name }) => name);
    return names.length > 1 ? `Right are ${names.join("; ")}` : `Right is ${names[0]}`;
  }

  /** Ask again. */
  retry() {
    for (const { input, item, right, verdict } of this.options) {
      input.disabled = input.checked = false;
      item.removeAttribute("data-chosen");
      verdict.data = right ? "Right." : "No.";
    }
    delete this.form.dataset.state;
    this.label.data = "Check";
    this.result.data = "";
    this.options[0].input.focus({ preventScroll: true });
  }
}
