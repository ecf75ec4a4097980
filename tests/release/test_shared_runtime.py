"""Python for the browser on the published branch: one folder beside the versions that use it."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from urllib.parse import urljoin

import pytest
from scratch_clone import Clone, run_git

from backend_notes.release import runtime
from backend_notes.release.release import release

_ASSETS = "theme/assets/runtime"
_INDEX = "assets/runtime/programs.json"


def bring_python(clone: Clone, content: str = "Python", made: str = "0a1b") -> None:
    """The small site gets a Python for the browser; another one with another content."""
    run_git(clone.root, "rm", "-rq", "--ignore-unmatch", _ASSETS)
    index = {"runtime": {"folder": f"{made}/", "sizes": {}}, "folders": {}, "programs": {}}
    clone.write(f"{_ASSETS}/programs.json", json.dumps(index))
    clone.write(f"{_ASSETS}/{made}/pyodide.asm.wasm", f"{content} " * 100)
    clone.write(f"{_ASSETS}/{made}/deeper/notes.zip", content)
    clone.commit()


def folder_of(clone: Clone, version: str) -> str:
    """Where a published version finds Python, from the root of all versions."""
    index = f"https://notes.example/{version}/{_INDEX}"
    folder = json.loads(clone.published(f"{version}/{_INDEX}"))["runtime"]["folder"]
    return urljoin(index, folder).removeprefix("https://notes.example/")


def runtimes(clone: Clone) -> list[str]:
    """The published files of every Python."""
    return [name for name in clone.tree() if "runtime" in name and not name.endswith(_INDEX)]


def forget(clone: Clone, version: str) -> None:
    """Take a version off the branch, as `mike delete --push` does."""
    run_git(clone.root, "fetch", "--quiet", "origin", "gh-pages:gh-pages")
    run_git(clone.root, "worktree", "add", "--quiet", "../branch", "gh-pages")
    branch = clone.root.parent / "branch"
    run_git(branch, "rm", "-rq", version)
    entries = json.loads((branch / "versions.json").read_text("utf-8"))
    kept = [entry for entry in entries if entry["version"] != version]
    (branch / "versions.json").write_text(json.dumps(kept), "utf-8")
    run_git(branch, "commit", "--quiet", "--all", "--message", f"Forget {version}")
    run_git(branch, "push", "--quiet", "origin", "gh-pages")
    run_git(clone.root, "worktree", "remove", "--force", "../branch")
    run_git(clone.root, "branch", "--quiet", "-D", "gh-pages")


def test_two_releases_with_one_python_hold_it_once(
    clone: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_python(clone)
    clone.publish("1.0")
    folder = folder_of(clone, "1.0")
    held = [f"{folder}deeper/notes.zip", f"{folder}pyodide.asm.wasm"]
    assert PurePosixPath(folder).parent.name == "runtime"
    assert runtimes(clone) == held
    before = run_git(clone.remote, "rev-parse", f"gh-pages:{folder}")

    # What a build calls it does not count, only what it holds.
    bring_python(clone, made="2c3d")
    monkeypatch.setattr(runtime, "compress_folder", lambda _: pytest.fail("it is there already"))
    clone.publish("2.0")
    assert [folder_of(clone, version) for version in ("2.0", "latest")] == [folder, folder]
    assert runtimes(clone) == held
    assert run_git(clone.remote, "rev-parse", f"gh-pages:{folder}") == before


def test_another_python_gets_a_folder_of_its_own(clone: Clone) -> None:
    bring_python(clone)
    clone.publish("1.0")
    first = folder_of(clone, "1.0")
    bring_python(clone, "A later Python")
    clone.publish("2.0")
    second = folder_of(clone, "2.0")
    assert first != second
    assert folder_of(clone, "1.0") == first
    assert len(runtimes(clone)) == 4
    assert clone.published(f"{first}deeper/notes.zip") == "Python"
    assert clone.published(f"{second}deeper/notes.zip") == "A later Python"


def test_a_python_that_no_version_names_any_more_goes_with_the_next_release(clone: Clone) -> None:
    bring_python(clone)
    clone.publish("1.0")
    bring_python(clone, "A later Python")
    clone.publish("2.0")
    first, second = folder_of(clone, "1.0"), folder_of(clone, "2.0")
    forget(clone, "1.0")
    assert any(name.startswith(first) for name in clone.tree())
    release(clone, "dev")
    assert {name.startswith(second) for name in runtimes(clone)} == {True}
    assert clone.published(f"{second}deeper/notes.zip") == "A later Python"


def test_main_leaves_no_python_behind(clone: Clone) -> None:
    for content in ("Python", "A later Python"):
        bring_python(clone, content)
        release(clone, "dev")
    assert runtimes(clone) == [
        f"{folder_of(clone, 'dev')}{name}" for name in ("deeper/notes.zip", "pyodide.asm.wasm")
    ]


def test_webassembly_has_compressed_copies(clone: Clone) -> None:
    bring_python(clone)
    clone.publish("1.0")
    names = run_git(clone.remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    program = f"{folder_of(clone, '1.0')}pyodide.asm.wasm"
    assert {f"{program}.gz", f"{program}.br"} <= set(names)


def test_a_version_without_python_leaves_that_of_the_others(clone: Clone) -> None:
    bring_python(clone)
    clone.publish("1.0")
    index = json.dumps({"runtime": None, "folders": {}, "programs": {}})
    run_git(clone.root, "rm", "-rq", _ASSETS)
    clone.write(f"{_ASSETS}/programs.json", index)
    clone.publish("2.0")
    assert json.loads(clone.published(f"2.0/{_INDEX}")) == json.loads(index)
    assert len(runtimes(clone)) == 2
