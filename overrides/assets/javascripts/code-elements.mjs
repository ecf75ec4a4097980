// Small pieces of a page that code blocks are made of.

/**
 * An element with properties and children.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * Words for screen readers only.
 * @param {string} words
 */
export function unseen(words) {
  return element("span", { className: "unseen" }, words);
}

/**
 * A button whose name says more than what is written on it.
 * @param {string} label
 * @param {string} [more] goes on from the label
 */
export function button(label, more = "") {
  const made = element("button", { type: "button", className: "code-bar__button" }, label);
  if (more) made.append(unseen(more));
  return made;
}

/**
 * A number of bytes as people say it.
 * @param {number} bytes
 */
export function inMegabytes(bytes) {
  return `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`;
}

/** @type {Map<string, Promise<void>>} */
const sheets = new Map();

/**
 * Load a style sheet of what a reader opens; once.
 * @param {string} name in stylesheets/on-demand
 * @returns {Promise<void>}
 */
export function loadStyles(name) {
  const href = new URL(`../stylesheets/on-demand/${name}`, import.meta.url).href;
  const loaded = sheets.get(href) ?? new Promise((resolve, reject) => {
    const link = element("link", { rel: "stylesheet", href });
    link.onload = () => resolve(undefined);
    link.onerror = () => reject(new Error(`${name} does not load`));
    document.head.append(link);
  });
  sheets.set(href, loaded);
  return loaded;
}
