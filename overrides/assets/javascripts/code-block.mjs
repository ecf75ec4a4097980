// One code block that can run: as the page shows it, with its whole program, or in an editor.
// An edit is kept for this visit, in memory, and is the same in every block of its program.

import { button, element } from "./code-elements.mjs";
import { RunPanel } from "./code-run.mjs";
import { sourceOf } from "./runner.mjs";

/** @typedef {import("./code-editor.mjs").Editor} Editor */

/** What the theme's notes on a line leave in the program's text. */
const ANNOTATION = /[ \t]*#[ \t]*\(\d+\)!?[ \t]*$/gm;

/** @type {Map<string, string>} the text of each program that differs from its file */
const edits = new Map();
/** @type {Set<CodeBlock>} those with an editor, on the page shown now */
const editing = new Set();

export class CodeBlock {
  /** @type {Editor | undefined} */
  #editor;
  /** @type {Promise<string> | undefined} */
  #source;
  /** @type {Node[] | undefined} what stood in the block before the whole program did */
  #part;
  /** Whether the reader was asked for one more click. */
  #asked = false;

  /**
   * @param {HTMLElement} block
   * @param {string} program its path below snippets/
   * @param {string} file its name
   * @param {{ isPart: boolean, runs: boolean }} options whether the block shows a part of it, and
   *   whether it runs in the page
   */
  constructor(block, program, file, { isPart, runs }) {
    this.block = block;
    this.program = program;
    this.file = file;
    this.panel = new RunPanel(block, program, file);
    this.run = button("Run", ` ${file}`);
    this.edit = button("Edit", ` ${file}`);
    this.all = button("Show all", ` of ${file}`);
    this.run.classList.add("code-bar__run");
    this.all.ariaPressed = "false";
    this.buttons = [...(runs ? [this.run, this.edit] : []), ...(isPart ? [this.all] : [])];
    this.run.addEventListener("click", () => this.panel.attempt(() => this.runOrStop()));
    this.edit.addEventListener("click", () => this.panel.attempt(() => this.editOrReset()));
    this.all.addEventListener("click", () => this.panel.attempt(() => this.showAll(!this.#part)));
    this.edit.addEventListener("blur", () => this.#ask(false));
    if (runs && edits.has(program)) void this.panel.attempt(() => this.#openEditor());
  }

  get #code() {
    return this.block.querySelector("pre > code");
  }

  /** The file as it is, without the marks of the theme's notes. */
  source() {
    this.#source ??= sourceOf(this.program)
      .then((text) => text.replace(ANNOTATION, ""))
      .catch((error) => {
        this.#source = undefined;
        throw error;
      });
    return this.#source;
  }

  async runOrStop() {
    if (this.panel.running) return this.panel.stop();
    // What runs is what is shown: an edit made in another block of the program comes here first.
    if (edits.has(this.program) && !this.#editor) await this.#openEditor();
    await this.panel.run(edits.get(this.program), this.run);
  }

  async editOrReset() {
    if (this.#editor && edits.has(this.program) && !this.#asked) this.#ask(true);
    else if (this.#editor) {
      this.#reset();
      this.edit.focus({ preventScroll: true });
    } else {
      const [first = ""] = this.#code?.textContent?.split("\n").filter((line) => line.trim()) ?? [];
      (await this.#openEditor())?.focus(first.trim());
    }
  }

  /**
   * One more click is needed before an edit is gone.
   * @param {boolean} asked
   */
  #ask(asked) {
    this.#asked = asked;
    this.#nameEdit();
  }

  #nameEdit() {
    const label = this.#asked ? "Discard edit?" : this.#editor ? "Reset" : "Edit";
    if (this.edit.firstChild?.textContent !== label) this.edit.firstChild?.replaceWith(label);
  }

  /**
   * The whole program in the place of its part, or the part again.
   * @param {boolean} all
   */
  async showAll(all) {
    const code = this.#code;
    if (!code) return;
    if (all) {
      const [{ highlight }, source] = await Promise.all([import("./code-editor.mjs"), this.source()]);
      this.#part ??= [...code.childNodes];
      code.innerHTML = highlight(source);
    } else if (this.#part) {
      code.replaceChildren(...this.#part);
      this.#part = undefined;
    }
    this.all.ariaPressed = String(all);
  }

  /** @returns {Promise<Editor | undefined>} */
  async #openEditor() {
    const [{ openEditor }, source] = await Promise.all([import("./code-editor.mjs"), this.source()]);
    const pre = this.block.querySelector("pre");
    if (this.#editor || !pre) return this.#editor;
    const place = element("div", { className: "code-editor" });
    pre.hidden = true;
    pre.after(place);
    this.all.hidden = true;
    this.#editor = openEditor(place, {
      name: `Code of ${this.file}`,
      text: edits.get(this.program) ?? source,
      changed: (text) => this.#changed(text, source),
      run: () => this.panel.attempt(() => this.panel.running || this.runOrStop()),
    });
    for (const other of editing) if (!other.block.isConnected) editing.delete(other);
    editing.add(this);
    this.#nameEdit();
    return this.#editor;
  }

  /**
   * @param {string} text
   * @param {string} source
   */
  #changed(text, source) {
    if (text === source) edits.delete(this.program);
    else edits.set(this.program, text);
    for (const other of editing)
      if (other !== this && other.program === this.program) other.#editor?.show(text);
  }

  /** The file again, in every block of the program. */
  #reset() {
    edits.delete(this.program);
    for (const other of editing) if (other.program === this.program) other.#close();
  }

  #close() {
    this.#editor?.remove();
    this.#editor = undefined;
    editing.delete(this);
    this.block.querySelector(":scope > .code-editor")?.remove();
    this.block.querySelector("pre")?.removeAttribute("hidden");
    this.all.hidden = false;
    this.#ask(false);
  }
}
