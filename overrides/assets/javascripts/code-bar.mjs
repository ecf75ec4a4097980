// The row below a code block: run it, edit it, see the whole program, open its file, how to run it
// on one's own machine. Its height is reserved by 45-run.css, so nothing moves when it comes.

import { button, element, loadStyles, unseen } from "./code-elements.mjs";
import { reasonAgainst, runtimeAvailable } from "./runner.mjs";

/** What a problem's page shows of it: where the answer is written, and what it is compared with. */
const PRACTICE = /^practice\/(\w+)\/(?:(starter)\.py|solution\.py:solution)$/;

/**
 * @typedef {object} Facts what the build knows about code blocks
 * @property {string} files the address of snippets/ in the repository, at the version shown
 * @property {string[]} parts the blocks that show a part of their program
 * @property {string[]} packages folders whose modules are no programs of their own
 * @property {string[]} cloned programs, or folders of them, that do not run from their address here
 */

/** @type {Promise<Facts> | undefined} */
let facts;

/** @returns {Promise<Facts>} */
function loadFacts() {
  facts ??= fetch(new URL("../code-blocks.json", import.meta.url)).then((answer) => answer.json());
  facts.catch(() => (facts = undefined));
  return facts;
}

/**
 * Put the row below a block; once.
 * @param {HTMLElement} block
 */
export async function mountBar(block) {
  const [{ files, parts, packages, cloned }] = await Promise.all([loadFacts(), loadStyles("code.css")]);
  const shown = block.dataset.snippet ?? "";
  const [path] = shown.split(":");
  const isProgram = path.endsWith(".py") && !packages.some((folder) => path.startsWith(folder));
  const reason = isProgram ? await whyNot(path) : undefined;
  if (block.querySelector(":scope > .code-bar")) return;
  const file = path.split("/").pop() ?? path;
  const bar = element("div", { className: "code-bar", role: "group", ariaLabel: file });
  const [, problem, starter] = PRACTICE.exec(shown) ?? [];
  if (starter && reason === "") {
    const { mountPractice } = await import("./practice.mjs");
    bar.append(...(await mountPractice(block, problem)));
  } else if (reason !== undefined && !problem) {
    const { CodeBlock } = await import("./code-block.mjs");
    const options = { isPart: parts.includes(shown), runs: reason === "" };
    bar.append(...new CodeBlock(block, path, file, options).buttons);
  }
  if (problem && !starter) {
    const { compareButton } = await import("./practice-compare.mjs");
    bar.append(compareButton(block, problem));
  }
  bar.append(element("span", { className: "code-bar__gap" }));
  const isPublished = !cloned.some((start) => path.startsWith(start));
  if (isProgram && !starter) bar.append(localButton(block, path, file, { reason, isPublished }));
  if (files) bar.append(fileLink(files + path, file));
  block.append(bar);
  block.dataset.bar = "";
}

/**
 * @param {string} path
 * @returns {Promise<string | undefined>} why a program cannot run here; undefined where none can
 */
async function whyNot(path) {
  try {
    return (await runtimeAvailable()) ? await reasonAgainst(path) : undefined;
  } catch (error) {
    console.info("Programs do not run here:", error);
    return undefined;
  }
}

/**
 * @param {string} address
 * @param {string} file
 */
function fileLink(address, file) {
  const link = element("a", { href: address, className: "code-bar__button" }, "Open file");
  link.append(unseen(` ${file} in the repository`));
  return link;
}

/**
 * @typedef {object} Local what matters on a reader's own machine
 * @property {string} [reason] why the program does not run in the page
 * @property {boolean} isPublished it runs from its address on this site
 */

/**
 * The button that unfolds how to run a program on one's own machine.
 * @param {HTMLElement} block
 * @param {string} path
 * @param {string} file
 * @param {Local} local
 */
function localButton(block, path, file, local) {
  const toggle = local.reason
    ? button("Runs locally", ` only: ${file}`)
    : button("Terminal", ` command for ${file}`);
  toggle.ariaExpanded = "false";
  /** @type {HTMLElement | undefined} */
  let panel;
  toggle.addEventListener("click", () => {
    if (!panel) {
      panel = localPanel(path, local);
      block.querySelector(":scope > .code-bar")?.after(panel);
    } else panel.hidden = !panel.hidden;
    toggle.ariaExpanded = String(!panel.hidden);
  });
  return toggle;
}

/**
 * @param {string} path
 * @param {Local} local
 */
function localPanel(path, { reason, isPublished }) {
  const panel = element("div", { className: "code-local" });
  if (reason) panel.append(element("p", {}, `Not in the browser: ${reason}.`));
  // A reader without a checkout comes first: there are more of them.
  const address = new URL(`../../snippets/${path}`, import.meta.url).href;
  if (isPublished) panel.append(...command("With nothing but uv", `uv run ${address}`));
  panel.append(...command("In a checkout of these notes", `uv run notes run snippets/${path}`));
  return panel;
}

/**
 * A command, and a button that copies it.
 * @param {string} where
 * @param {string} text
 */
function command(where, text) {
  const copy = button("Copy", ` the command: ${where.toLowerCase()}`);
  const said = element("span", { role: "status" });
  copy.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(text).then(() => true, () => false);
    said.textContent = done ? "Copied." : "The browser does not allow copying: select the command.";
  });
  return [
    element("p", {}, `${where}: `, said),
    element("div", { className: "code-local__row" }, element("code", { tabIndex: 0 }, text), copy),
  ];
}
