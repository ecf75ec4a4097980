// A task to build something: its prompt for an assistant and its check command can be copied.

/** What is copied, by what it is called. */
const PARTS = { prompt: ":scope > blockquote", command: ":scope > p > code:only-child" };

/** @param {HTMLElement} box as boxes.py demands it */
export async function mountBuild(box) {
  if (box.dataset.mounted) return;
  box.dataset.mounted = "true";
  for (const [name, selector] of Object.entries(PARTS)) {
    for (const source of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll(selector))) {
      const block = source.tagName === "CODE" ? source.parentElement : source;
      // A paragraph with more than the command only mentions it.
      if (block?.textContent?.trim() === source.textContent?.trim()) block?.after(row(name, source));
    }
  }
}

/**
 * @param {string} name
 * @param {HTMLElement} source
 */
function row(name, source) {
  const found = document.createElement("p");
  const button = document.createElement("button");
  const status = document.createElement("span");
  found.className = "build__row";
  button.className = "md-button";
  button.type = "button";
  button.textContent = `Copy the ${name}`;
  status.setAttribute("role", "status");
  button.onclick = () => {
    status.textContent = "";
    void copy(source).then((said) => (status.textContent = said));
  };
  found.append(button, status);
  return found;
}

/**
 * @param {HTMLElement} source
 * @returns {Promise<string>} what came of it
 */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.innerText.trim());
    return "Copied.";
  } catch {
    getSelection()?.selectAllChildren(source);
    return "Your browser does not let this page copy. The text is selected for you to copy it.";
  }
}
