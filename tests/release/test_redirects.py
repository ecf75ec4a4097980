"""Pages that move: no address of a release is ever lost."""

from __future__ import annotations

import pytest
from scratch_clone import Clone, run_git
from test_releases import PAGES, locations

from backend_notes.content.check import check_project
from backend_notes.content.rules import redirects
from backend_notes.project import Project
from backend_notes.release.errors import ReleaseError
from backend_notes.release.published import latest_release
from backend_notes.release.redirects import address_of
from backend_notes.release.release import release


def move_glossary(clone: Clone) -> None:
    """The glossary becomes a page of a section."""
    (clone.docs / "glossary.md").rename(clone.docs / "reference" / "words.md")
    words = clone.docs / "reference" / "words.md"
    words.write_text(words.read_text("utf-8").replace("(reference/", "("), encoding="utf-8")
    clone.replace("mkdocs.yml", "glossary.md", "reference/words.md")
    for page in ("index.md", "reference/decorators.md"):
        file = clone.docs / page
        new = "reference/words.md" if page == "index.md" else "words.md"
        text = file.read_text("utf-8").replace("../glossary.md", new).replace("glossary.md", new)
        file.write_text(text, encoding="utf-8")


@pytest.fixture
def moved(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> Clone:
    """A clone whose glossary moved after release 1.0."""
    clone.publish("1.0")
    move_glossary(clone)
    # The other rules know the glossary at its usual place only.
    for name, rules in [
        ("ON_EVERY_PAGE", ()),
        ("ON_EVERY_GUIDE", ()),
        ("ON_THE_REPOSITORY", (redirects.redirect, redirects.moved_page)),
    ]:
        monkeypatch.setattr(f"backend_notes.content.check.{name}", rules)
    return clone


def moved_pages(clone: Clone) -> list[str]:
    return [str(found) for found in check_project(clone) if found.rule == "moved-page"]


def test_a_page_that_moved_needs_a_redirect(moved: Clone) -> None:
    expected = [
        "redirects.yaml:1: release 1.0 has a page at `glossary/`, and nothing is there now"
        " [moved-page]\n    → add the line `glossary.md: <the page that takes its readers>`"
    ]
    assert moved_pages(moved) == expected
    moved.write("redirects.yaml", "glossary.md: reference/words.md\n")
    assert moved_pages(moved) == []


def test_the_rule_needs_no_network(moved: Clone) -> None:
    run_git(moved.root, "remote", "set-url", "origin", "missing.git")
    assert len(moved_pages(moved)) == 1


def test_a_folder_of_another_repository_has_no_releases(clone: Clone) -> None:
    clone.publish("1.0")
    assert latest_release(clone) is not None
    assert latest_release(Project(clone.docs)) is None


def test_without_a_redirect_nothing_is_released(moved: Clone) -> None:
    moved.announce("2.0")
    # A clone that has not fetched since learns of release 1.0 before the rules are applied.
    run_git(moved.root, "update-ref", "-d", "refs/remotes/origin/gh-pages")
    assert moved_pages(moved) == []
    with pytest.raises(ReleaseError, match=r"release 1\.0 has a page at `glossary/`"):
        release(moved, "2.0")


def test_the_old_address_leads_to_the_new_one(moved: Clone) -> None:
    moved.write("redirects.yaml", "glossary.md: reference/words.md\n")
    moved.publish("2.0")
    for folder in ("2.0", "latest"):
        page = moved.published(f"{folder}/glossary/index.html")
        assert 'location.replace("../reference/words/" + location.search' in page
        assert '<a href="../reference/words/">' in page
        canonical = "https://notes.example/latest/reference/words/"
        assert f'<link rel="canonical" href="{canonical}">' in page
        assert '<meta name="robots" content="noindex">' in page
    # What release 1.0 has stays there.
    assert "canonical" in moved.published("1.0/glossary/index.html")
    assert "location.replace" not in moved.published("1.0/glossary/index.html")


def test_a_redirect_is_on_the_versions_map_and_not_on_that_for_search_engines(moved: Clone) -> None:
    moved.write("redirects.yaml", "glossary.md: reference/words.md\n")
    moved.publish("2.0")
    pages = sorted({*PAGES, "reference/words/"} - {"glossary/"})
    root = "https://notes.example/latest/"
    assert locations(moved.published("sitemap.xml")) == sorted(root + page for page in pages)
    own = [*pages, "glossary/"]
    assert locations(moved.published("latest/sitemap.xml")) == sorted(root + page for page in own)


def test_a_redirect_stays_for_good(moved: Clone) -> None:
    moved.write("redirects.yaml", "glossary.md: reference/words.md\n")
    moved.publish("2.0")
    moved.write("redirects.yaml", "")
    assert [found.split(" [")[0] for found in moved_pages(moved)] == [
        "redirects.yaml:1: release 2.0 has a page at `glossary/`, and nothing is there now"
    ]


def test_a_redirect_may_lead_to_a_part_of_a_page(moved: Clone) -> None:
    moved.write("redirects.yaml", "glossary.md: reference/words.md#closure\n")
    moved.publish("2.0")
    page = moved.published("latest/glossary/index.html")
    assert '("#closure" || location.hash)' in page
    assert '<a href="../reference/words/#closure">' in page


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("index.md", ""),
        ("glossary.md", "glossary/"),
        ("reference/index.md", "reference/"),
        ("reference/decorators.md", "reference/decorators/"),
        ("database/reindex.md", "database/reindex/"),
    ],
)
def test_the_address_of_a_page(page: str, address: str) -> None:
    assert address_of(page) == address
