// A request as the console's form holds it: made into one that can be sent, and into a command.

/** @typedef {import("./console-schema.mjs").Operation} Operation */
/** @typedef {{ method: string, url: string, headers: [string, string][], body?: string }} Request */

/** Where the application answers when a reader starts it with uvicorn. */
const LOCAL = "127.0.0.1:8000";

/**
 * @param {string} method
 * @param {string} path with its parameters in braces
 * @param {{ name: string, place: string, value: string }[]} values those that are left out excepted
 * @param {[string, string][]} headers
 * @param {string} [body]
 * @returns {Request}
 */
export function makeRequest(method, path, values, headers, body) {
  const [route, fixed = ""] = path.split("?");
  const query = new URLSearchParams(fixed);
  const made = [...headers];
  const cookies = [];
  let url = route;
  for (const { name, place, value } of values) {
    if (place === "path") url = inserted(url, name, value);
    else if (place === "header") made.unshift([name, value]);
    else if (place === "cookie") cookies.push(`${name}=${value}`);
    else for (const each of listed(value)) query.append(name, each);
  }
  if (cookies.length) made.push(["cookie", cookies.join("; ")]);
  const search = query.toString();
  return { method, url: url + (search && `?${search}`), headers: made, ...(body ? { body } : {}) };
}

/**
 * @param {string} url
 * @param {string} name
 * @param {string} value
 */
function inserted(url, name, value) {
  return url
    .replaceAll(`{${name}:path}`, () => encodeURI(value))
    .replaceAll(`{${name}}`, () => encodeURIComponent(value));
}

/**
 * A list, which its schema's example writes as JSON, is sent as one value each.
 * @param {string} value
 * @returns {string[]}
 */
function listed(value) {
  if (!value.startsWith("[")) return [value];
  try {
    return JSON.parse(value).map(String);
  } catch {
    return [value];
  }
}

/**
 * @param {string} text one `Name: value` a line
 * @returns {[string, string][]}
 * @throws {Error} whose message names the line that is none
 */
export function readHeaders(text) {
  return text.split("\n").filter((line) => line.trim()).map((line) => {
    const match = /^\s*([!#$%&'*+.^`|~\w-]+)\s*:\s*(.*?)\s*$/.exec(line);
    if (!match) throw new Error(`“${line.trim()}” is no header: write “Name: value”, one on each line.`);
    return [match[1], match[2]];
  });
}

/**
 * The same request for a terminal, where the application runs under uvicorn.
 * @param {Request} request
 * @returns {string}
 */
export function asCurl({ method, url, headers, body }) {
  const parts = [`curl -i -X ${method} ${quoted(LOCAL + url)}`];
  for (const [name, value] of headers) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (body) parts.push(`--data-binary ${quoted(body)}`);
  return parts.join(" \\\n  ");
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
