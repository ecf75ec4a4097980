"""What readers type into search, and what they must find: search_queries.yaml and every term."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml
from playwright.sync_api import Browser, expect

from backend_notes.project import Project
from backend_notes.site.glossary import read_terms
from backend_notes.site.pages import front_matter

QUERIES: list[dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("search_queries.yaml").read_text("utf-8")
)

# Each page found, with the links below it that are visible, the best one first.
Results: TypeAlias = list[list[str]]

# Search may ask its worker twice for one query, so count what it still waits for.
_COUNT = """
const post = Worker.prototype.postMessage;
window.awaited = 0;
Worker.prototype.postMessage = function (...message) {
    if (!this.counted) this.addEventListener("message", ({ isTrusted }) => {
        if (isTrusted) setTimeout(() => window.awaited--);
    });
    this.counted = true;
    window.awaited++;
    post.apply(this, message);
};"""

_SEARCH = """async query => {
    const input = document.querySelector(".md-search__input");
    const list = document.querySelector(".md-search-result__list");
    input.value = query;
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    do await new Promise(requestAnimationFrame); while (window.awaited);
    const score = link => Number(link.firstElementChild.dataset.mdScore);
    return [...list.children].map(item =>
        [...item.querySelectorAll(":scope > a")]
            .sort((a, b) => score(b) - score(a))
            .map(({ pathname, hash }) => pathname.slice(1) + hash));
}"""


@pytest.fixture(scope="module")
def search(browser: Browser, address: str) -> Iterator[Callable[[str], Results]]:
    """The real search: one dialog, opened once, asked again and again."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_COUNT)
    page.goto(address)
    with page.expect_response("**/search.mjs"):
        page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("warm")
    expect(page.locator(".md-search-result__item").first).to_be_visible()

    def ask(query: str) -> Results:
        found: Results = page.evaluate(_SEARCH, query)
        return found

    yield ask
    context.close()


def test_every_query_finds_its_page(search: Callable[[str], Results]) -> None:
    wrong = {}
    for entry in QUERIES:
        first = [links[0].partition("#")[0] for links in search(entry["query"])[:3]]
        if entry["page"] not in first:
            wrong[entry["query"]] = first

    assert wrong == {}


def test_a_term_finds_its_entry_and_then_its_page(
    search: Callable[[str], Results], project: Project
) -> None:
    wrong = {}
    claims = _claims(project)
    for term in read_terms((project.docs / "glossary.md").read_text("utf-8")).values():
        found = search(term.title)
        linked, claiming = term.page.removesuffix(".md") + "/", claims.get(term.id, [])
        owner = linked if linked in claiming or not claiming else claiming[0]
        wanted = [f"glossary/#{term.id}", owner]
        first = [found[0][0], found[1][0].partition("#")[0]] if len(found) > 1 else found
        if first != wanted:
            wrong[term.title] = first

    assert wrong == {}


def test_there_are_enough_queries_and_no_two_alike() -> None:
    assert len({entry["query"] for entry in QUERIES}) == len(QUERIES) >= 40


def _claims(project: Project) -> dict[str, list[str]]:
    """The addresses of the pages whose front matter says that they explain a term, by title."""
    found: dict[str, list[str]] = {}
    pages = [(path, front_matter(path)) for path in project.docs.rglob("*.md")]
    for path, meta in sorted(pages, key=lambda page: str(page[1].get("title"))):
        address = path.relative_to(project.docs).with_suffix("").as_posix() + "/"
        terms: list[str] = meta.get("terms") or []
        for term in terms:
            found.setdefault(term, []).append(address)
    return found
