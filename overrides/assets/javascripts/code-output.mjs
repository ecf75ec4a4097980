// What a program prints, as it prints it. Text arrives in batches and goes to the page once a frame,
// into blocks of some hundred lines, so that the browser lays out the last block only.

import { element } from "./code-elements.mjs";

const LINES = 200;

export class CodeOutput {
  #lines = 0;
  /** @type {Text | undefined} where the last batch went */
  #text;
  #stream = "";
  /** @type {{ text: string, stream: string }[]} */
  #waiting = [];
  #frame = 0;

  /**
   * @param {HTMLElement} panel
   * @param {string} file
   */
  constructor(panel, file) {
    this.place = element("pre", { className: "code-panel__output", hidden: true, tabIndex: 0 });
    this.place.role = "log";
    this.place.ariaLabel = `Output of ${file}`;
    panel.append(this.place);
  }

  get empty() {
    return this.place.hidden;
  }

  /** The last line that is not blank. */
  get lastLine() {
    return this.#text?.data.trimEnd().split("\n").at(-1) ?? "";
  }

  clear() {
    this.#waiting = [];
    this.#text = undefined;
    this.place.replaceChildren();
    this.place.hidden = true;
  }

  /**
   * @param {string} text
   * @param {string} stream `stdout` or `stderr`
   */
  write(text, stream) {
    const last = this.#waiting.at(-1);
    if (last?.stream === stream) last.text += text;
    else this.#waiting.push({ text, stream });
    this.#frame ||= requestAnimationFrame(() => this.flush());
  }

  /** Show what waits for the next frame. */
  flush() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const atEnd = this.place.scrollHeight - this.place.scrollTop - this.place.clientHeight < 40;
    for (const { text, stream } of this.#waiting) this.#append(text, stream);
    this.#waiting = [];
    if (atEnd) this.place.scrollTop = this.place.scrollHeight;
  }

  /**
   * @param {string} text
   * @param {string} stream
   */
  #append(text, stream) {
    if (!text) return;
    this.place.hidden = false;
    const sameLine = this.#text && !this.#text.data.endsWith("\n");
    if (!this.#text || stream !== this.#stream || (this.#lines > LINES && !sameLine)) {
      const made = element(sameLine ? "span" : "div", { className: `code-panel__${stream}` });
      this.#text = made.appendChild(document.createTextNode(""));
      this.#stream = stream;
      this.#lines = 0;
      this.place.append(made);
    }
    // Texts change by their data alone: the page is not searched for new elements then.
    this.#text.appendData(text);
    this.#lines += text.split("\n").length;
  }
}
