"""What looks wrong and is right: a rule that speaks up here would be in an author's way."""

from __future__ import annotations

import pytest

from backend_notes.content.check import check_project
from backend_notes.project import Project

ACCEPTED = {
    "fillers in code": "Never write `simply` or `just`, says ``of course``.",
    "a word that contains a filler": "Adjust it just-in-time, justly.",
    "a question in the text": "What does it print? Nothing.",
    "a list in a list": "1. One\n\n    More of one.\n\n    - Inner\n\n        More of inner.\n",
    "a footnote of two paragraphs": "A note.[^2]\n\n[^2]:\n    First.\n\n    Second.\n",
    "code in a list": (
        "- One\n\n"
        "    ```python\n"
        '    --8<-- "core_concepts/decorators/order.py:order"\n'
        "    ```\n\n"
        "    More.\n"
    ),
    "tabs": (
        '=== "Python"\n\n'
        "    ```python\n"
        '    --8<-- "core_concepts/decorators/order.py:order"\n'
        "    ```\n"
    ),
    "a macro as an example": "Write `{{ version('fastapi') }}`.",
    "marks of the field": "Yes ✓, no ✗, goes to →, 5 × 3, © and ™.",
    "a link to another site": "[Manual](https://example.org/a#b), [mail](mailto:a@example.org).",
    "a link to an image": "[Arrow](assets/arrow.svg)",
    "an image as a link": "[![Arrow](assets/arrow.svg)](core-concepts/index.md)",
    "anchors of other things": (
        '<a id="here"></a>\n\nSee [here](#here), [there](#there).\n\nX\n{ #there }'
    ),
    "a folded note": '??? note "More"\n\n    It goes on.\n\n???+ tip "Open"\n\n    It goes on.\n',
    "a note without a title": "!!! tip\n    It goes on.\n",
    "a note inline": '!!! info inline end "Aside"\n\n    It goes on.\n',
    "an import as an example": 'Write `--8<-- "a.py:b"`.',
    "definitions": "Term\n:   Its text.\n\n    More of it.\n",
    "abbreviations": "*[GIL]: global interpreter lock\n",
    "a dictionary type in brackets": "`dict[str][int]` and `a[b](c)`.",
    "an escaped bracket": r"\[no link] and \[none](at-all.md)",
    "a quiz of several right options": (
        '!!! quiz start-several "Which?"\n\n'
        "    A text,\n"
        "    of two lines.\n\n"
        "    ```text\n"
        "    a - [ ] picture\n"
        "    ```\n\n"
        "    - [x] One,\n"
        "      over two lines\n"
        "        - Because.\n\n"
        "    - [X] Two\n"
        "        - Because it is\n"
        "          so.\n\n"
        "    - [ ] Three\n\n"
        "        - Because.\n"
    ),
}


@pytest.mark.parametrize("text", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(good: Project, text: str) -> None:
    path = good.docs / "index.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    assert check_project(good) == []


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_line_ends_of_windows_are_accepted(good: Project, newline: str) -> None:
    for path in [*good.docs.rglob("*.md"), *good.snippets.rglob("*.py")]:
        path.write_bytes(path.read_text(encoding="utf-8").replace("\n", newline).encode())
    assert check_project(good) == []


def test_a_package_belongs_to_no_single_page(good: Project) -> None:
    for name in ("service/__init__.py", "service/app.py", "service/config/service.yaml"):
        path = good.snippets / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# Settings\n", encoding="utf-8")
    assert check_project(good) == []
