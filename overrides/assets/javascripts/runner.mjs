// "Run in the page", for the page: what a code block may ask of Python in the browser.
// Everything heavy is in a worker, started at the first call that needs it and kept while the
// reader moves from page to page.

import { archivesOf, filesOf, loadOf, programOf, readIndex, weigh } from "./run-index.mjs";
import { Ended, ask, calm, holds, isBusy, stopWorker } from "./run-link.mjs";

/** @typedef {"ok" | "error" | "stopped" | "cut"} Outcome */
/**
 * @typedef {object} App a FastAPI application that the program left in `app`
 * @property {any} openapi its OpenAPI document; null where it cannot make one
 * @property {{ path: string, methods: string[], name: string }[]} routes every route, documented or not
 */
/**
 * @typedef {object} Result
 * @property {Outcome} outcome how the program ended
 * @property {string} [message] one sentence for the reader, where there is something to say
 * @property {App} [app] what `request` talks to until the next run
 */
/**
 * @typedef {object} RunOptions
 * @property {string} [source] the program's text; without it, the file as it is in the repository
 * @property {(progress: { text: string, loaded: number, total: number }) => void} [onProgress]
 * @property {(text: string, stream: "stdout" | "stderr") => void} [onOutput]
 */
/**
 * @typedef {object} Reply
 * @property {number} status
 * @property {[string, string][]} headers
 * @property {string} body text; bytes that are no UTF-8 come as replacement characters
 * @property {number} milliseconds
 */
/** @typedef {{ name: string, passed: boolean, message: string }} TestResult */

/** How long a cut program may take to end by itself, in milliseconds. */
const GRACE = 2000;
const CUT = "The output goes on: this is its beginning, and the program was ended.";
/** How long one test of an answer to a practice problem may take, in seconds. */
const GRADING = 5;

/** @returns {Promise<boolean>} whether programs can run here: the build has Python, so has the browser WebAssembly */
export async function runtimeAvailable() {
  try {
    if (typeof WebAssembly !== "object" || typeof Worker !== "function") return false;
    return (await readIndex()).runtime !== null;
  } catch {
    return false;
  }
}

/**
 * @param {string} program path below snippets/, such as `core_concepts/decorators/late_binding.py`
 * @returns {Promise<string>} why it runs only locally, as a part of a sentence such as
 *   `it needs PostgreSQL`; "" where it runs in the page
 */
export async function reasonAgainst(program) {
  return (await programOf(program)).reason ?? "";
}

/**
 * @param {string} program
 * @returns {Promise<string>} the whole file as it is in the repository, marker lines left out
 */
