"""What reviewers of a change get: where snippets appear, which pages change, and a preview."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from scratch_clone import Clone

from backend_notes.cli import main
from backend_notes.preview.browsable import make_browsable

FOLDER = "snippets/reference/decorators"


def notes(clone: Clone, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str]:
    """Run `notes …` in a clone."""
    monkeypatch.chdir(clone.root)
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


def test_where_names_every_page_line_and_section(
    clone: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = clone.docs / "reference" / "decorators.md"
    lines = page.read_text("utf-8").splitlines()
    line = 1 + next(n for n, text in enumerate(lines) if "registry.py:" in text)
    section = lines[line - 1].split(":")[1].strip('"')
    status, said = notes(clone, monkeypatch, "where", f"{FOLDER}/registry.py")
    assert status == 0
    assert said.splitlines()[:2] == [
        f"{FOLDER}/registry.py",
        f"    docs/reference/decorators.md:{line} (section `{section}`)",
    ]


def test_where_takes_a_folder(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    status, said = notes(clone, monkeypatch, "where", FOLDER)
    named = [name for name in said.splitlines() if name.startswith("snippets/")]
    files = [path for path in (clone.root / FOLDER).rglob("*") if path.is_file()]
    assert status == 0
    assert sorted(named) == sorted(clone.relative(path) for path in files)


@pytest.mark.parametrize("path", ["docs/index.md", f"{FOLDER}/none.py"])
def test_where_refuses_what_is_no_snippet(
    clone: Clone, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    status, said = notes(clone, monkeypatch, "where", path)
    assert status == 1
    assert f"{path} is no file or folder of snippets/" in said


def change(clone: Clone) -> None:
    """A branch that changes a text and a program, adds a page and takes one away."""
    clone.write("docs/news.md", "---\ntitle: News\ndescription: New.\n---\n\n# News\n")
    clone.replace("mkdocs.yml", "  - Home: index.md\n", "  - Home: index.md\n  - news.md\n")
    clone.write("docs/old.md", "---\ntitle: Old\ndescription: Old.\n---\n\n# Old\n")
    clone.commit()
    (clone.docs / "old.md").unlink()
    clone.write("docs/news.md", (clone.docs / "news.md").read_text() + "\nMore.\n")
    clone.write(f"{FOLDER}/registry.py", (clone.root / FOLDER / "registry.py").read_text() + "\n")


def test_changed_pages_are_those_with_another_text_or_another_program(
    clone: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(clone)
    clone.write("docs/reference/größe.md", "# Not committed yet\n")
    status, said = notes(clone, monkeypatch, "changed")
    assert status == 0
    assert said.splitlines() == [
        "docs/news.md: its text",
        f"docs/reference/decorators.md: {FOLDER}/registry.py",
        "docs/reference/größe.md: its text",
        "docs/old.md: gone",
    ]


def test_changed_pages_since_a_commit(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    change(clone)
    clone.commit()
    assert notes(clone, monkeypatch, "changed") == (0, "No page changes.\n")
    status, said = notes(clone, monkeypatch, "changed", "--since", "HEAD~2")
    assert status == 0
    assert "docs/news.md: its text" in said.splitlines()
    assert "Any page may look different: mkdocs.yml changed." in said.splitlines()


def test_an_unknown_commit_is_one_sentence(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    status, said = notes(clone, monkeypatch, "changed", "--since", "nowhere")
    assert status == 1
    assert said.startswith("Error: ") and "nowhere" in said and len(said.splitlines()) == 1


def test_a_preview_is_read_as_files(
    clone: Clone, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    change(clone)
    status, said = notes(clone, monkeypatch, "preview", str(tmp_path / "site"))
    assert status == 0, said
    listed = (tmp_path / "site" / "changed.html").read_text("utf-8")
    assert '<a href="news/index.html">News</a>: its text' in listed
    assert f"<code>{FOLDER}/registry.py</code>" in listed
    assert "<code>docs/old.md</code>: gone" in listed
    checked = 0
    for page in (tmp_path / "site").rglob("*.html"):
        if page.name == "404.html":  # its links start at the root of a host
            continue
        for target in re.findall(r'<a\b[^>]*?\shref="([^"]*)"', page.read_text("utf-8")):
            url = urlsplit(target)
            if not url.scheme and url.path:
                assert (page.parent / unquote(url.path)).is_file(), f"{page}: {target}"
                checked += 1
    assert checked > 5


def test_a_preview_of_a_broken_page_says_what_is_wrong(
    clone: Clone, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    clone.write("docs/index.md", "# Home\n\n[Nowhere](nowhere.md)\n")
    status, said = notes(clone, monkeypatch, "preview", str(tmp_path / "site"))
    assert status == 1
    assert "`mkdocs build --strict` fails" in said and "nowhere.md" in said


def test_search_results_of_a_preview_name_files(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").touch()
    index = tmp_path / "search" / "search_index.json"
    index.parent.mkdir()
    places = ["", "#top", "a/", "a/#part"]
    index.write_text(json.dumps({"docs": [{"location": place} for place in places]}))
    make_browsable(tmp_path)
    assert [entry["location"] for entry in json.loads(index.read_text())["docs"]] == [
        *("index.html", "index.html#top", "a/index.html", "a/index.html#part")
    ]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a href="a/">', '<a href="a/index.html">'),
        ('<a class="x" href="a/#part">', '<a class="x" href="a/index.html#part">'),
        ("<a href=a/ class=x>", "<a href=a/index.html class=x>"),
        ('<a href="."></a>', '<a href="./index.html"></a>'),
        ('<a href="#part">', '<a href="#part">'),
        ('<a href="none/">', '<a href="none/">'),
        ('<a href="https://example.com/a/">', '<a href="https://example.com/a/">'),
        ('<a href="a/picture.svg">', '<a href="a/picture.svg">'),
    ],
)
def test_links_of_a_preview_name_files(tmp_path: Path, link: str, expected: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").touch()
    (tmp_path / "index.html").write_text(link)
    make_browsable(tmp_path)
    assert (tmp_path / "index.html").read_text() == expected
