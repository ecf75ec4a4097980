// A practice problem in its page: the editor with the starter, Check, Run and Reset. What the
// reader writes is kept as it is written, and is there again on the next visit.

import { button, element, loadStyles } from "./code-elements.mjs";
import { RunPanel } from "./code-run.mjs";
import { attemptAt, inWords, isTooLong, keep, keepCode, keepResult, slugOf, stateOf, whyNotKept } from "./practice-state.mjs";
import { resultsOf, sentenceOf } from "./practice-results.mjs";
import { onProgress } from "./progress-store.mjs";
import { check } from "./runner.mjs";

/** @typedef {import("./code-editor.mjs").Editor} Editor */

/** How long after a key the code is kept, in milliseconds. */
const PAUSE = 400;

/** @type {Practice | undefined} the one on the page shown now */
let shown;
onProgress(() => shown?.refresh());
addEventListener("pagehide", () => shown?.keep());
document.addEventListener("visibilitychange", () => document.hidden && shown?.keep());

/**
 * Put the editor in the place of the starter.
 * @param {HTMLElement} block
 * @param {string} folder below snippets/practice
 * @returns {Promise<HTMLButtonElement[]>} the buttons of its row
 */
export async function mountPractice(block, folder) {
  const [{ openEditor }] = await Promise.all([import("./code-editor.mjs"), loadStyles("practice.css")]);
  shown?.keep();
  shown = new Practice(block, folder);
  shown.open(openEditor);
  return shown.buttons;
}

class Practice {
  #check = button("Check", " your answer");
  #run = button("Run", " your answer");
  #reset = button("Reset", " to the starter");
  #state = element("span", { className: "practice-state" });
  #unkept = element("p", { className: "practice-unkept" });
  #results = element("div", { className: "practice-results" });
  /** @type {Editor | undefined} */
  #editor;
  /** @type {AbortController | undefined} of the check that runs */
  #checking;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} block
   * @param {string} folder
   */
  constructor(block, folder) {
    this.block = block;
    this.folder = folder;
    this.slug = slugOf(folder);
    this.starter = block.querySelector("pre > code")?.textContent ?? "";
    /** What the editor holds. */
    this.text = attemptAt(this.slug)?.code || this.starter;
    /** What is kept of it. */
    this.kept = this.text;
    this.panel = new RunPanel(block, `practice/${folder}/starter.py`, "your answer");
    this.buttons = [this.#check, this.#run, this.#reset];
    this.#check.classList.add("practice-check");
    this.#run.classList.add("code-bar__run");
    this.#check.addEventListener("click", () => this.panel.attempt(() => this.checkOrStop()));
    this.#run.addEventListener("click", () => this.panel.attempt(() => this.runOrStop()));
    this.#reset.addEventListener("click", () => this.reset());
  }

  /** @param {typeof import("./code-editor.mjs").openEditor} openEditor */
  open(openEditor) {
    const pre = this.block.querySelector("pre");
    const place = element("div", { className: "code-editor" });
    pre?.after(place);
    if (pre) pre.hidden = true;
    this.#editor = openEditor(place, {
      name: "Your answer",
      text: this.text,
      changed: (text) => this.#changed(text),
      run: () => this.panel.attempt(() => this.#checking || this.checkOrStop()),
      does: "check it",
    });
    place.addEventListener("focusout", () => this.keep());
    this.block.querySelector(".filename")?.append(this.#state);
    this.refresh();
  }

  /** @param {string} text */
  #changed(text) {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), PAUSE);
  }

  /** Keep what was written since the last time. */
  keep() {
    clearTimeout(this.#timer);
    if (this.text === this.kept || isTooLong(this.text)) return this.refresh();
    this.kept = this.text;
    keepCode(this.slug, this.text === this.starter ? "" : this.text);
  }

  /** Show what is kept, which another tab may have changed. */
  refresh() {
    if (!this.block.isConnected) return;
    const attempt = attemptAt(this.slug);
    const text = attempt?.code || this.starter;
    if (text !== this.kept && this.text === this.kept) {
      this.text = this.kept = text;
      this.#editor?.show(text);
    }
    this.#state.textContent = inWords(attempt);
    this.#state.dataset.state = stateOf(attempt);
    const trouble = isTooLong(this.text)
      ? "This is more code than the page keeps: it lasts while the page is open."
      : whyNotKept();
    if (this.#unkept.textContent === trouble) return;
    this.#unkept.textContent = trouble;
    // Below the buttons: a button that moves while it is pressed is not clicked.
    if (trouble) this.block.append(this.#unkept);
    else this.#unkept.remove();
  }

  async checkOrStop() {
    if (this.#checking) return this.#checking.abort();
    this.keep();
    const panel = this.panel.open();
    if (!(await this.panel.mayLoad(panel, this.#check))) return;
    const checking = (this.#checking = new AbortController());
    this.panel.stop();
    this.panel.clear();
    this.#results.remove();
    this.panel.say("Checking.");
    this.#run.disabled = this.#reset.disabled = true;
    this.#check.firstChild?.replaceWith("Stop");
    try {
      const { report } = await check(this.folder, this.text, {
        signal: checking.signal,
        onProgress: (progress) =>
          this.panel.showLoading(progress.loaded < progress.total ? progress : undefined, "Checking."),
      });
      this.#show(report, panel);
    } finally {
      this.#checking = undefined;
      this.panel.hideLoading();
      this.#run.disabled = this.#reset.disabled = false;
      this.#check.firstChild?.replaceWith("Check");
    }
  }

  /**
   * @param {import("./practice-results.mjs").Report} report
   * @param {HTMLElement} panel
   */
  #show(report, panel) {
    const passed = report.results.filter(({ failure }) => !failure).length;
    keepResult(this.slug, passed, report.results.length);
    this.panel.say(sentenceOf(report));
    if (report.problem || report.passed) panel.dataset.outcome = report.passed ? "ok" : "error";
    this.#results.replaceChildren(...resultsOf(report));
    panel.append(this.#results);
  }

  async runOrStop() {
    if (this.panel.running) return this.panel.stop();
    this.keep();
    this.#results.remove();
    await this.panel.run(this.text, this.#run);
  }

  /** The starter again, until the reader wants the answer back. */
  reset() {
    this.keep();
    const before = { text: this.text, attempt: attemptAt(this.slug) };
    this.#results.remove();
    this.panel.clear();
    if (this.text === this.starter) return this.panel.say("This is the starter.");
    this.#put(this.starter);
    keep(this.slug, { code: "", passed: 0, tests: 0 });
    this.panel.say("The starter is back.");
    const undo = button("Undo", " the reset");
    undo.addEventListener("click", () => {
      this.#put(before.text);
      const code = isTooLong(before.text) ? "" : before.text;
      keep(this.slug, { ...before.attempt, code });
      this.#results.remove();
      this.panel.say("Your answer is back.");
      this.#reset.focus({ preventScroll: true });
    });
    this.#results.replaceChildren(undo);
    this.panel.open().append(this.#results);
  }

  /** @param {string} text */
  #put(text) {
    clearTimeout(this.#timer);
    this.text = this.kept = text;
    this.#editor?.show(text);
  }
}
