// Which terms a few letters mean: by name, by a name with a typo, or by what is said about them.

/** @typedef {{ names: string[], text: string }} Entry names and text as `letters` gives them */

/**
 * Text as it is compared: small letters without accents, words parted by single spaces.
 * @param {string} text
 */
export function letters(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
}

/**
 * The entries that a query means. Names come first; typos are forgiven if no name fits, and only
 * if none fits with a typo either is the text searched.
 * @template {Entry} T
 * @param {T[]} entries
 * @param {string} query
 * @returns {{ found: Set<T>, how: "all" | "name" | "typo" | "text" | "nothing" }}
 */
export function match(entries, query) {
  const wanted = letters(query);
  if (!wanted) return { found: new Set(entries), how: "all" };
  const words = wanted.split(" ");
  /** @type {["name" | "typo" | "text", (entry: T) => boolean][]} */
  const ways = [
    ["name", ({ names }) => names.some((name) => holdsAll(name, words))],
    ["typo", ({ names }) => names.some((name) => resemblesAll(name, words))],
    ["text", ({ text }) => holdsAll(text, words)],
  ];
  for (const [how, fits] of ways) {
    const found = new Set(entries.filter(fits));
    if (found.size) return { found, how };
  }
  return { found: new Set(), how: "nothing" };
}

/**
 * Whether each word begins a word of the text.
 * @param {string} text
 * @param {string[]} words
 */
function holdsAll(text, words) {
  return words.every((word) => ` ${text}`.includes(` ${word}`));
}

/**
 * Whether each word begins a word of the name, give or take a typo.
 * @param {string} name
 * @param {string[]} words
 */
function resemblesAll(name, words) {
  const parts = name.split(" ");
  return words.every((word) => {
    const most = typos(word);
    return parts.some((part) => part.startsWith(word) || (most && distance(word, part, most) <= most));
  });
}

/** @param {string} word how many typos it may hold */
function typos(word) {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * How many letters to insert, drop, replace or swap until a word is the beginning of another one.
 * @param {string} word
 * @param {string} other
 * @param {number} most beyond this the answer is Infinity, and comes sooner
 */
export function distance(word, other, most) {
  let before = /** @type {number[]} */ ([]);
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      const letter = word[row - 1];
      const replaced = last[column - 1] + (letter === other[column - 1] ? 0 : 1);
      let cost = Math.min(last[column] + 1, line[column - 1] + 1, replaced);
      if (row > 1 && letter === other[column - 2] && word[row - 2] === other[column - 1])
        cost = Math.min(cost, before[column - 2] + 1);
      line.push(cost);
    }
    if (Math.min(...line) > most && Math.min(...last) > most) return Infinity;
    [before, last] = [last, line];
  }
  return Math.min(...last);
}
