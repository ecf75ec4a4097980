"""What must not be published, and the way out that each refusal names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from scratch_clone import Clone, run_git

from backend_notes.cli import main
from backend_notes.project import Project
from backend_notes.release import preconditions
from backend_notes.release.errors import ReleaseError
from backend_notes.release.release import release


def refusal(project: Project, version: str = "1.0") -> str:
    """Why a version is not published; nothing may change on the remote."""
    remote = project.root.parent / "remote.git"
    before = run_git(remote, "for-each-ref") if remote.exists() else ""
    with pytest.raises(ReleaseError) as error:
        release(project, version)
    assert not remote.exists() or run_git(remote, "for-each-ref") == before
    return str(error.value)


def test_a_dirty_tree(clone: Clone) -> None:
    clone.announce("1.0")
    clone.write("docs/index.md", "# Changed\n")
    clone.write("docs/draft.md", "# New\n")
    assert refusal(clone) == (
        "The working tree is dirty (docs/index.md, docs/draft.md): commit these changes, or put"
        " them aside with `git stash --include-untracked`."
    )


def test_a_shallow_clone(clone: Clone, another: Callable[..., Clone]) -> None:
    clone.announce("1.0")
    shallow = another("shallow", "--depth=1")
    said = refusal(shallow)
    assert said.startswith("This clone is shallow") and "git fetch --unshallow" in said
    run_git(shallow.root, "fetch", "--quiet", "--unshallow")
    release(shallow, "1.0")


@pytest.mark.parametrize("version", ["1.0", "dev"])
def test_no_git_repository(tmp_path: Path, version: str) -> None:
    assert "is no git repository" in refusal(Project(tmp_path), version)


def test_a_release_that_the_changelog_does_not_know(clone: Clone) -> None:
    clone.announce("1.0.1")  # another version
    assert refusal(clone) == (
        "CHANGELOG.md says nothing about 1.0: add a heading `## 1.0` and below it what readers"
        " notice, then commit."
    )
    release(clone, "dev")  # what main holds needs none


def test_a_changelog_entry_without_a_word(clone: Clone) -> None:
    clone.write("CHANGELOG.md", "# Changelog\n\n## 1.0\n\n## 0.9\n\n- All.\n")
    clone.commit()
    assert "says nothing about 1.0" in refusal(clone)


@pytest.mark.parametrize("heading", ["## 1.0 (2026-11-21)", "## v1.0", "## [1.0] - 2026-11-21"])
def test_a_changelog_heading_may_hold_a_date(clone: Clone, heading: str) -> None:
    clone.write("CHANGELOG.md", f"# Changelog\n\n{heading}\n\n- All.\n")
    clone.commit()
    release(clone, "1.0")


def test_a_version_that_exists(clone: Clone) -> None:
    clone.publish("1.0")
    clone.publish("1.0.1")
    assert refusal(clone) == (
        "1.0 is published already, and a release does not change: give this one the next number,"
        " 1.0.2 for a fix."
    )


def test_mistakes_that_notes_check_finds(clone: Clone) -> None:
    clone.announce("1.0")
    clone.write("docs/index.md", (clone.docs / "index.md").read_text() + "\nAn [empty]() link.\n")
    clone.commit()
    for version in ("1.0", "dev"):
        said = refusal(clone, version)
        assert said.startswith("`notes check` finds 1 mistake: correct what it names, and commit.")
        assert "the link has no target [empty-link]" in said


def test_a_build_that_is_not_clean(clone: Clone) -> None:
    clone.replace("mkdocs.yml", "theme:", "hooks: [warn.py]\ntheme:")
    clone.write(
        "warn.py",
        "import logging\n\ndef on_config(config):\n    "
        "logging.getLogger('mkdocs.x').warning('not good')\n    return config\n",
    )
    clone.announce("1.0")
    said = refusal(clone)
    assert "`mkdocs build --strict` fails" in said
    assert "not good" in said


def test_a_site_without_an_address(clone: Clone) -> None:
    clone.replace("mkdocs.yml", "canonical_version: latest", "canonical_version: newest")
    clone.announce("1.0")
    assert "mkdocs.yml has no `site_url`, or not the plugin mike" in refusal(clone)


def test_a_release_without_python_for_the_browser(clone: Clone) -> None:
    clone.write("overrides/assets/runtime/packages.toml", "")
    # A build that does without it is told so.
    clone.replace("mkdocs.yml", "theme:", "hooks: [check.py]\ntheme:")
    clone.write(
        "check.py",
        "import os\n\ndef on_config(config):\n    os.environ['NOTES_WITHOUT_PYTHON']\n",
    )
    clone.announce("1.0")
    for version in ("1.0", "dev"):
        assert refusal(clone, version) == (
            "Programs would not run in the pages of this version (package-lock.json is missing:"
            " restore it with `git checkout package-lock.json`): see that npm and PyPI can be"
            " reached and try again, or publish it as it is with `--without-python`."
        )
    release(clone, "1.0", python=False)
    assert "1.0/index.html" in clone.tree()


def test_a_release_without_python_where_it_cannot_be_fetched(
    clone: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules, runtime = tmp_path / "modules", "overrides/assets/runtime"
    (modules / "pyodide").mkdir(parents=True)
    for file in ("pyodide.asm.wasm", "package.json"):
        (modules / "pyodide" / file).touch()
    monkeypatch.setattr(preconditions, "ensure_packages", lambda *_, **__: modules)
    monkeypatch.setenv("NOTES_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    clone.write(f"{runtime}/packages.toml", '[base]\npackages = ["fastapi"]\n')
    clone.write(f"{runtime}/requirements.lock", f"fastapi==0.0.1 --hash=sha256:{'0' * 64}\n")
    clone.announce("1.0")
    said = refusal(clone)
    assert said.startswith("Programs would not run in the pages of this version (ERROR: ")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("version", ["1", "v1.0", "1.0rc1", "latest", "../1.0", "1.0.0.0", ""])
def test_what_is_no_version(clone: Clone, version: str) -> None:
    assert f"`{version}` is no version: write two or three numbers" in refusal(clone, version)


def test_no_remote(clone: Clone) -> None:
    clone.announce("1.0")
    run_git(clone.root, "remote", "remove", "origin")
    assert "There is no remote `origin` to publish to" in refusal(clone)


def test_a_remote_that_does_not_answer(clone: Clone) -> None:
    clone.announce("1.0")
    run_git(clone.root, "remote", "set-url", "origin", "missing.git")
    assert "The remote `origin` does not give its branch gh-pages" in refusal(clone)


def test_the_command_says_it_in_one_line_and_fails(
    clone: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clone.root)
    result = CliRunner().invoke(main, ["release", "1.0"])
    assert result.exit_code == 1
    assert result.output.startswith("Error: CHANGELOG.md says nothing about 1.0: ")
    assert len(result.output.splitlines()) == 1


def test_the_command_publishes_without_python_if_asked(
    clone: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone.write("overrides/assets/runtime/packages.toml", "")
    clone.announce("1.0")
    monkeypatch.chdir(clone.root)
    assert CliRunner().invoke(main, ["release", "1.0"]).exit_code == 1
    result = CliRunner().invoke(main, ["release", "1.0", "--without-python"])
    assert result.exit_code == 0, result.output


def test_the_command_publishes(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    clone.announce("1.0")
    monkeypatch.chdir(clone.docs)  # from any folder of the checkout
    result = CliRunner().invoke(main, ["release", "1.0"])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1] == "1.0 is published."
    assert "1.0/index.html" in clone.tree()
