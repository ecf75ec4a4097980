"""What stands on the published branch after each deployment, file by file."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable

import brotli
from scratch_clone import Clone, run_git

from backend_notes.release.release import release

PAGES = ["reference/decorators/", "reference/", "glossary/", ""]

# Named for what is in it.
SCRIPTS = "assets/javascripts.b2482b41"

# What the small site is in every version.
VERSION = sorted(
    [
        "404.html",
        "assets/javascripts/bundle.8a1f.min.js",
        f"{SCRIPTS}/notes.mjs",
        f"{SCRIPTS}/quiz.css",
        f"{SCRIPTS}/quiz.mjs",
        "reference/decorators/index.html",
        "reference/index.html",
        "glossary/index.html",
        "index.html",
        "sitemap.xml",
    ]
)
ROOT = [".nojekyll", "404.html", "index.html", "robots.txt", "sitemap.xml", "versions.json"]


def tree_of(*versions: str) -> list[str]:
    """The whole branch with these versions on it."""
    return sorted([*ROOT, *(f"{version}/{name}" for version in versions for name in VERSION)])


def locations(sitemap: str) -> list[str]:
    """Its addresses, sorted."""
    return sorted(re.findall("<loc>(.*?)</loc>", sitemap))


def listed(clone: Clone) -> list[tuple[str, list[str], bool]]:
    """versions.json as (version, aliases, hidden)."""
    return [
        (entry["version"], entry["aliases"], entry.get("properties", {}).get("hidden", False))
        for entry in json.loads(clone.published("versions.json"))
    ]


def content_of(clone: Clone, folder: str) -> str:
    """A version's tree as git names it: the same name, the same bytes in every file."""
    return run_git(clone.remote, "rev-parse", f"gh-pages:{folder}").strip()


def test_two_releases(clone: Clone) -> None:
    clone.publish("1.0")
    assert clone.tree() == tree_of("1.0", "latest")
    first = content_of(clone, "1.0")

    clone.write("docs/index.md", (clone.docs / "index.md").read_text() + "\nMore to read.\n")
    clone.publish("2.0")

    assert clone.tree() == tree_of("1.0", "2.0", "latest")
    assert listed(clone) == [("2.0", ["latest"], False), ("1.0", [], False)]
    assert content_of(clone, "1.0") == first
    assert "More to read." not in clone.published("1.0/index.html")
    assert "More to read." in clone.published("2.0/index.html")
    assert clone.published("latest/index.html") == clone.published("2.0/index.html")


def test_scripts_are_named_for_what_they_hold(clone: Clone) -> None:
    clone.publish("1.0")
    assert f'src="{SCRIPTS}/notes.mjs"' in clone.published("latest/index.html")
    assert f'src="../../{SCRIPTS}/notes.mjs"' in clone.published(
        "latest/reference/decorators/index.html"
    )
    assert 'import "./quiz.mjs"' in clone.published(f"latest/{SCRIPTS}/notes.mjs")
    clone.write("theme/assets/javascripts/quiz.css", ".quiz { margin: 1px }\n")
    clone.publish("2.0")
    assert f'src="{SCRIPTS}/notes.mjs"' not in clone.published("latest/index.html")


def test_every_page_names_its_address_in_the_latest_version(clone: Clone) -> None:
    clone.publish("1.0")
    clone.publish("2.0")
    for folder in ("1.0", "2.0", "latest"):
        for page in PAGES:
            canonical = f'<link rel="canonical" href="https://notes.example/latest/{page}">'
            assert canonical in clone.published(f"{folder}/{page}index.html")


def test_search_engines_are_told_of_each_page_once(clone: Clone) -> None:
    clone.publish("1.0")
    clone.publish("2.0")
    expected = sorted(f"https://notes.example/latest/{page}" for page in PAGES)
    assert locations(clone.published("sitemap.xml")) == expected
    assert "Sitemap: https://notes.example/sitemap.xml" in clone.published("robots.txt")
    # Each version keeps a map of its own: instant navigation and the version selector read it.
    for folder in ("1.0", "2.0", "latest"):
        own = sorted(f"https://notes.example/{folder}/{page}" for page in PAGES)
        assert locations(clone.published(f"{folder}/sitemap.xml")) == own


def test_a_missing_page_leads_into_its_version_and_at_the_root_into_the_latest(
    clone: Clone,
) -> None:
    clone.publish("1.0")
    clone.publish("2.0")
    for place, folder in [("1.0/", "1.0"), ("2.0/", "2.0"), ("latest/", "latest"), ("", "latest")]:
        page = clone.published(f"{place}404.html")
        assert f'href="/{folder}/glossary/"' in page
        assert f'base = "/{folder}/"' in page