export async function sourceOf(program) {
  const text = (await filesOf(program))[program];
  if (text === undefined) throw new Error(`The site has no program ${program}.`);
  return text.replace(/^.*-{1,}8<-{1,}[ \t]+\[.*\n/gm, "");
}

/**
 * What the first click on a program would load: bytes on the wire, nothing that is loaded already.
 * @param {string} program
 * @returns {Promise<{ bytes: number, packages: string[] }>}
 */
export async function sizeOf(program) {
  const { runtime, archives } = await needs(program);
  return weigh(runtime, archives, holds);
}

/**
 * Run a program. Programs run one at a time: a call stops whatever runs.
 * @param {string} program
 * @param {RunOptions} [options]
 * @returns {{ done: Promise<Result>, stop: () => void }} `done` never rejects
 */
export function run(program, options = {}) {
  let stopped = false;
  const job = {
    stop() {
      if (running !== job) return;
      stopped = true;
      running = undefined;
      stopWorker();
    },
  };
  running?.stop();
  running = job;
  const done = start(program, options, () => stopped).then((result) => {
    if (running === job) running = undefined;
    return result;
  });
  return { done, stop: job.stop };
}

/** @type {{ stop(): void } | undefined} */
let running;

/** End whatever runs: a program, a request that takes its time. The next call finds a fresh Python. */
export function stop() {
  running?.stop();
  if (isBusy()) stopWorker();
}

/**
 * @param {string} program
 * @param {RunOptions} options
 * @param {() => boolean} stopped
 * @returns {Promise<Result>}
 */
async function start(program, { source, onProgress, onOutput }, stopped) {
  let cut = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const say = (/** @type {any} */ { type, texts, names }) => {
    if (type === "output") pass(texts, names, onOutput);
    if (type !== "cut") return;
    cut = true;
    timer = setTimeout(stopWorker, GRACE);
  };
  try {
    const { runtime, archives: known, env } = await needs(program);
    const files = { ...(await filesOf(program)) };
    if (source !== undefined) files[program] = source;
    await calm();
    if (stopped()) return { outcome: "stopped" };
    const archives = [...new Set([...known, ...archivesOf(runtime, files[program])])];
    const hear = followed(runtime, archives, onProgress, say);
    return await ask("run", loadOf(runtime, archives), { program, files, env }, hear);
  } catch (error) {
    if (cut) return { outcome: "cut", message: CUT };
    if (stopped() || (error instanceof Ended && error.stopped)) return { outcome: "stopped" };
    return { outcome: "error", message: sentence(error) };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A listener that also reports what has been loaded.
 * @param {import("./run-index.mjs").Runtime} runtime
 * @param {string[]} archives
 * @param {RunOptions["onProgress"]} onProgress
 * @param {(message: any) => void} say
 * @returns {(message: any) => void}
 */
function followed(runtime, archives, onProgress, say) {
  const { bytes: total, packages } = weigh(runtime, archives, holds);
  const text = `Loading ${packages.join(", ")}`;
  let loaded = 0;
  if (total) onProgress?.({ text, loaded, total });
  return (message) => {
    if (total && message.type === "progress") loaded += runtime.sizes[message.file] ?? 0;
    if (total && message.type === "ready") loaded = total;
    if (total && (message.type === "progress" || message.type === "ready"))
      onProgress?.({ text, loaded: Math.min(loaded, total), total });
    say(message);
  };
}

/**
 * @param {string[]} texts
 * @param {("stdout" | "stderr")[]} names
 * @param {RunOptions["onOutput"]} take
 */
function pass(texts, names, take) {
  for (const [index, text] of texts.entries()) take?.(text, names[index]);
}

/**
 * Send a request to the application that the last run left. Rejects with a sentence where there is none.
 * @param {{ method: string, url: string, headers?: [string, string][], body?: string,
 *   onLog?: (text: string, stream: "stdout" | "stderr") => void,
 *   onChunk?: (text: string) => void }} request url: path and query; onChunk: the body as it comes
 * @returns {Promise<Reply>}
 */
export async function request({ method, url, headers = [], body = "", onLog, onChunk }) {
  const { runtime } = await readIndex();
  if (!runtime) throw new Error("Programs do not run on this site.");
  const reply = await ask(
    "request",
    loadOf(runtime, []),
    { method, url, headers, body },
    ({ type, texts, names, text }) => {
      if (type === "chunk") onChunk?.(text);
      if (type === "output") pass(texts, names, onLog);
    },
  );
  if (!reply) throw new Error("The application is no longer there: run the program again.");
  if (reply.failed) throw new Error(reply.failed);
  return reply;
}

/**
 * Grade an answer to a practice problem.
 * @param {string} problem its folder below snippets/practice, such as `token_bucket`
 * @param {string} source
 * @param {Pick<RunOptions, "onProgress"> & { signal?: AbortSignal }} [options] signal: stops it
 * @returns {Promise<{ tests: TestResult[], output: string, misconception?: string, report: any }>}
 *   `report` is what snippets/practice/grading.py says, as JSON
 */
export async function check(problem, source, { onProgress, signal } = {}) {
  const { runtime } = await readIndex();
  if (!runtime) throw new Error("Programs do not run on this site.");
  const folder = `practice/${problem}`;
  const files = { ...(await filesOf("practice/grading.py")), ...(await filesOf(`${folder}/x`)) };
  let test = "";
  running?.stop();
  await calm();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const watch = (/** @type {any} */ { type, text }) => {
    if (type !== "ready" && type !== "begin") return;
    test = text ?? "";
    clearTimeout(timer);
    timer = setTimeout(stopWorker, GRADING * 1000);
  };
  try {
    const request = { problem, answer: source, files };
    const hear = followed(runtime, [], onProgress, watch);
    signal?.addEventListener("abort", stopWorker);
    return await ask("grade", loadOf(runtime, []), request, hear);
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    const when = test ? `in the test “${test}”` : "while it was imported";
    const message = signal?.aborted
      ? "Stopped."
      : error.stopped
      ? `Your code did not end within ${GRADING} seconds ${when}, and was stopped.` +
        " Look for a loop whose condition stays true."
      : error.message;
    return { tests: [], output: "", report: { problem: message, results: [], hints: [], notes: [], passed: false } };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stopWorker);
  }
}

/** @returns {Promise<string>} Python and packages that run here: "Python 3.14.2, FastAPI 0.165.0, …" */
export async function version() {
  const { runtime } = await readIndex();
  if (!runtime) return "";
  const { python, fastapi, pydantic, sqlalchemy } = runtime.versions;
  return `Python ${python}, FastAPI ${fastapi}, Pydantic ${pydantic}, SQLAlchemy ${sqlalchemy}`;
}

/**
 * @param {string} program
 * @returns {Promise<{ runtime: import("./run-index.mjs").Runtime, archives: string[], env: Record<string, string> }>}
 */
async function needs(program) {
  const { runtime } = await readIndex();
  const { reason, archives = [], env = {} } = await programOf(program);
  if (!runtime) throw new Error("Programs do not run on this site.");
  if (reason) throw new Error(`This program runs on your machine only: ${reason}.`);
  return { runtime, archives, env };
}

/** @param {unknown} error */
function sentence(error) {
  return error instanceof Error ? error.message : String(error);
}
