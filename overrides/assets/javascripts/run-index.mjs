// What the build says about programs: which run here, what each of them loads, where its files are.

/** @typedef {{ reason?: string, archives?: string[], env?: Record<string, string> }} Program */
/**
 * @typedef {object} Runtime
 * @property {string} folder where its files are, below the folder of this list or from it
 * @property {Record<string, number>} sizes bytes on the wire, by file
 * @property {Record<string, Record<string, string>>} binaries by archive: files of binary modules,
 *   and where the archive holds an empty file instead
 * @property {Record<string, string>} versions of Python and the packages
 * @property {Record<string, string>} modules names that a program imports first, and their archives
 * @property {[string, string, string][]} differences package, version on the site, version here
 * @property {any} lock
 */
/**
 * @typedef {object} Index
 * @property {Runtime | null} runtime
 * @property {Record<string, string>} folders
 * @property {Record<string, Program>} programs
 */

const ROOT = new URL("../runtime/", import.meta.url);

/** Python itself, in the order in which it arrives, in words. */
const PYTHON = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "stdlib.zip", "notes.zip"];
/** What several archives need: it goes with every other one, and nobody needs to hear of it. */
const COMMON = "common";
/** @type {Record<string, string>} */
const WORDS = {
  base: "FastAPI and Pydantic",
  database: "SQLAlchemy",
  structlog: "structlog",
  tenacity: "tenacity",
  redis: "Redis",
};

/** @type {Promise<Index> | undefined} */
let index;
/** @type {Map<string, Promise<Record<string, string>>>} */
const folders = new Map();

/** @returns {Promise<Index>} */
export function readIndex() {
  index ??= fetchJson("programs.json");
  index.catch(() => (index = undefined));
  return index;
}

/**
 * The files that a program may use, by path below snippets/, its own among them.
 * @param {string} program
 * @returns {Promise<Record<string, string>>}
 */
export async function filesOf(program) {
  const folder = program.split("/").slice(0, -1).slice(0, 2).join("/");
  const { folders: addresses } = await readIndex();
  if (!addresses[folder]) throw new Error(`The site has no program ${program}.`);
  const files = folders.get(folder) ?? fetchJson(addresses[folder]);
  folders.set(folder, files);
  files.catch(() => folders.delete(folder));
  return files;
}

/**
 * @param {string} program
 * @returns {Promise<Program>}
 */
export async function programOf(program) {
  const found = (await readIndex()).programs[program];
  if (!found) throw new Error(`The site has no program ${program}.`);
  return found;
}

/**
 * The archives that a text asks for, as an edited program may.
 * @param {Runtime} runtime
 * @param {string} source
 */
export function archivesOf({ modules }, source) {
  const names = source.matchAll(/^[ \t]*(?:from|import)[ \t]+(\w+)/gm);
  const found = [...names].map(([, name]) => modules[name]).filter((name) => name !== undefined);
  return found.length ? [COMMON, ...found] : [];
}

/**
 * What a worker has to load for some archives.
 * @param {Runtime} runtime
 * @param {string[]} archives
 * @returns {import("./run-worker.mjs").Load}
 */
export function loadOf({ folder: path, lock, binaries }, archives) {
  const folder = new URL(path, ROOT).href;
  const parts = ["notes", ...archives].map((name) => ({
    name,
    url: `${folder}${name}.zip`,
    binaries: Object.entries(binaries[name] ?? {}).map(([file, path]) => ({ url: `${folder}${file}`, path })),
  }));
  return { folder, stdlib: `${folder}stdlib.zip`, lock, parts };
}

/**
 * Bytes on the wire and names in words of what is not there yet.
 * @param {Runtime} runtime
 * @param {string[]} archives
 * @param {(name: string) => boolean} holds
 */
export function weigh({ sizes, binaries }, archives, holds) {
  const python = holds("notes") ? [] : PYTHON;
  const missing = archives.filter((name) => !holds(name));
  const files = [
    ...python,
    ...missing.flatMap((name) => [`${name}.zip`, ...Object.keys(binaries[name] ?? {})]),
  ];
  return {
    bytes: files.reduce((sum, name) => sum + (sizes[name] ?? 0), 0),
    packages: [...(python.length ? ["Python"] : []), ...missing.filter((name) => name !== COMMON).map(inWords)],
  };
}

/** @param {string} name of an archive */
function inWords(name) {
  return WORDS[name] ?? name;
}

/** @param {string} path */
async function fetchJson(path) {
  const response = await fetch(new URL(path, ROOT));
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status}).`);
  return response.json();
}
