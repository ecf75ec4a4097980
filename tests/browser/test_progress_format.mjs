// The format of progress; run by test_progress.py with node's test runner.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  countAnswers, LONGEST_CODE, mergeProgress, NewerProgress, noProgress, readProgress, UnreadableProgress, VERSION, withAnswer,
  withAttempt, withPlace,
} from "../../overrides/assets/javascripts/progress.mjs";

const EARLY = "2026-01-01T00:00:00.000Z";
const LATE = "2026-02-01T00:00:00.000Z";

const text = (/** @type {object} */ changes) => JSON.stringify({ ...noProgress(), ...changes });
const attempt = (/** @type {object} */ changes) => ({ code: "mine", passed: 1, tests: 8, solved: null, when: EARLY, ...changes });
const answer = (/** @type {boolean} */ first, /** @type {boolean} */ latest, when = EARLY) => ({ first, latest, when });

test("what is written can be read", () => {
  const progress = {
    ...noProgress(),
    quizzes: { "late-binding": answer(false, true) },
    practice: { "token-bucket": attempt({ solved: EARLY }), "route-registry": attempt({ code: "" }) },
    pages: { "core-concepts/decorators/": EARLY },
    last: { page: "core-concepts/decorators/", anchor: "#summary", when: LATE },
    track: { id: "production-api", when: EARLY },
  };
  assert.deepEqual(readProgress(JSON.stringify(progress)), progress);
});

for (const [name, bad, reason] of [
  ["no JSON", "{", /not JSON/],
  ["a list", "[]", /not an object/],
  ["null", "null", /not an object/],
  ["no version", "{}", /which version/],
  ["an unknown old version", text({ version: 0 }), /Version 0 .* unknown/],
  ["no quizzes", text({ quizzes: null }), /`quizzes` is not an object/],
  ["an odd id", text({ quizzes: { "<b>": answer(true, true) } }), /odd key: <b>/],
  ["a prototype", '{"version":2,"quizzes":{"__proto__":{}},"pages":{}}', /odd key: __proto__/],
  ["no practice", text({ practice: undefined }), /`practice` is not an object/],
  ["a problem with an odd id", text({ practice: { "<b>": attempt({}) } }), /odd key: <b>/],
  ["a problem without code", text({ practice: { a: attempt({ code: 3 }) } }), /Problem a has no code/],
  ["too much code", text({ practice: { a: attempt({ code: "x".repeat(LONGEST_CODE + 1) }) } }), /too much of it/],
  ["half a test", text({ practice: { a: attempt({ passed: 0.5 }) } }), /how many tests passed/],
  ["more passed than there are", text({ practice: { a: attempt({ passed: 9 }) } }), /how many tests passed/],
  ["solved at no time", text({ practice: { a: attempt({ solved: true }) } }), /time of problem a/],
  ["no result", text({ quizzes: { a: { when: EARLY } } }), /Quiz a does not say/],
  ["no time", text({ quizzes: { a: { first: true, latest: true } } }), /time of quiz a/],
  ["another host's page", text({ pages: { "https://example.org/": EARLY } }), /odd key/],
  ["a track that is no id", text({ track: { id: "<b>", when: EARLY } }), /names no track/],
  ["a track without a time", text({ track: { id: "workbook" } }), /time of `track`/],
  ["a script for a page", text({ last: { page: "javascript:x", when: EARLY } }), /names no page/],
])
  test(`${name} is refused with the reason`, () => {
    assert.throws(() => readProgress(String(bad)), { message: /** @type {RegExp} */ (reason) });
  });

test("a later version is told from a damaged one", () => {
  assert.throws(() => readProgress(text({ version: VERSION + 1 })), NewerProgress);
  assert.throws(() => readProgress("{"), (error) => error instanceof UnreadableProgress && !(error instanceof NewerProgress));
});

test("an older version is migrated, step by step", () => {
  const steps = {
    "-1": (/** @type {any} */ old) => ({ version: 0, right: old.list }),
    0: (/** @type {any} */ old) => ({
      version: 1,
      pages: {},
      quizzes: Object.fromEntries(old.right.map((/** @type {string} */ id) => [id, answer(true, true)])),
    }),
    1: (/** @type {any} */ old) => ({ ...old, version: 2, practice: { "token-bucket": attempt({}) } }),
  };
  const found = readProgress('{"version": -1, "list": ["a", "b"]}', steps);
  assert.deepEqual(Object.keys(found.quizzes), ["a", "b"]);
  assert.deepEqual(found.practice["token-bucket"], attempt({}));
});

