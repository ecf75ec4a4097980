// The console below a program that left an application: one request after the other, all answered by
// the same running application.

import { button, element } from "./code-elements.mjs";
import { asCurl, makeRequest, readHeaders } from "./console-request.mjs";
import { contentType, operationsOf } from "./console-schema.mjs";
import { ReplyView } from "./console-reply.mjs";
import { Ended, stopWorker } from "./run-link.mjs";
import { request } from "./runner.mjs";

/** @typedef {import("./console-schema.mjs").Operation} Operation */
/** @typedef {import("./console-schema.mjs").Parameter} Parameter */
/** @typedef {import("./runner.mjs").App} App */

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/** @type {Operation} what no route describes: to see a 404 or a 405, say */
const FREE = { method: "", path: "", summary: "", parameters: [], body: undefined };

/** After how long a request can be stopped, in milliseconds: shorter ones would only flicker. */
const PATIENCE = 500;

let count = 0;

/**
 * @param {HTMLElement} panel
 * @param {string} file
 * @param {App} app
 * @returns {HTMLElement}
 */
export function mountConsole(panel, file, { openapi, routes }) {
  const view = new ConsoleForm(file, [...operationsOf(openapi, routes), FREE]);
  panel.append(view.form);
  return view.form;
}

class ConsoleForm {
  #id = `console-${++count}`;
  /** @type {{ parameter: Parameter, input: HTMLInputElement }[]} */
  #inputs = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} there while a request is under way */
  #waiting;

  /**
   * @param {string} file
   * @param {Operation[]} operations
   */
  constructor(file, operations) {
    this.operations = operations;
    this.choice = element("select", { id: `${this.#id}-route` });
    this.choice.append(
      ...operations.map(({ method, path, summary }, index) =>
        element("option", { value: String(index) }, method ? `${method} ${path}${note(summary)}` : "Another request…"),
      ),
    );
    this.method = element("select", {}, ...METHODS.map((method) => element("option", {}, method)));
    this.path = element("input", { value: "/", spellcheck: false, autocomplete: "off" });
    this.fields = element("div", { className: "console__fields" });
    this.headers = element("textarea", { rows: 2, spellcheck: false, placeholder: "Name: value" });
    this.body = element("textarea", { rows: 6, spellcheck: false });
    this.free = element("div", { className: "console__fields" },
      this.#field("Method", this.method), this.#field("Path and query", this.path));
    this.bodyField = this.#field("Body", this.body);
    this.send = button("Send");
    this.send.type = "submit";
    this.send.classList.add("code-bar__run");
    this.curl = button("Copy as curl");
    this.said = element("span", { className: "console__said", role: "status" });
    this.reply = new ReplyView(file);
    this.form = element("form", { className: "console", noValidate: true, ariaLabel: `Requests to ${file}` });
    this.form.append(
      this.#field("Request", this.choice), this.free, this.fields,
      this.#field("Headers", this.headers, " one on each line"), this.bodyField,
      element("div", { className: "console__row" }, this.send, this.curl, this.said),
      this.reply.place,
    );
    this.choice.addEventListener("change", () => this.#prefill());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send();
    });
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
    });
    this.curl.addEventListener("click", () => this.#copy());
    this.#prefill();
  }

  get #operation() {
    return this.operations[Number(this.choice.value)] ?? FREE;
  }

  /**
   * @param {string} label
   * @param {HTMLElement} control
   * @param {string} [more] what goes into it
   */
  #field(label, control, more = "") {
    control.id ||= `${this.#id}-${label.toLowerCase().replace(/\W+/g, "-")}`;
    const words = element("label", { htmlFor: control.id }, label);
    if (more) words.append(element("small", {}, more));
    return element("div", { className: "console__field" }, words, control);
  }

  /** Fill the form from the chosen operation. */
  #prefill() {
    const { parameters, body } = this.#operation;
    this.free.hidden = this.#operation !== FREE;
    this.#inputs = parameters.map((parameter) => ({
      parameter,
      input: element("input", {
        id: `${this.#id}-${parameter.place}-${parameter.name}`,
        value: parameter.value,
        title: parameter.description,
        spellcheck: false,
        autocomplete: "off",
      }),
    }));
    this.fields.replaceChildren(
      ...this.#inputs.map(({ parameter: { name, place, required }, input }) =>
        this.#field(name, input, ` ${place}${required ? ", required" : ""}`),
      ),
    );
    this.fields.hidden = !this.#inputs.length;
    this.bodyField.hidden = !body && this.#operation !== FREE;
    this.body.value = body?.value ?? "";
    this.body.rows = Math.min(Math.max(this.body.value.split("\n").length, 2), 14);
  }

  /**
   * @returns {import("./console-request.mjs").Request}
   * @throws {Error} whose message is for the reader
   */
  #request() {
    const operation = this.#operation;
    const free = operation === FREE;
    const headers = readHeaders(this.headers.value);
    const body = this.bodyField.hidden ? "" : this.body.value;
    const type = operation.body?.type ?? (free ? "application/json" : "");
    if (body && type && !headers.some(([name]) => name.toLowerCase() === "content-type"))
      headers.push(["content-type", contentType(type)]);
    if (free) {
      const path = this.path.value.trim();
      if (!path.startsWith("/")) throw new Error(`A path begins with a slash: “/${path}”.`);
      return makeRequest(this.method.value, path, [], headers, body);
    }
    // An empty field is left out, so that one can see what the application says then.
    const values = this.#inputs
      .map(({ parameter: { name, place }, input }) => ({ name, place, value: input.value }))
      .filter(({ place, value }) => value || place === "path");
    return makeRequest(operation.method, operation.path, values, headers, body);
  }

  async #send() {
    if (this.#waiting) return this.#stop();
    this.said.textContent = "";
    try {
      const wanted = this.#request();
      this.#waiting = setTimeout(() => this.send.firstChild?.replaceWith("Stop"), PATIENCE);
      this.reply.start(wanted);
      this.reply.end(await request({ ...wanted, onLog: this.reply.log, onChunk: this.reply.chunk }));
    } catch (error) {
      this.reply.fail();
      this.said.textContent = inWords(error);
    } finally {
      clearTimeout(this.#waiting);
      this.#waiting = undefined;
      this.send.firstChild?.replaceWith("Send");
    }
  }

  /** End a request that takes long, and with it the application: they share one Python. */
  #stop() {
    if (this.send.firstChild?.textContent === "Stop") stopWorker();
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(asCurl(this.#request()));
      this.said.textContent = "Copied; it asks 127.0.0.1:8000, where uvicorn listens.";
    } catch (error) {
      const message = error instanceof Error ? error.message : "";
      this.said.textContent =
        error instanceof DOMException ? "The browser does not allow copying." : message;
    }
  }
}

/** @param {unknown} error */
function inWords(error) {
  if (error instanceof Ended && error.stopped)
    return "Stopped, and the application with it: run the program again.";
  return error instanceof Error ? error.message : String(error);
}

/** @param {string} summary */
function note(summary) {
  return summary ? ` · ${summary}` : "";
}
