// Which lines two texts share, and which only one of them has.

/** @typedef {{ side: "both" | "ours" | "theirs", line: string }} Line */

/**
 * The longest sequence of lines that both have stays; blanks at the end of a line do not count.
 * @param {string} ours
 * @param {string} theirs
 * @returns {Line[]} in the order of reading; where lines were replaced, ours come first
 */
export function diffLines(ours, theirs) {
  const [a, b] = [split(ours), split(theirs)];
  const lengths = commonLengths(a, b);
  /** @type {Line[]} */
  const found = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ side: "both", line: a[i] });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || lengths[i + 1][j] >= lengths[i][j + 1]))
      found.push({ side: "ours", line: a[i++] });
    else found.push({ side: "theirs", line: b[j++] });
  }
  return found;
}

/**
 * How many lines the rests of both texts share, from each pair of lines on.
 * @param {string[]} a
 * @param {string[]} b
 */
function commonLengths(a, b) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i][j] =
        a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  return lengths;
}

/** @param {string} text */
function split(text) {
  return text.trimEnd().split("\n").map((line) => line.trimEnd());
}