test("what was kept before there was practice has none", () => {
  const { practice, ...before } = { ...noProgress(), version: 1, pages: { "httpx/timeouts/": EARLY } };
  assert.deepEqual(readProgress(JSON.stringify(before)), { ...before, version: VERSION, practice });
});

test("an attempt changes what it is told to and keeps the rest", () => {
  const begun = withAttempt(noProgress(), "a", { code: "one", when: EARLY });
  assert.deepEqual(begun.practice.a, attempt({ code: "one", passed: 0, tests: 0 }));
  const solved = withAttempt(begun, "a", { passed: 8, tests: 8, solved: LATE, when: LATE });
  assert.deepEqual(solved.practice.a, attempt({ code: "one", passed: 8, solved: LATE, when: LATE }));
});

test("of two answers to a problem the newer stays, and solved is solved", () => {
  const here = { ...noProgress(), practice: { a: attempt({ code: "old", solved: EARLY }), b: attempt({}) } };
  const there = { ...noProgress(), practice: { a: attempt({ code: "new", when: LATE }), c: attempt({}) } };
  const joined = mergeProgress(here, there);
  assert.deepEqual(joined.practice.a, attempt({ code: "new", when: LATE, solved: EARLY }));
  assert.deepEqual(Object.keys(joined.practice), ["a", "b", "c"]);
  assert.deepEqual(joined, mergeProgress(there, here));
  const later = { ...noProgress(), practice: { a: attempt({ solved: LATE, when: LATE }) } };
  assert.equal(mergeProgress(later, joined).practice.a.solved, EARLY);
});

test("the first try stays, the latest moves", () => {
  let progress = withAnswer(noProgress(), "a", false, EARLY);
  progress = withAnswer(progress, "a", true, LATE);
  assert.deepEqual(progress.quizzes.a, answer(false, true, LATE));
});

test("two sources join: the older's first try, the newer's latest", () => {
  const here = { ...noProgress(), quizzes: { a: answer(false, false, EARLY), b: answer(true, true) } };
  const there = { ...noProgress(), quizzes: { a: answer(true, true, LATE), c: answer(true, false) } };
  const joined = mergeProgress(here, there);
  assert.deepEqual(joined.quizzes.a, answer(false, true, LATE));
  assert.deepEqual(joined, mergeProgress(there, here));
  assert.deepEqual(mergeProgress(joined, there), joined);
});

test("what was exported before there were tracks follows none", () => {
  const { track, ...before } = noProgress();
  assert.equal(readProgress(JSON.stringify(before)).track, track);
});

test("a track of another version of the notes is kept", () => {
  const progress = { ...noProgress(), track: { id: "of-next-year", when: EARLY } };
  assert.deepEqual(readProgress(JSON.stringify(progress)).track, progress.track);
});

test("of two choices the later one counts, also when it is to follow no track", () => {
  const follows = { ...noProgress(), track: { id: "workbook", when: EARLY } };
  const left = { ...noProgress(), track: { id: "", when: LATE } };
  assert.deepEqual(mergeProgress(follows, left).track, left.track);
  assert.deepEqual(mergeProgress(left, follows).track, left.track);
  assert.deepEqual(mergeProgress(noProgress(), follows).track, follows.track);
});

test("a place is remembered, and a page is read when its end was seen, once", () => {
  const here = { page: "httpx/timeouts/", anchor: "#summary", when: EARLY };
  const passing = withPlace(noProgress(), here, false);
  assert.deepEqual([passing.last, passing.pages], [here, {}]);
  const again = withPlace(withPlace(passing, here, true), { ...here, when: LATE }, true);
  assert.deepEqual([again.last?.when, again.pages], [LATE, { "httpx/timeouts/": EARLY }]);
});

test("unanswered, wrong and right are counted apart", () => {
  const progress = { ...noProgress(), quizzes: { a: answer(false, true), b: answer(true, false), z: answer(true, true) } };
  assert.deepEqual(countAnswers(progress, ["a", "b", "c"]), { total: 3, right: 1, first: 1, tried: 2 });
});
