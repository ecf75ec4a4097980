// The link to the worker that holds Python: started when it is needed, replaced when it dies.

/** @typedef {import("./run-worker.mjs").Load} Load */
/** @typedef {{ type: string, id: number, [key: string]: any }} Message */
/**
 * @typedef {object} Task one thing that the worker is asked for
 * @property {number} id
 * @property {string} type
 * @property {(message: Message) => void} hear told everything the worker says meanwhile
 * @property {(end: { died?: string, stopped?: boolean }) => void} end the worker is no more
 */

/** How long a new task waits for what follows a response, in milliseconds. */
const PATIENCE = 300;
/** What a worker says when Python itself gives up. */
const DEAD = "Python stopped working and was started again.";

/** @type {Worker | undefined} */
let worker;
/** @type {Map<number, Task>} */
const tasks = new Map();
/** @type {Set<string>} names of the archives that the worker holds */
const held = new Set();
/** @type {Load | undefined} what the last worker was given, for the next one */
let lastLoad;
let count = 0;

function start() {
  const made = new Worker(new URL("./run-worker.mjs", import.meta.url), { type: "module" });
  made.onmessage = ({ data }) => made === worker && hear(data);
  made.onerror = (event) => {
    event.preventDefault();
    if (made === worker) replace({ died: event.message || DEAD });
  };
  return made;
}

/** @param {Message} message */
function hear(message) {
  if (message.type === "held") held.add(message.name);
  if (message.type === "died") return replace({ died: message.message || DEAD });
  for (const task of [...tasks.values()]) task.hear(message);
}

/**
 * End the worker, tell every task, and start another one.
 * @param {{ died?: string, stopped?: boolean }} end
 */
function replace(end) {
  worker?.terminate();
  worker = undefined;
  held.clear();
  const ended = [...tasks.values()];
  tasks.clear();
  // A worker that dies before it is ready would die again: then the next call tries.
  if (lastLoad && !(end.died && !ended.some(({ id }) => ready.has(id)))) ask("load", lastLoad);
  ready.clear();
  for (const task of ended) task.end(end);
}

/** @type {Set<number>} tasks that got as far as Python */
const ready = new Set();

/** Whether a worker holds an archive already. @param {string} name */
export function holds(name) {
  return held.has(name);
}

/** Whether the worker is asked for more than to load something. */
export function isBusy() {
  return [...tasks.values()].some(({ type }) => type !== "load");
}

/** Wait for what follows a response; if that takes its time, end it. */
export async function calm() {
  for (const end = performance.now() + PATIENCE; isBusy() && performance.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 10));
  if (isBusy()) stopWorker();
}

/** End whatever runs, and have a fresh Python ready soon. */
export function stopWorker() {
  if (worker) replace({ stopped: true });
}

/**
 * Ask the worker for something.
 * @param {string} type
 * @param {Load} load what has to be there first
 * @param {any} [request]
 * @param {(message: Message) => void} [onMessage] told what the worker says until it has answered
 * @returns {Promise<any>} its answer; rejects with an Ended
 */
export function ask(type, load, request, onMessage = () => {}) {
  const id = ++count;
  lastLoad = load;
  worker ??= start();
  const answer = new Promise((resolve, reject) => {
    tasks.set(id, {
      id,
      type,
      hear(message) {
        if (message.id !== id) return;
        if (message.type === "ready") ready.add(id);
        onMessage(message);
        if (message.type === "done") resolve(message.value);
        // After the response to a request the application may go on for a while.
        if (message.type === "settled" || (message.type === "done" && type !== "request"))
          tasks.delete(id);
      },
      end: (end) => reject(new Ended(end)),
    });
  });
  answer.catch(() => {});
  worker.postMessage({ type, id, load, request: JSON.stringify(request ?? {}) });
  return answer;
}

/** The worker ended before it had answered. */
export class Ended extends Error {
  /** @param {{ died?: string, stopped?: boolean }} end */
  constructor({ died, stopped }) {
    super(died ?? "Stopped.");
    this.stopped = Boolean(stopped);
  }
}
