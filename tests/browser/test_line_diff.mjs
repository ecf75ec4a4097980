// How two texts are compared line by line; run by test_practice_kept.py with node's test runner.

import assert from "node:assert/strict";
import { test } from "node:test";

import { diffLines } from "../../overrides/assets/javascripts/line-diff.mjs";

const SIGNS = { both: " ", ours: "-", theirs: "+" };
const diff = (/** @type {string} */ ours, /** @type {string} */ theirs) =>
  diffLines(ours, theirs).map(({ side, line }) => SIGNS[side] + line);

for (const [name, ours, theirs, wanted] of /** @type {[string, string, string, string[]][]} */ ([
  ["the same", "a\nb\n", "a\nb", [" a", " b"]],
  ["blanks at the end of a line", "a  \nb", "a\nb\n\n", [" a", " b"]],
  ["a line more", "a\nx\nb", "a\nb", [" a", "-x", " b"]],
  ["a line less", "a\nb", "a\nx\nb", [" a", "+x", " b"]],
  ["a line replaced: ours first", "a\nx\nb", "a\ny\nb", [" a", "-x", "+y", " b"]],
  ["indentation counts", "  a", "a", ["-  a", "+a"]],
  ["nothing in common", "a\nb", "c", ["-a", "-b", "+c"]],
  ["moved lines: the longest rest stays", "a\nb\nc\nd", "c\nd\na", ["-a", "-b", " c", " d", "+a"]],
]))
  test(name, () => assert.deepEqual(diff(ours, theirs), wanted));

test("each text can be read off its own lines", () => {
  const ours = "def f():\n    return 1\n\n\nprint(f())";
  const theirs = "import a\n\n\ndef f():\n    x = 1\n    return x";
  const lines = diffLines(ours, theirs);
  const side = (/** @type {string} */ name) =>
    lines.filter((line) => line.side !== name).map(({ line }) => line).join("\n");
  assert.equal(side("theirs"), ours);
  assert.equal(side("ours"), theirs);
});