def test_the_root_leads_to_the_latest_version(clone: Clone) -> None:
    clone.publish("1.0")
    assert 'location.replace("latest/" + ' in clone.published("index.html")
    assert '<a href="latest/">' in clone.published("index.html")


def test_main_before_the_first_release(clone: Clone) -> None:
    release(clone, "dev")
    without = {"robots.txt", "sitemap.xml"}  # nothing there that search engines should know
    assert clone.tree() == [name for name in tree_of("dev") if name not in without]
    assert '<a href="dev/">' in clone.published("index.html")
    assert 'href="/dev/glossary/"' in clone.published("404.html")


def test_main_beside_releases_changes_nothing_but_itself(clone: Clone) -> None:
    clone.publish("1.0")
    before = {name: content_of(clone, name) for name in ("1.0", "latest", "404.html")}
    clone.write("docs/index.md", (clone.docs / "index.md").read_text() + "\nNot out yet.\n")
    clone.commit()
    release(clone, "dev")
    release(clone, "dev")

    assert clone.tree() == tree_of("1.0", "dev", "latest")
    assert listed(clone) == [("dev", [], False), ("1.0", ["latest"], False)]
    assert {name: content_of(clone, name) for name in before} == before
    assert '<a href="latest/">' in clone.published("index.html")
    assert "Not out yet." in clone.published("dev/index.html")


def test_a_fix_of_an_older_version(clone: Clone) -> None:
    clone.publish("1.0")
    clone.publish("2.0")
    before = {name: content_of(clone, name) for name in ("1.0", "2.0", "latest", "404.html")}
    clone.publish("1.0.1")

    assert clone.tree() == tree_of("1.0", "1.0.1", "2.0", "latest")
    # 1.0 keeps its address; in the selector, 1.0.1 takes its place.
    assert listed(clone) == [
        ("2.0", ["latest"], False),
        ("1.0.1", [], False),
        ("1.0", [], True),
    ]
    assert {name: content_of(clone, name) for name in before} == before


def test_numbers_are_compared_as_numbers(clone: Clone) -> None:
    for version in ("1.9", "1.10", "1.2"):
        clone.publish(version)
    assert [version for version, _, _ in listed(clone)] == ["1.10", "1.9", "1.2"]
    assert clone.published("latest/index.html") == clone.published("1.10/index.html")
    assert listed(clone)[0] == ("1.10", ["latest"], False)


def test_text_has_compressed_copies_that_hold_the_same(clone: Clone) -> None:
    release(clone, "dev")
    clone.publish("1.0")
    names = run_git(clone.remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    packed = [name for name in names if name.endswith((".gz", ".br"))]
    for folder in ("", "1.0/", "latest/"):
        for name in ("404.html", "sitemap.xml"):
            assert f"{folder}{name}.br" in packed or len(clone.published(f"{folder}{name}")) < 300
    assert "1.0/reference/decorators/index.html.gz" in packed
    for name in packed:
        unpack = gzip.decompress if name.endswith(".gz") else brotli.decompress
        assert unpack(clone.published_bytes(name)) == clone.published_bytes(name[:-3])


def test_a_commit_always_makes_the_same_tree(clone: Clone, another: Callable[..., Clone]) -> None:
    clone.publish("1.0")
    before = content_of(clone, "")
    run_git(clone.remote, "branch", "--delete", "--force", "gh-pages")
    release(another("second-clone"), "1.0")
    assert content_of(clone, "") == before


def test_each_deployment_is_one_commit_by_who_made_the_one_deployed(clone: Clone) -> None:
    clone.publish("1.0")
    release(clone, "dev")
    log = run_git(clone.remote, "log", "--format=%s, %an <%ae>", "gh-pages").splitlines()
    revision = run_git(clone.root, "rev-parse", "--short", "HEAD").strip()
    assert log == [
        f"Deploy dev from {revision}, Ada Example <ada@example.com>",
        f"Deploy 1.0 from {revision}, Ada Example <ada@example.com>",
    ]


def test_the_checkout_stays_as_it_was(clone: Clone) -> None:
    clone.publish("1.0")
    assert run_git(clone.root, "status", "--porcelain") == ""
    assert run_git(clone.root, "branch", "--format=%(refname:short)").split() == ["main"]
