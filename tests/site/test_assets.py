"""Fonts, style sheet, scripts, npm packages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from backend_notes.project import Project
from backend_notes.site import node
from backend_notes.site.assets import FONTS, Assets, squeeze_css
from backend_notes.site.mermaid import mermaid_files

OVERRIDES = Path(__file__).parents[2] / "overrides"


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, scratch: Project) -> list[list[str]]:
    """A project with a lock file, and an npm that only notes how it was called."""
    calls: list[list[str]] = []

    def npm(folder: Path, arguments: list[str]) -> None:
        calls.append(arguments)
        (folder / "node_modules").mkdir(exist_ok=True)

    monkeypatch.setattr(node, "_npm", npm)
    for name in ("package.json", "package-lock.json"):
        (scratch.root / name).write_text("{}")
    return calls


def test_missing_packages_are_installed_once(scratch: Project, installed: list[list[str]]) -> None:
    said: list[str] = []
    for _ in range(2):
        node.ensure_packages(scratch, say=said.append)

    assert installed == [["ci", "--ignore-scripts", "--omit=dev"]]
    assert said == ["npm packages are missing: installing them (npm ci)"]


def test_a_changed_lock_file_installs_again(scratch: Project, installed: list[list[str]]) -> None:
    said: list[str] = []
    node.ensure_packages(scratch)
    (scratch.root / "package-lock.json").write_text('{"changed": true}')
    node.ensure_packages(scratch, say=said.append)

    assert len(installed) == 2
    assert said == ["npm packages are stale: installing them (npm ci)"]


def test_tests_need_more_than_the_site(scratch: Project, installed: list[list[str]]) -> None:
    node.ensure_packages(scratch)
    node.ensure_packages(scratch, dev=True)
    node.ensure_packages(scratch)

    assert installed == [
        ["ci", "--ignore-scripts", "--omit=dev"],
        ["ci", "--ignore-scripts"],
    ]


def test_a_missing_lock_file(scratch: Project) -> None:
    with pytest.raises(node.NodeModulesError, match=r"package-lock.json is missing: restore it"):
        node.ensure_packages(scratch)


def test_npm_s_own_reason_is_passed_on(scratch: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        stderr = "npm error code ENOTFOUND\nnpm error more\n"
        return subprocess.CompletedProcess([], 1, "", stderr)

    monkeypatch.setattr(subprocess, "run", run)
    for name in ("package.json", "package-lock.json"):
        (scratch.root / name).write_text("{}")
    with pytest.raises(node.NodeModulesError, match=r"^code ENOTFOUND$"):
        node.ensure_packages(scratch)


def test_old_packages_stay_where_new_ones_cannot_be_had(
    scratch: Project, installed: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = node.ensure_packages(scratch) / "in-use.mjs"
    kept.touch()

    def fail(folder: Path, arguments: list[str]) -> None:
        shutil.rmtree(folder / "node_modules", ignore_errors=True)  # as `npm ci` begins
        assert kept.exists(), "a build may be reading them"
        raise node.NodeModulesError("no network")

    monkeypatch.setattr(node, "_npm", fail)
    with pytest.raises(node.NodeModulesError, match="no network"):
        node.ensure_packages(scratch, dev=True)
    assert installed
    assert kept.exists()


def test_the_lock_file_names_no_registry(project: Project) -> None:
    lock = json.loads((project.root / "package-lock.json").read_text("utf-8"))

    assert all("resolved" not in package for package in lock["packages"].values())


def test_without_packages_no_font_is_asked_for() -> None:
    assets = Assets(OVERRIDES, None)

    assert assets.preloads == []
    assert "woff2" not in assets.css


def test_with_packages_every_font_is_declared(tmp_path: Path) -> None:
    css = Assets(OVERRIDES, tmp_path).css

    assert [font.name for font in FONTS if f"../fonts/{font.name}" not in css] == []
    assert css.count("font-display:swap") == len(FONTS)


def test_the_style_sheet_is_renamed_when_it_changes(tmp_path: Path) -> None:
    assert Assets(OVERRIDES, None).stylesheet != Assets(OVERRIDES, tmp_path).stylesheet


def test_no_rule_needs_important() -> None:
    assert "!important" not in Assets(OVERRIDES, None).css


def test_css_is_squeezed_and_means_the_same() -> None:
    css = """/* why */
.a,
.b > i {
  content: "x:  {y";
  color: red;
}

.c :hover { margin: 0 auto; }
"""

    assert squeeze_css(css) == '.a,.b > i{content:"x:  {y";color:red}.c :hover{margin:0 auto}'


def test_rules_of_one_page_stand_in_that_page_alone() -> None:
    assets = Assets(OVERRIDES, None)

    assert ".track__choice" in assets.styles_of("tracks.md")
    assert ".track__choice" not in assets.css
    assert assets.styles_of("core-concepts/decorators.md") == ""


def test_nothing_of_ours_names_another_host() -> None:
    """Links may; what a browser fetches by itself may not."""
    for path in (OVERRIDES / "assets").rglob("*"):
        if path.suffix in {".css", ".mjs"}:
            assert re.findall(r"https?://", path.read_text("utf-8")) == [], path


def test_scripts_are_typed_and_small(project: Project) -> None:
    try:
        modules = node.ensure_packages(project, dev=True)
    except node.NodeModulesError as error:
        pytest.skip(f"TypeScript cannot be installed: {error}")
    scripts = OVERRIDES / "assets" / "javascripts"
    done = subprocess.run(
        [*node.NODE, str(modules / "typescript/bin/tsc"), "--project", "jsconfig.json"],
        cwd=scripts,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout + done.stderr == ""
    assert [path for path in scripts.glob("*.mjs") if path.read_text().count("\n") > 300] == []


def test_only_the_modules_that_diagrams_need_are_served(tmp_path: Path) -> None:
    chunks = tmp_path / "dist" / "chunks" / "mermaid.esm.min"
    chunks.mkdir(parents=True)
    (tmp_path / "dist" / "mermaid.esm.min.mjs").write_text(
        'import{a}from"./chunks/mermaid.esm.min/chunk-A.mjs";'
        'import("./chunks/mermaid.esm.min/flowDiagram-B.mjs");'
        'import("./chunks/mermaid.esm.min/ganttDiagram-C.mjs");'
    )
    (chunks / "chunk-A.mjs").write_text('import"./chunk-D.mjs";import("./elk-E.mjs")')
    (chunks / "chunk-D.mjs").write_text("")
    (chunks / "flowDiagram-B.mjs").write_text('export{x}from"./chunk-A.mjs"')

    served = {source.name for _, source in mermaid_files(tmp_path)}

    assert served == {"mermaid.esm.min.mjs", "chunk-A.mjs", "chunk-D.mjs", "flowDiagram-B.mjs"}
