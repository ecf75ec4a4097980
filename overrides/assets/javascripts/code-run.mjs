// What a run shows below its block: what is being loaded, what the program prints, how it ended,
// and the console for an application that it left.

import { button, element, inMegabytes } from "./code-elements.mjs";
import { CodeOutput } from "./code-output.mjs";
import { readIndex } from "./run-index.mjs";
import { run, sizeOf } from "./runner.mjs";

/** @typedef {import("./runner.mjs").Result} Result */

const ENDED = {
  ok: "Finished.",
  error: "It ended with an error.",
  stopped: "Stopped.",
  cut: "Stopped: it printed more than a page can show.",
};

/** How a traceback ends. */
const EXCEPTION = /^[\w.]*(Error|Exception|Exit|Interrupt|Group)\b/;

/** Whether the reader asked for little traffic. */
function savesData() {
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
  return Boolean(connection?.saveData) || matchMedia("(prefers-reduced-data: reduce)").matches;
}

// One worker runs one program at a time, on whatever page it was started.
/** @type {RunPanel | undefined} what runs now */
let current;
/** @type {RunPanel | undefined} what left the application that answers now */
let serving;

export class RunPanel {
  /** @type {(() => void) | undefined} */
  #stop;
  /** @type {HTMLElement | undefined} */
  #panel;
  #status = document.createTextNode("");
  #progress = element("progress", { hidden: true, max: 1 });
  /** @type {CodeOutput | undefined} */
  #output;
  /** @type {HTMLElement | undefined} the console of an application */
  #console;

  /**
   * @param {HTMLElement} block
   * @param {string} program
   * @param {string} file
   */
  constructor(block, program, file) {
    this.block = block;
    this.program = program;
    this.file = file;
  }

  get running() {
    return this.#stop !== undefined;
  }

  get connected() {
    return this.block.isConnected;
  }

  stop() {
    this.#stop?.();
  }

  /**
   * One sentence below the block.
   * @param {string} text
   */
  say(text) {
    this.open();
    this.#status.data = text;
  }

  /**
   * Do what was asked for; where a file of the site does not come, say so.
   * @param {() => unknown} action
   */
  async attempt(action) {
    try {
      await action();
    } catch (error) {
      console.info(error);
      this.say("What this needs did not load. Check the connection and try again.");
    }
  }

  /**
   * Run the program and show what happens.
   * @param {string | undefined} source its text where it differs from the file
   * @param {HTMLButtonElement} trigger the button that turns into "Stop"
   */
  async run(source, trigger) {
    const panel = this.open();
    delete panel.dataset.outcome;
    if (!(await this.mayLoad(panel, trigger))) return;
    if (serving) serving.#retire(this);
    this.clear();
    this.say("Starting Python.");
    const output = (this.#output ??= new CodeOutput(panel, this.file));
    const { done, stop } = run(this.program, {
      source,
      onProgress: (progress) => this.#stop === stop && this.showLoading(progress),
      onOutput: (text, stream) => {
        if (this.#stop !== stop) return; // of a run that is over
        this.showLoading();
        output.write(text, stream);
      },
    });
    current = this;
    this.#stop = stop;
    trigger.firstChild?.replaceWith("Stop");
    trigger.dataset.running = "";
    const result = await done;
    output.flush();
    this.#stop = undefined;
    if (current === this) current = undefined;
    trigger.firstChild?.replaceWith("Run");
    delete trigger.dataset.running;
    await this.#end(result, panel);
  }

  /** Take away what the last run printed. */
  clear() {
    this.#output?.clear();
    delete this.#panel?.dataset.outcome;
  }

  /**
   * What is being loaded; without it, what is done now.
   * @param {{ text: string, loaded: number, total: number }} [progress]
   * @param {string} [doing]
   */
  showLoading(progress, doing = "Running.") {
    this.#progress.hidden = !progress || progress.loaded >= progress.total;
    const text = progress ? `${progress.text}: ${inMegabytes(progress.total)}` : doing;
    if (this.#status.data !== text) this.#status.data = text;
    if (progress?.total) this.#progress.value = progress.loaded / progress.total;
  }

  /** Nothing is being loaded any more. */
  hideLoading() {
    this.#progress.hidden = true;
  }

  /**
   * @param {Result} result
   * @param {HTMLElement} panel
   */
  async #end({ outcome, message, app }, panel) {
    this.hideLoading();
    this.#status.data = message || this.#inWords(outcome);
    panel.dataset.outcome = outcome;
    await this.#noteVersions(panel);
    if (!app || !panel.isConnected) return;
    const { mountConsole } = await import("./console-form.mjs");
    this.#status.data = message || "Finished. The application is up: send it a request.";
    this.#console = mountConsole(panel, this.file, app);
    serving = this;
  }

  /**
   * Where packages in the page are not those of the notes, say so; once.
   * @param {HTMLElement} panel
   */
  async #noteVersions(panel) {
    const { runtime } = await readIndex().catch(() => ({ runtime: null }));
    if (!runtime?.differences.length || panel.querySelector(".code-panel__versions")) return;
    const words = runtime.differences.map(([name, notes, here]) => `${name} ${here} (there ${notes})`);
    const text = `Not the versions of a run on your machine: ${words.join(", ")}.`;
    panel.append(element("p", { className: "code-panel__versions" }, text));
  }

  /** @param {Result["outcome"]} outcome */
  #inWords(outcome) {
    const last = this.#output?.lastLine ?? "";
    if (outcome === "error" && EXCEPTION.test(last)) return `It ended with ${last}`;
    if (outcome === "ok" && this.#output?.empty) return `${ENDED.ok} It printed nothing.`;
    return ENDED[outcome];
  }

  /**
   * Its application is gone.
   * @param {RunPanel} next whose program runs now
   */
  #retire(next) {
    this.#console?.remove();
    serving = this.#console = undefined;
    if (next !== this) this.say(`Its application ended when ${next.file} was run.`);
  }

  /** The panel below the block. */
  open() {
    if (this.#panel) return this.#panel;
    const status = element("p", { className: "code-panel__status", role: "status" });
    status.append(this.#status);
    this.#progress.ariaLabel = "Loading";
    this.#panel = element("div", { className: "code-panel" }, status, this.#progress);
    this.block.append(this.#panel);
    return this.#panel;
  }

  /**
   * Ask first, where the reader asked for little traffic and something has to be loaded.
   * @param {HTMLElement} panel
   * @param {HTMLElement} trigger
   * @returns {Promise<boolean>}
   */
  async mayLoad(panel, trigger) {
    const { bytes, packages } = await sizeOf(this.program);
    if (!bytes || !savesData()) return true;
    if (panel.querySelector(".code-panel__ask")) return false;
    const load = button("Load and run");
    const leave = button("Not now");
    const ask = element("p", { className: "code-panel__ask" }, load, leave);
    this.say(
      `To run this, the page loads ${inMegabytes(bytes)} once (${packages.join(", ")}),` +
        " and your browser asks for little traffic.",
    );
    panel.append(ask);
    load.focus({ preventScroll: true });
    const agreed = await new Promise((resolve) => {
      load.addEventListener("click", () => resolve(true));
      leave.addEventListener("click", () => resolve(false));
    });
    ask.remove();
    trigger.focus({ preventScroll: true });
    if (!agreed) this.say("Not loaded.");
    return agreed;
  }
}

// A reader who goes to another page does not wait for the program of this one.
const pages = /** @type {{ document$?: { subscribe(next: () => void): void } }} */ (globalThis);
pages.document$?.subscribe(() => {
  if (current && !current.connected) current.stop();
});
