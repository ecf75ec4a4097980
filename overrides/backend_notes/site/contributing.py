"""What the contributors' page shows: live examples, and tables in the machinery's own words.

An example's Markdown comes onto the page when it is built, not before: the page's own file holds no
quiz. So quiz_index.py, which reads that file, counts none of them in a reader's progress, in Review
or for a term; quiz.mjs keeps no answer given inside `class="live"`, and the search plugin passes
over the whole example.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

from backend_notes.content.page import Page
from backend_notes.project import Project
from backend_notes.snippets import kinds
from backend_notes.snippets.header import Header
from backend_notes.snippets.output import RULES

_LIVE = '<div class="live"'
_PARTS = re.compile(rf"(?={_LIVE})|(?<=</section>)")
_LANGUAGES = {".md": "markdown", ".py": "python"}
_MARKER = re.compile(r"(?<!-)(?=-+8<-)")
_ATTRIBUTE = re.compile(r"^ {4}(?P<name>\w+): (?P<about>.+(?:\n {5,}.+)*)", re.MULTILINE)
_FENCE = "````"


def example_markdown(project: Project, keys: Iterable[str], render: Callable[[str], str]) -> str:
    """Files as an author writes them, and below them what readers see.

    Args:
        project: holds the files.
        keys: their paths below snippets/. The last is the Markdown that is rendered.
        render: expands the macros of a text.

    Raises:
        ValueError: one of them cannot be read.
    """
    sources, text = [], ""
    for key in keys:
        try:
            text = (project.snippets / key).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            raise ValueError(f'example("{key}"): snippets/{key} cannot be read.') from None
        sources.append(_source(key, text))
    shown = render(text) if "{{" in text else text
    return "\n".join(
        [
            # The search plugin goes on at the next closing tag of the same name.
            '<section class="specimen" data-search-exclude markdown>\n',
            *sources,
            f"{_LIVE} markdown>\n",
            '<p class="live__label">What readers see</p>\n',
            shown,
            "</div>\n</section>\n",
        ]
    )


def shows_examples(text: str | None) -> bool:
    """Whether a page, as Markdown with macros expanded or as HTML, has live examples."""
    return _LIVE in (text or "")


def examples_apart(html: str) -> list[str]:
    """A page cut before and after each of its live examples."""
    return _PARTS.split(html) if shows_examples(html) else [html]


def guide_outline(project: Project, slug: str) -> str:
    """A real guide without its text: the front matter and the headings of its parts.

    Raises:
        ValueError: there is no such page.
    """
    path = project.docs / f"{slug}.md"
    if not path.is_file():
        raise ValueError(f'guide_outline("{slug}"): docs/{slug}.md does not exist.')
    page = Page(path, project.relative(path), slug, path.read_text("utf-8"))
    parts = [page.lines[h.line - 1] for h in page.headings if h.level == 1 or h.classes]
    front = page.lines[: page.front_matter.end]
    text = "\n".join([*front, "", "\n\n…\n\n".join(parts)])
    return _fence("markdown", page.name, text)


def header_keys() -> str:
    """The keys of a snippet's header, as a table."""
    rows: list[tuple[str, str]] = []
    for match in _ATTRIBUTE.finditer(inspect.getdoc(Header) or ""):
        name = match["name"].replace("requires_python", "requires-python")
        rows.append((_word(name), _sentence(" ".join(match["about"].split()))))
    return _table(("Key", "What it says"), rows)


def normalise_rules() -> str:
    """The rules of `normalise`, as a table."""
    rows = [(_word(name), inspect.getdoc(rule) or "") for name, rule in RULES.items()]
    return _table(("Rule", "What it rewrites"), rows)


def file_kinds() -> str:
    """The kinds of files that are verified, and how, as a table."""
    rows: list[tuple[str, str]] = []
    for module, patterns in groupby(kinds.PATTERNS.items(), lambda item: item[1]):
        names = [_word(pattern) for pattern, _ in patterns if "/" not in pattern]
        if names:
            # Read, not imported: some modules bring pytest with them.
            source = Path(kinds.__file__).with_name(f"{module}.py").read_text("utf-8")
            about = ast.get_docstring(ast.parse(source)) or ""
            rows.append((", ".join(names), about.partition("\n")[0]))
    return _table(("Files", "What is verified"), rows)


def _source(key: str, text: str) -> str:
    suffix = Path(key).suffix
    title = "The page's Markdown" if suffix == ".md" else f"snippets/{key}"
    return _fence(_LANGUAGES.get(suffix, suffix.removeprefix(".") or "docker"), title, text)


def _fence(language: str, title: str, text: str) -> str:
    """A fenced block whose imports and section markers stay as they are written."""
    code = _MARKER.sub(";", text.rstrip("\n"))
    return f'{_FENCE}{language} title="{title}"\n{code}\n{_FENCE}\n'


def _table(head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| {left} | {right} |" for left, right in [head, ("---", "---"), *rows]]
    return "\n".join(lines) + "\n"


def _word(text: str) -> str:
    """A word of code that no line may part."""
    return f"`{text}`{{ .word }}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
