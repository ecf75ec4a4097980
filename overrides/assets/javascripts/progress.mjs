// What a reader's progress is: its format, how older formats become this one, how two join. No
// storage and no page here.

/** The version of the format that `readProgress` returns. */
export const VERSION = 1;

/**
 * @typedef {object} Answer what is known of one quiz
 * @property {boolean} first whether the first try was right
 * @property {boolean} latest whether the latest try was right
 * @property {string} when the time of the latest try, ISO 8601
 */

/** @typedef {{ page: string, anchor: string, when: string }} Place */

/**
 * @typedef {object} Progress
 * @property {number} version
 * @property {Record<string, Answer>} quizzes by the quiz's id
 * @property {Record<string, string>} pages when a page was read to its end, by its path
 * @property {Place | null} last where the reader left off
 */

/** @typedef {Record<string, unknown>} Data */

/**
 * How data of one version becomes data of the next, by the version it starts from.
 * @type {Record<number, (data: Data) => Data>}
 */
const MIGRATIONS = {};

/** Data that is no progress; the message says why, for people. */
export class UnreadableProgress extends Error {}

/** Data of a later release of these notes: to be left alone. */
export class NewerProgress extends UnreadableProgress {}

const ID = /^[a-z0-9][a-z0-9_.-]*$/;
const PAGE = /^(?:[\w.-]+\/)*$/;

/** @returns {Progress} */
export function noProgress() {
  return { version: VERSION, quizzes: {}, pages: {}, last: null };
}

/**
 * Read what was stored or exported. What it returns holds nothing that was not checked.
 * @param {string} text
 * @param {Record<number, (data: Data) => Data>} migrations
 * @returns {Progress}
 * @throws {UnreadableProgress}
 */
export function readProgress(text, migrations = MIGRATIONS) {
  let data = parse(text);
  if (!Number.isInteger(data.version))
    throw new UnreadableProgress("It does not say which version of the format it has.");
  if (Number(data.version) > VERSION)
    throw new NewerProgress(
      `It has version ${data.version} of the format, and this page knows versions up to ` +
        `${VERSION}. Open the latest version of these notes.`,
    );
  for (let version = Number(data.version); version < VERSION; version++) {
    const migrate = migrations[version];
    if (!migrate) throw new UnreadableProgress(`Version ${data.version} of the format is unknown.`);
    data = migrate(data);
  }
  return {
    version: VERSION,
    quizzes: entries(data.quizzes, "quizzes", ID, answer),
    pages: entries(data.pages, "pages", PAGE, (value, name) => time(value, `page ${name}`)),
    last: data.last == null ? null : place(data.last),
  };
}

/**
 * @param {Progress} progress
 * @param {string} id
 * @param {boolean} right
 * @param {string} when
 * @returns {Progress}
 */
export function withAnswer(progress, id, right, when) {
  const first = progress.quizzes[id]?.first ?? right;
  return { ...progress, quizzes: { ...progress.quizzes, [id]: { first, latest: right, when } } };
}

/**
 * Both together: of each answer the first try of the older and the latest of the newer.
 * @param {Progress} ours
 * @param {Progress} theirs
 * @returns {Progress}
 */
export function mergeProgress(ours, theirs) {
  const quizzes = { ...ours.quizzes };
  for (const [id, other] of Object.entries(theirs.quizzes)) {
    const mine = quizzes[id];
    const [older, newer] = !mine ? [other, other] : mine.when <= other.when ? [mine, other] : [other, mine];
    quizzes[id] = { first: older.first, latest: newer.latest, when: newer.when };
  }
  const pages = { ...theirs.pages, ...ours.pages };
  const last = (ours.last?.when ?? "") >= (theirs.last?.when ?? "") ? ours.last : theirs.last;
  return { version: VERSION, quizzes, pages, last };
}

/**
 * @typedef {object} Count
 * @property {number} total quizzes in question
 * @property {number} right answered right at the latest try
 * @property {number} first answered right at the first try
 * @property {number} tried answered at all
 */

/**
 * @param {Progress} progress
 * @param {Iterable<string>} ids
 * @returns {Count}
 */
export function countAnswers(progress, ids) {
  const count = { total: 0, right: 0, first: 0, tried: 0 };
  for (const id of ids) {
    const known = progress.quizzes[id];
    count.total += 1;
    count.tried += known ? 1 : 0;
    count.right += known?.latest ? 1 : 0;
    count.first += known?.first ? 1 : 0;
  }
  return count;
}

/**
 * @param {string} text
 * @returns {Data}
 */
function parse(text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    throw new UnreadableProgress("It is not JSON.");
  }
  return object(data, "It");
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {Data}
 */
function object(value, name) {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new UnreadableProgress(`${name} is not an object.`);
  return /** @type {Data} */ (value);
}

/**
 * @template T
 * @param {unknown} value
 * @param {string} name
 * @param {RegExp} keys
 * @param {(value: unknown, key: string) => T} check
 * @returns {Record<string, T>}
 */
function entries(value, name, keys, check) {
  return Object.fromEntries(
    Object.entries(object(value, `\`${name}\``)).map(([key, entry]) => {
      if (!keys.test(key)) throw new UnreadableProgress(`\`${name}\` has an odd key: ${key}`);
      return [key, check(entry, key)];
    }),
  );
}

/**
 * @param {unknown} value
 * @param {string} id
 * @returns {Answer}
 */
function answer(value, id) {
  const { first, latest, when } = object(value, `Quiz ${id}`);
  if (typeof first !== "boolean" || typeof latest !== "boolean")
    throw new UnreadableProgress(`Quiz ${id} does not say whether it was answered right.`);
  return { first, latest, when: time(when, `quiz ${id}`) };
}

/**
 * @param {unknown} value
 * @returns {Place}
 */
function place(value) {
  const { page, anchor, when } = object(value, "`last`");
  if (typeof page !== "string" || !PAGE.test(page))
    throw new UnreadableProgress("`last` names no page.");
  const known = typeof anchor === "string" && /^#[^\s<>"]*$/.test(anchor) ? anchor : "";
  return { page, anchor: known, when: time(when, "`last`") };
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {string} ISO 8601 in UTC: comparable as text
 */
function time(value, name) {
  const date = new Date(typeof value === "string" ? value : Number.NaN);
  if (Number.isNaN(date.getTime()))
    throw new UnreadableProgress(`The time of ${name} cannot be read.`);
  return date.toISOString();
}
