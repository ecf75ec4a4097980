// What an application answered: status, headers, body, and what its server wrote meanwhile.

import { element } from "./code-elements.mjs";

/** @typedef {import("./runner.mjs").Reply} Reply */

/** @type {Record<number, string>} */
const REASONS = {
  200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 206: "Partial Content",
  301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
  307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized",
  402: "Payment Required", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
  406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
  412: "Precondition Failed", 413: "Content Too Large", 415: "Unsupported Media Type",
  418: "I'm a teapot", 422: "Unprocessable Content", 428: "Precondition Required",
  429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented",
  502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
};

export class ReplyView {
  /** @param {string} file */
  constructor(file) {
    this.status = element("p", { className: "console__status", role: "status" });
    this.headers = element("pre", { tabIndex: 0, ariaLabel: "Headers of the reply" });
    this.headers.role = "region";
    this.body = element("pre", { tabIndex: 0, ariaLabel: "Body of the reply" });
    this.body.role = "region";
    this.written = element("pre", { tabIndex: 0, ariaLabel: `Log of ${file}` });
    this.written.role = "log";
    this.headersPart = element("details", { className: "console__headers" });
    this.headersPart.append(element("summary", {}, "Headers"), this.headers);
    this.logPart = element("div", {}, element("p", { className: "console__title" }, "Server's log"), this.written);
    this.place = element("div", { className: "console__reply", hidden: true });
    this.place.append(this.status, this.headersPart, this.body, this.logPart);
    this.chunk = this.chunk.bind(this);
    this.log = this.log.bind(this);
  }

  /** @param {{ method: string, url: string }} request */
  start({ method, url }) {
    this.place.hidden = false;
    this.status.textContent = `${method} ${url} …`;
    delete this.place.dataset.class;
    this.headersPart.hidden = this.body.hidden = this.logPart.hidden = true;
    this.body.textContent = this.written.textContent = "";
    this.request = `${method} ${url}`;
  }

  /**
   * A part of the body, as it comes.
   * @param {string} text
   */
  chunk(text) {
    this.body.hidden = false;
    this.body.append(text);
  }

  /** @param {string} text */
  log(text) {
    this.logPart.hidden = false;
    this.written.append(text);
  }

  /** @param {Reply} reply */
  end({ status, headers, body, milliseconds }) {
    const reason = REASONS[status] ? ` ${REASONS[status]}` : "";
    this.status.replaceChildren(
      element("strong", {}, `${status}${reason}`),
      ` to ${this.request}, in ${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`,
    );
    this.place.dataset.class = String(Math.floor(status / 100));
    this.headersPart.hidden = !headers.length;
    this.headers.textContent = headers.map(([name, value]) => `${name}: ${value}`).join("\n");
    const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
    this.body.hidden = !body;
    this.body.textContent = pretty(type, body);
  }

  /** Nothing came back. */
  fail() {
    this.place.hidden = !this.written.textContent;
    this.status.textContent = "";
  }
}

/**
 * @param {string} type media type
 * @param {string} body
 */
function pretty(type, body) {
  if (!/[/+]json\b/.test(type)) return body;
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
