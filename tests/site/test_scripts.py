"""Scripts on their way to the browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from backend_notes.site import scripts
from backend_notes.site.scripts import SCRIPTS, ScriptsError, joined_to_entry, minify

ENTRY = """\
// Why this is here.
import { later } from "./other.mjs";
/** @param {string} argument */
export const first = (argument) => later(argument) ?? import("./lazy.mjs");
"""


@pytest.fixture
def overrides(tmp_path: Path, modules: Path) -> Path:
    folder = tmp_path / SCRIPTS
    folder.mkdir(parents=True)
    (tmp_path / "node_modules").symlink_to(modules)
    (folder / "entry.mjs").write_text(ENTRY)
    (folder / "other.mjs").write_text("export const later = String;\n")
    (folder / "lazy.mjs").write_text("export {};\n")
    return tmp_path


def test_modules_keep_their_names_and_stay_apart(overrides: Path, modules: Path) -> None:
    found = minify(overrides, modules, overrides / "cache.json")

    assert list(found) == ["entry.mjs", "lazy.mjs", "other.mjs"]
    assert 'from"./other.mjs"' in found["entry.mjs"]
    assert 'import("./lazy.mjs")' in found["entry.mjs"]
    assert "as first" in found["entry.mjs"]
    assert "Why" not in found["entry.mjs"]
    assert "argument" not in found["entry.mjs"]


def test_the_entry_takes_in_what_nobody_else_imports(overrides: Path, modules: Path) -> None:
    folder = overrides / SCRIPTS
    (folder / "notes.mjs").write_text(
        'import { own } from "./own.mjs";\nimport { shared } from "./shared.mjs";\nown(shared);\n'
    )
    (folder / "own.mjs").write_text(
        'import { deep } from "./deep.mjs";\n'
        'export const own = () => deep ?? import("./lazy.mjs");\n'
    )
    (folder / "deep.mjs").write_text("export const deep = Symbol.iterator;\n")
    (folder / "shared.mjs").write_text("export const shared = 5;\n")
    (folder / "lazy.mjs").write_text('export { shared } from "./shared.mjs";\n')
    found = minify(overrides, modules, overrides / "cache.json")

    assert set(found) == {"entry.mjs", "lazy.mjs", "notes.mjs", "other.mjs", "shared.mjs"}
    assert "Symbol.iterator" in found["notes.mjs"]
    assert 'from"./shared.mjs"' in found["notes.mjs"]
    assert 'import("./lazy.mjs")' in found["notes.mjs"]


@pytest.mark.parametrize("elsewhere", ['import "./own.mjs";', 'import("./own.mjs");'])
def test_what_another_module_imports_exists_once(elsewhere: str) -> None:
    sources = {
        "notes.mjs": 'import { a } from "./own.mjs";\n',
        "own.mjs": 'import { b } from "./deep.mjs";\n',
        "deep.mjs": "",
        "lazy.mjs": elsewhere,
    }

    assert joined_to_entry(sources) == set()
    assert joined_to_entry(sources | {"lazy.mjs": ""}) == {"own.mjs", "deep.mjs"}


def test_constants_go_into_every_module(overrides: Path, modules: Path) -> None:
    folder = overrides / SCRIPTS
    read = 'import { KEY } from "./progress-key.mjs";\nexport const get = () => KEY;\n'
    (folder / "progress-key.mjs").write_text('export const KEY = "kept";\n')
    (folder / "notes.mjs").write_text('import { get } from "./own.mjs";\nget();\n')
    (folder / "own.mjs").write_text(read)
    (folder / "store.mjs").write_text(read)
    found = minify(overrides, modules, overrides / "cache.json")

    assert "progress-key.mjs" not in found
    assert "own.mjs" not in found
    assert '"kept"' in found["notes.mjs"]
    assert '"kept"' in found["store.mjs"]


def test_a_package_comes_with_the_module_that_imports_it(overrides: Path, modules: Path) -> None:
    (overrides / SCRIPTS / "editor.mjs").write_text(
        'import { createEditor } from "prism-code-editor";\nexport { createEditor };\n'
    )
    editor = minify(overrides, modules, overrides / "cache.json")["editor.mjs"]

    assert "import" not in editor
    assert "textarea" in editor


def test_a_second_build_does_not_run_esbuild(
    overrides: Path, modules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = overrides / ".cache" / "scripts.json"
    first = minify(overrides, modules, cache)
    monkeypatch.setattr(subprocess, "run", None)

    assert minify(overrides, modules, cache) == first


@pytest.mark.parametrize("remembered", ["", "[]", '{"digest": "old", "scripts": {}}', None])
def test_a_changed_script_or_a_useless_cache_runs_it_again(
    overrides: Path, modules: Path, remembered: str | None
) -> None:
    cache = overrides / "cache.json"
    minify(overrides, modules, cache)
    if remembered is not None:
        cache.write_text(remembered)
    (overrides / SCRIPTS / "other.mjs").write_text("export const later = Number;\n")

    assert "Number" in minify(overrides, modules, cache)["other.mjs"]
    assert "Number" in json.loads(cache.read_text())["scripts"]["other.mjs"]


def test_a_script_that_does_not_parse_is_named(overrides: Path, modules: Path) -> None:
    (overrides / SCRIPTS / "other.mjs").write_text("export const = 5;\n")

    with pytest.raises(ScriptsError, match=r"esbuild: .*other\.mjs:1:13"):
        minify(overrides, modules, overrides / "cache.json")


def test_packages_without_esbuild(overrides: Path, tmp_path: Path) -> None:
    with pytest.raises(ScriptsError, match="esbuild is not among the npm packages"):
        minify(overrides, tmp_path / "nothing", overrides / "cache.json")


def test_the_digest_covers_the_options(
    overrides: Path, modules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = overrides / "cache.json"
    minified = minify(overrides, modules, cache)
    options = tuple(option for option in scripts._OPTIONS if option != "--minify")
    monkeypatch.setattr(scripts, "_OPTIONS", options)

    assert minify(overrides, modules, cache) != minified
