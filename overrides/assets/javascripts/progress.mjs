// What a reader's progress is: its format, how older formats become this one, how two join. No
// storage and no page here.

/** The version of the format that `readProgress` returns. */
export const VERSION = 2;

/**
 * @typedef {object} Answer what is known of one quiz
 * @property {boolean} first whether the first try was right
 * @property {boolean} latest whether the latest try was right
 * @property {string} when the time of the latest try, ISO 8601
 */

/** @typedef {{ page: string, anchor: string, when: string }} Place */

/** @typedef {{ id: string, when: string }} Choice a track by its id, "" where the reader left it */

/**
 * @typedef {object} Attempt what is known of one practice problem
 * @property {string} code the reader's answer; "" while it is the starter
 * @property {number} passed tests that it passed when it was checked last
 * @property {number} tests how many there were; 0 where it was never checked
 * @property {string | null} solved when an answer passed all of them for the first time
 * @property {string} when the time of the latest change or check
 */

/**
 * @typedef {object} Progress
 * @property {number} version
 * @property {Record<string, Answer>} quizzes by the quiz's id
 * @property {Record<string, Attempt>} practice by the problem's slug
 * @property {Record<string, string>} pages when a page was read to its end, by its path
 * @property {Place | null} last where the reader left off
 * @property {Choice | null} track what the reader chose to follow; perhaps a track of another version
 */

/** @typedef {Record<string, unknown>} Data */

/**
 * How data of one version becomes data of the next, by the version it starts from.
 * @type {Record<number, (data: Data) => Data>}
 */
const MIGRATIONS = { 1: (data) => ({ ...data, practice: {} }) };

/** Data that is no progress; the message says why, for people. */
export class UnreadableProgress extends Error {}

/** Data of a later release of these notes: to be left alone. */
export class NewerProgress extends UnreadableProgress {}

const ID = /^[a-z0-9][a-z0-9_.-]*$/;
/** How long an answer may be that is kept: many times what a problem needs. */
export const LONGEST_CODE = 40_000;
const PAGE = /^(?:[\w.-]+\/)*$/;

/** @returns {Progress} */
export function noProgress() {
  return { version: VERSION, quizzes: {}, practice: {}, pages: {}, last: null, track: null };
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
    practice: entries(data.practice, "practice", ID, attempt),
    pages: entries(data.pages, "pages", PAGE, (value, name) => time(value, `page ${name}`)),
    last: data.last == null ? null : place(data.last),
    track: data.track == null ? null : choice(data.track),
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
 * @param {Progress} progress
 * @param {Place} last where the reader is
 * @param {boolean} read whether that is the end of the page
 * @returns {Progress}
 */
export function withPlace(progress, last, read) {
  const { pages } = progress;
  const known = !read || pages[last.page] ? pages : { ...pages, [last.page]: last.when };
  return { ...progress, pages: known, last };
}

/**
 * @param {Progress} progress
 * @param {string} problem its slug
 * @param {Partial<Attempt> & { when: string }} changes
 * @returns {Progress}
 */
export function withAttempt(progress, problem, changes) {
  const known = progress.practice[problem] ?? { code: "", passed: 0, tests: 0, solved: null };
  return { ...progress, practice: { ...progress.practice, [problem]: { ...known, ...changes } } };
}

/**
 * Both together: of each answer the first try of the older and the latest of the newer,
 * of each problem the newer code.
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
  const practice = { ...ours.practice };
  for (const [problem, other] of Object.entries(theirs.practice)) {
    const mine = practice[problem] ?? other;
    const [solved = null] = [mine.solved, other.solved].filter((time) => time !== null).sort();
    practice[problem] = { ...(mine.when >= other.when ? mine : other), solved };
  }
  const pages = { ...theirs.pages, ...ours.pages };
  const last = newest(ours.last, theirs.last);
  return { version: VERSION, quizzes, practice, pages, last, track: newest(ours.track, theirs.track) };
}

/**
 * @template {{ when: string }} T
 * @param {T | null} ours
 * @param {T | null} theirs
 * @returns {T | null}
 */
function newest(ours, theirs) {
  return (ours?.when ?? "") >= (theirs?.when ?? "") ? ours : theirs;
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
 * @param {string} problem
 * @returns {Attempt}
 */
function attempt(value, problem) {
  const { code, passed, tests, solved, when } = object(value, `Problem ${problem}`);
  if (typeof code !== "string" || code.length > LONGEST_CODE)
    throw new UnreadableProgress(`Problem ${problem} has no code, or too much of it.`);
  if (!isCount(passed) || !isCount(tests) || passed > tests)
    throw new UnreadableProgress(`Problem ${problem} does not say how many tests passed.`);
  const solvedAt = solved == null ? null : time(solved, `problem ${problem}`);
  return { code, passed, tests, solved: solvedAt, when: time(when, `problem ${problem}`) };
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isCount(value) {
  return Number.isInteger(value) && Number(value) >= 0;
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
 * @returns {Choice}
 */
function choice(value) {
  const { id, when } = object(value, "`track`");
  if (typeof id !== "string" || (id && !ID.test(id)))
    throw new UnreadableProgress("`track` names no track.");
  return { id, when: time(when, "`track`") };
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
