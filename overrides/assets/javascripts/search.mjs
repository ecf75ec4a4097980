// What the theme's search lacks: it forgives typos, and what holds all words of a query comes first.
// Works on the messages between the theme and its worker, which is all that the theme lets out.

/**
 * @typedef {object} Item page or section
 * @property {number} score
 * @property {string} title
 * @property {Record<string, boolean>} terms
 * @property {number} [boost] above 1 for an entry of the glossary, below 1 for a page that only lists
 * @property {string[]} [owns] the names of the terms that a page explains
 */
/** @typedef {{ type: number, data: any }} Message */

const QUERY = 2;
const RESULT = 3;

/** More than lies between a title and a text: words decide first, the engine's weights second. */
const SHARE = 1e7;
const EXACT = 100;
/** What a query names: a term's entry first, then the page that explains it, then what is called so. */
const OWNER = EXACT ** 4;
const ENTRY = EXACT ** 6;

/** @type {WeakSet<Worker>} */
const watched = new WeakSet();
const post = Worker.prototype.postMessage;

/** The query whose results are awaited, as it was typed and as it was asked. */
let typed = "";
let asked = "";

/**
 * @this {Worker}
 * @param {Message} message
 * @param {any[]} rest
 */
Worker.prototype.postMessage = function (message, ...rest) {
  if (message?.type === QUERY) {
    if (!watched.has(this)) this.addEventListener("message", receive);
    watched.add(this);
    typed = asked = plain(message.data);
    message = { ...message, data: asked };
  }
  post.call(this, message, ...rest);
};

/**
 * Ask again if a word was found nowhere; otherwise hand the theme the results in a better order.
 * @this {Worker}
 * @param {MessageEvent<Message>} event
 */
function receive(event) {
  const { data } = event;
  if (data?.type !== RESULT || !event.isTrusted) return;
  const groups = /** @type {Item[][]} */ (data.data.items);
  const corrected = asked === typed ? forgive(asked, groups.flat()) : asked;
  if (corrected !== asked) {
    asked = corrected;
    post.call(this, { type: QUERY, data: corrected });
  } else if (groups.length) {
    rank(groups, typed);
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

/**
 * A query without the engine's operators, which a pasted error message holds by accident.
 * @param {string} query
 */
export function plain(query) {
  return query.replace(/[:^~*\\]+/g, " ");
}

/**
 * A query in which each word that nothing holds stands for the words one or two letters away.
 * @param {string} query
 * @param {Item[]} items what the query found
 */
export function forgive(query, items) {
  return query.replace(/(?<![\w+"'-])\p{L}{4,}(?![\w"'])/gu, (word) => {
    const held = items.some(({ score, terms }) => score && terms[word.toLowerCase()] !== false);
    return held ? word : `${word}~${word.length < 8 ? 1 : 2}`;
  });
}

/**
 * Sort results by how many words of the query they hold, and what is called so before the rest.
 * @param {Item[][]} groups the pages, each with its sections; sorted in place
 * @param {string} query
 */
export function rank(groups, query) {
  const name = query.trim().toLowerCase();
  const weights = weigh(groups.flat());
  for (const group of groups) {
    for (const item of group) {
      item.score *= SHARE ** share(item.terms, weights);
      const boost = item.boost ?? 1;
      if (boost >= 1 && item.title.replace(/<[^>]+>/g, "").toLowerCase() === name)
        item.score *= boost > 1 ? ENTRY : EXACT;
      if (item.owns?.includes(name)) item.score *= OWNER;
    }
    group.sort((a, b) => b.score - a.score);
  }
  groups.sort(([a], [b]) => b.score - a.score);
}

/**
 * What each word of the query counts: the rarer, the more. A word that nothing holds counts nothing.
 * @param {Item[]} items
 */
function weigh(items) {
  /** @type {Map<string, number>} */
  const holders = new Map();
  for (const { terms } of items)
    for (const [word, held] of Object.entries(terms))
      if (held) holders.set(word, (holders.get(word) ?? 0) + 1);
  return new Map([...holders].map(([word, count]) => [word, Math.log(1 + items.length / count)]));
}

/**
 * @param {Record<string, boolean>} terms
 * @param {Map<string, number>} weights
 */
function share(terms, weights) {
  let all = 0;
  let held = 0;
  for (const [word, weight] of weights) {
    all += weight;
    if (terms[word]) held += weight;
  }
  return all && held / all;
}
