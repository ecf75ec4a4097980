// The editor, with prism-code-editor in it: loaded at the first click that needs it.
/*! prism-code-editor and Prism: MIT License, ../vendor/prism-code-editor/LICENSE */

import { createEditor } from "prism-code-editor";
import { defaultKeymap, editHistory, editorCommands, setIgnoreTab } from "prism-code-editor/commands";
import "prism-code-editor/languages/python";
import "prism-code-editor/layout.css";
import { highlightText, languages } from "prism-code-editor/prism";
import "prism-code-editor/prism/languages/python";

import { element, unseen } from "./code-elements.mjs";

/**
 * @typedef {object} Editor
 * @property {(line: string) => void} focus go to a line, or to the start
 * @property {(text: string) => void} show take over a text
 * @property {() => void} remove
 */
/**
 * @typedef {object} EditorOptions
 * @property {string} name what a screen reader calls it
 * @property {string} text
 * @property {(text: string) => void} changed
 * @property {() => void} run Ctrl+Enter, on a Mac Command+Enter
 * @property {string} [does] what that does, in words
 */

// The editor's own layout, before any editor is there: nothing moves below the pointer. Its colours
// are ours.
await new Promise((done) => {
  const href = new URL("./code-editor.css", import.meta.url).href;
  const sheet = element("link", { rel: "stylesheet", href, onload: done, onerror: done });
  document.head.append(sheet);
});

let count = 0;

/**
 * @param {string} text a Python program
 * @returns {string} HTML, in the classes that the editor uses
 */
export function highlight(text) {
  return highlightText(text, languages.python);
}

/**
 * @param {HTMLElement} place
 * @param {EditorOptions} options
 * @returns {Editor}
 */
export function openEditor(place, { name, text, changed, run, does = "run it" }) {
  let known = text;
  const editor = createEditor(
    place,
    {
      language: "python",
      tabSize: 4,
      value: text,
      onUpdate: (value) => {
        if (value === known) return;
        known = value;
        changed(value);
      },
    },
    editorCommands(defaultKeymap),
    editHistory(),
  );
  const { textarea } = editor;
  const hint = unseen(`Tab indents. To leave with Tab, press Escape first. Control and Enter ${does}.`);
  hint.id = `code-editor-${++count}`;
  textarea.setAttribute("aria-label", name);
  textarea.setAttribute("aria-describedby", hint.id);
  place.append(hint);

  /** Whether the next Tab leaves. */
  let leaving = false;
  const leave = (/** @type {boolean} */ next) => {
    if (next === leaving) return;
    leaving = next;
    setIgnoreTab(next);
  };
  textarea.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      leave(true);
      event.stopPropagation(); // the theme would take the focus away
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      run();
    } else if (!["Tab", "Shift"].includes(event.key)) leave(false);
  }, true);
  textarea.addEventListener("blur", () => leave(false));

  return {
    focus: (line) => {
      const at = Math.max(textarea.value.indexOf(line), 0);
      textarea.setSelectionRange(at, at);
      textarea.focus();
    },
    show: (value) => {
      known = value;
      editor.setOptions({ value });
    },
    remove: () => {
      leave(false);
      editor.remove();
    },
  };
}
