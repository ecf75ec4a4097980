// What comes next in a track; run by test_tracks.py with node's test runner.

import assert from "node:assert/strict";
import { test } from "node:test";

// The store that tracks.mjs writes to listens to other tabs.
Object.assign(globalThis, { addEventListener: () => {}, localStorage: {} });
const { chosenTrack, countRead, nextStep, stopText } = await import("../../overrides/assets/javascripts/tracks.mjs");
const { noProgress } = await import("../../overrides/assets/javascripts/progress.mjs");

const WHEN = "2026-01-01T00:00:00.000Z";

const stop = (/** @type {string} */ page) => ({ page, title: page.toUpperCase(), minutes: 9 });
const track = { id: "basics", title: "The basics", pages: [stop("a/"), stop("b/"), stop("c/")] };

/** @param {string[]} pages */
function having(...pages) {
  return { ...noProgress(), pages: Object.fromEntries(pages.map((page) => [page, WHEN])) };
}

test("on a page of the track the one after it comes next, read or not", () => {
  assert.deepEqual(nextStep(track, having("b/"), "a/"), {
    where: "1 of 3 in The basics", lead: "Next", stop: stop("b/"),
  });
});

test("from the last page the first unread one comes next", () => {
  assert.deepEqual(nextStep(track, having("a/"), "c/"), {
    where: "3 of 3 in The basics", lead: "Not read yet", stop: stop("b/"),
  });
});

test("from the last page nothing comes next when the others are read", () => {
  assert.equal(nextStep(track, having("a/", "b/"), "c/").stop, null);
});

test("another page leads back to the first unread one", () => {
  assert.deepEqual(nextStep(track, having("a/", "z/"), "z/"), {
    where: "1 of 3 read in The basics", lead: "Back to your track", stop: stop("b/"),
  });
});

test("only the pages of the track are counted", () => {
  assert.equal(countRead(track, having("a/", "z/")), 1);
});

test("the chosen track is one that this version has", () => {
  const follows = (/** @type {string} */ id) => ({ ...noProgress(), track: { id, when: WHEN } });
  assert.equal(chosenTrack(follows("basics"), [track]), track);
  for (const progress of [follows("of-next-year"), follows(""), noProgress()])
    assert.equal(chosenTrack(progress, [track]), undefined);
});

test("a page without a reading time is named without one", () => {
  assert.equal(stopText(stop("a/")), "A/, 9 min");
  assert.equal(stopText({ ...stop("a/"), minutes: 0 }), "A/");
});
