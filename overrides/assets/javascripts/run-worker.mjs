// Python, in a worker of its own. runner.mjs starts it, talks to it, and replaces it if it dies.
// While a program runs nothing here hears the page: stopping means ending the worker.

/**
 * @typedef {object} Part an archive of packages
 * @property {string} name
 * @property {string} url
 * @property {{ url: string, path: string }[]} binaries its binary modules: files of their own
 */
/**
 * @typedef {object} Load what has to be there before something can be done
 * @property {string} folder where Python is
 * @property {string} stdlib
 * @property {any} lock what Pyodide wants to know about itself
 * @property {Part[]} parts
 */

/** What programs may allocate: above it Python gets a MemoryError instead of the tab a crash. */
const MEMORY = 1 << 30;

/** Where binary modules seem to be; `sitecustomize.py`, which imports them, has the same folder. */
const BINARY = "/lib/notes/";

const scope = /** @type {any} */ (globalThis);
/** @type {any} */
let boot;
/** @type {any} */
let pyodide;
/** @type {Set<string>} */
const held = new Set();
/** What is being done: everything said meanwhile belongs to it. */
let id = 0;

/** @param {any} message */
function post(message) {
  scope.postMessage({ id, ...message });
}

/** Say which files have arrived. */
function watchFiles() {
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries())
      post({ type: "progress", file: name.slice(name.lastIndexOf("/") + 1) });
  }).observe({ type: "resource", buffered: true });
}

function limitMemory() {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > MEMORY) throw new RangeError("memory limit");
    return grow.call(this, pages);
  };
}

/**
 * Compile each tiny module once. Emscripten makes one for every function that Python may call, some
 * hundred of them, and most are the same: what they do depends on the types of the arguments alone.
 */
function shareTinyModules() {
  /** @type {Map<string, WebAssembly.Module>} */
  const made = new Map();
  WebAssembly.Module = new Proxy(WebAssembly.Module, {
    construct(target, [bytes]) {
      if (!(bytes.length < 200)) return new target(bytes); // an ArrayBuffer has no length
      const key = String(bytes);
      const module = made.get(key) ?? new target(bytes);
      made.set(key, module);
      return module;
    },
  });
}

/** @returns {(milliseconds: number) => void} a way to wait, without burning processor time if possible */
function makePause() {
  try {
    const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    const cell = new Int32Array(buffer);
    Atomics.wait(cell, 0, 0, 0);
    return (milliseconds) => void Atomics.wait(cell, 0, 0, milliseconds);
  } catch {
    return (milliseconds) => {
      for (const end = performance.now() + milliseconds; performance.now() < end; );
    };
  }
}

/** @param {string} url */
async function fetchBytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Ask at once for what pyodide.mjs will ask for when it is there itself.
 * @param {string[]} urls
 */
function fetchAhead(urls) {
  const usual = scope.fetch;
  const ahead = new Map(urls.map((url) => [url, fetch(url)]));
  scope.fetch = (/** @type {RequestInfo | URL} */ wanted, /** @type {RequestInit} */ how) => {
    const begun = ahead.get(String(wanted));
    ahead.delete(String(wanted)); // a body is read once
    return begun ?? usual(wanted, how);
  };
}

/**
 * Pyodide tells the console alone what it could not load, and then waits for ever.
 * @template T
 * @param {Promise<T>} loading
 * @returns {Promise<T>}
 */
function heedConsole(loading) {
  const { warn, error } = console;
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    console.warn = console.error = (...words) => reject(new Error(words.join(" ")));
  });
  return Promise.race([loading, failed]).finally(() => Object.assign(console, { warn, error }));
}

/** @param {Load} load */
async function startPython({ folder, stdlib, lock }) {
  limitMemory();
  shareTinyModules();
  fetchAhead([`${folder}pyodide.asm.wasm`, stdlib]);
  const glue = import(`${folder}pyodide.asm.mjs`);
  const { loadPyodide } = await import(`${folder}pyodide.mjs`);
  const loading = loadPyodide({
    createPyodideModule: async (/** @type {any} */ settings) => (await glue).default(settings),
    indexURL: folder,
    stdLibURL: stdlib,
    lockFileContents: { info: lock, packages: {} },
    packageBaseUrl: folder,
    // No columns in tracebacks: how they are marked differs between versions of Python.
    env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1", HOME: "/tmp/run" },
  });
  return heedConsole(loading);
}

/**
 * Our own Python, which the first archive holds.
 * @param {string} path of that archive
 */
function startNotes(path) {
  pyodide.runPython(`import sys; sys.path.append("${path}")`);
  const made = pyodide.pyimport("backend_notes.browser.boot");
  const functions = {
    output: (/** @type {string[]} */ texts, /** @type {string[]} */ names) =>
      post({ type: "output", texts, names }),
    chunk: (/** @type {string} */ text) => post({ type: "chunk", text }),
    begin: (/** @type {string} */ text) => post({ type: "begin", text }),
    cut: () => post({ type: "cut" }),
    pause: makePause(),
  };
  made.connect(functions, pyodide.pyimport("pyodide.ffi").to_js);
  return made;
}

/**
 * Fetch an archive, and compile its binary modules while they arrive.
 * @param {Part} part
 */
function fetchPart({ url, binaries }) {
  return {
    archive: fetchBytes(url),
    binaries: binaries.map(({ url, path }) => ({ path, module: WebAssembly.compileStreaming(fetch(url)) })),
  };
}

/**
 * What Python finds when it imports a binary module.
 * @param {string} path
 * @param {WebAssembly.Module} module
 */
async function installBinary(path, module) {
  const { loadWebAssemblyModule, preloadedWasm } = pyodide._module;
  const name = `${BINARY}${path}`;
  preloadedWasm[name] = await loadWebAssemblyModule(module, { loadAsync: true, nodelete: true }, name, {});
}

/** @param {Load} load */
async function prepare(load) {
  const wanted = load.parts.filter(({ name }) => !held.has(name));
  const fetched = wanted.map(fetchPart);
  pyodide ??= await startPython(load);
  for (const [index, { name }] of wanted.entries()) {
    const path = `/lib/notes-${name}.zip`;
    pyodide.FS.writeFile(path, await fetched[index].archive);
    for (const { path, module } of fetched[index].binaries) await installBinary(path, await module);
    if (boot) boot.add_archive(path);
    else boot = startNotes(path);
    held.add(name);
    post({ type: "held", name });
  }
}

/** @type {Record<string, (request: string) => string>} */
const CALLS = {
  load: () => "null",
  run: (request) => boot.run(request),
  request: (request) => boot.serve(request),
  grade: (request) => boot.grade(request),
};

/** @param {{ type: string, id: number, load: Load, request: string }} message */
async function answer(message) {
  id = message.id;
  await prepare(message.load).catch((error) => {
    console.info(error);
    throw new Error("Python could not be loaded. Is there a connection?");
  });
  post({ type: "ready" });
  post({ type: "done", value: JSON.parse(CALLS[message.type](message.request)) });
  if (message.type === "request") boot.finish();
  post({ type: "settled" });
}

watchFiles();

/** @type {Promise<void>} one thing at a time */
let queue = Promise.resolve();

scope.onmessage = (/** @type {{ data: any }} */ { data }) => {
  queue = queue
    .then(() => answer(data))
    .catch((error) => post({ type: "died", message: String(error?.message ?? error) }));
};
