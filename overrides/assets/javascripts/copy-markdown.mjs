// "Copy as Markdown", beside the pencil. Loaded at the first press; without it, the link opens the
// Markdown.

/**
 * Copy what a link leads to, and say so.
 * @param {HTMLAnchorElement} link
 */
export async function copyMarkdown(link) {
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.statusText);
    await navigator.clipboard.writeText(await answer.text());
  } catch {
    location.assign(link.href);
    return;
  }
  link.title = "Copied";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.className = "md-content__button";
  link.before(said);
  said.textContent = "Copied";
  setTimeout(() => {
    said.remove();
    link.title = "Copy as Markdown";
  }, 2000);
}
