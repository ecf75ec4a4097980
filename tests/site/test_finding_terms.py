"""How the filter of the glossary and the search of the site find what was meant."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from backend_notes.project import Project
from backend_notes.site import node


@pytest.fixture(scope="module")
def javascript(project: Project) -> Callable[[str, str], Any]:
    """Evaluate an expression with the exports of a module, in Node."""
    folder = project.root / "overrides/assets/javascripts"

    def evaluate(module: str, expression: str) -> Any:
        address = json.dumps((folder / module).as_uri())
        code = f"import * as m from {address}; console.log(JSON.stringify({expression}))"
        worker = "globalThis.Worker = class { postMessage() {} };"
        command = [*node.NODE, "--input-type=module", "-e", f"{worker} {_lazy(code)}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return evaluate


def _lazy(code: str) -> str:
    """The import as an expression: search.mjs needs a Worker to be there before it."""
    return re.sub(r"import \* as m from (\S+);", r"const m = await import(\1);", code)


@pytest.mark.parametrize(
    ("query", "how", "found"),
    [
        ("", "all", 4),
        ("  Lögger ", "name", 2),
        ("logger root", "name", 1),
        ("log", "name", 2),
        ("n+1", "name", 1),
        ("rot loger", "nothing", 0),
        ("loger", "typo", 2),
        ("lgoger", "typo", 2),
        ("frist-clas", "typo", 1),
        ("ancestor", "text", 1),
        ("kubernetes", "nothing", 0),
    ],
)
def test_the_filter_forgives_typos(
    javascript: Callable[[str, str], Any], query: str, how: str, found: int
) -> None:
    names = {"Logger": "", "Root logger": "The ancestor.", "N+1": "", "First-class": ""}
    entries = [{"names": [name], "text": text} for name, text in names.items()]
    prepared = (
        f"{json.dumps(entries)}.map(({{ names, text }}) =>"
        " ({ names: names.map(m.letters), text: m.letters(text) }))"
    )
    result = javascript(
        "glossary-match.mjs",
        f"[m.match({prepared}, {json.dumps(query)})].map(r => [r.how, r.found.size])[0]",
    )

    assert result == [how, found]


@pytest.mark.parametrize(
    ("query", "items", "expected"),
    [
        ("decoratr", [], "decoratr~2"),
        ("clsoure in", [], "clsoure~1 in"),
        ("read timout", [{"score": 1, "terms": {"read": True, "timout": False}}], "read timout~1"),
        ("timeout", [{"score": 1, "terms": {"timeout": True}}], "timeout"),
        ('"exact wrods" -minus', [], '"exact wrods" -minus'),
    ],
)
def test_search_asks_for_similar_words_where_nothing_holds_a_word(
    javascript: Callable[[str, str], Any], query: str, items: list[Any], expected: str
) -> None:
    call = f"m.forgive({json.dumps(query)}, {json.dumps(items)})"

    assert javascript("search.mjs", call) == expected


def test_search_prefers_all_words_to_some_and_rare_ones_to_common_ones(
    javascript: Callable[[str, str], Any],
) -> None:
    def item(title: str, score: float, pool: bool, rare: bool) -> list[dict[str, Any]]:
        return [{"title": title, "score": score, "terms": {"pool": pool, "rare": rare}}]

    groups = [
        *[item("common", 900, True, False)] * 20,
        item("rare", 1, False, True),
        item("both", 2, True, True),
        item("<mark>Rare</mark> pool", 1, True, True),
    ]
    call = (
        f"(groups => (m.rank(groups, 'rare pool'), groups.map(([a]) => a.title)))"
        f"({json.dumps(groups)})"
    )
    expected = ["<mark>Rare</mark> pool", "both", "rare", "common"]

    assert javascript("search.mjs", call)[:4] == expected


def test_search_names_the_entry_first_and_the_page_that_explains_it_second(
    javascript: Callable[[str, str], Any],
) -> None:
    groups = [
        [{"title": title, "score": score, "terms": {"pool": True}, **more}]
        for title, score, more in (
            ("Pool", 900, {}),
            ("Databases", 3, {"owns": ["pool", "dsn"]}),
            ("Pool", 2, {"boost": 20}),
            ("Pool", 990, {"boost": 0.5}),  # a page that lists what others explain
        )
    ]
    call = (
        f"(groups => (m.rank(groups, ' Pool'), groups.map(([a]) => [a.title, a.boost ?? 0])))"
        f"({json.dumps(groups)})"
    )

    assert javascript("search.mjs", call) == [
        ["Pool", 20],
        ["Databases", 0],
        ["Pool", 0],
        ["Pool", 0.5],
    ]


def test_a_pasted_message_has_no_operators(javascript: Callable[[str, str], Any]) -> None:
    plain = javascript("search.mjs", r"m.plain('exc.TimeoutError: a*b ~c ^d')")

    assert plain.split() == ["exc.TimeoutError", "a", "b", "c", "d"]
