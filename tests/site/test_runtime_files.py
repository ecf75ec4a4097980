"""What "Run in the page" serves: archives of packages, and a list of the programs."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from backend_notes.project import Project
from backend_notes.services.policy import skip_or_fail
from backend_notes.site.runtime import archives, cache, packages
from backend_notes.site.runtime.cache import RuntimeUnavailableError
from backend_notes.site.runtime.files import ADDRESS, INDEX, runtime_files
from backend_notes.site.runtime.prepare import Runtime, prepare_runtime
from backend_notes.site.runtime.programs import files_by_folder, read_program
from backend_notes.snippets.source import Snippet, find_snippets

MODULES = {"fastapi": "base", "pydantic": "base", "sqlalchemy": "database"}


@pytest.fixture(scope="module")
def runtime(project: Project, modules: Path) -> Runtime:
    """Python for the browser as this checkout has it; fetched and compiled if it is nowhere."""
    try:
        return prepare_runtime(project, modules, print)
    except RuntimeUnavailableError as error:
        skip_or_fail(error)


@pytest.fixture
def lock(project: Project) -> str:
    """The committed lock file."""
    return (project.root / "overrides/assets/runtime/requirements.lock").read_text("utf-8")


def test_the_lock_file_names_no_host_and_verifies_everything(lock: str) -> None:
    assert "//" not in lock
    requirements = re.split(r"^(?=\S)", lock, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in requirement for requirement in requirements)
    assert " ; " not in lock


def test_packages_have_the_versions_of_the_site(project: Project, lock: str) -> None:
    site = (project.root / "requirements.lock").read_text("utf-8")
    assert packages.differences(site, lock) == []


def test_a_difference_of_versions_is_named() -> None:
    found = packages.differences(
        "fastapi==1.0 \\\nstarlette==2.0 ; x\n", "fastapi==1.1\nredis==3\n"
    )
    assert found == [("fastapi", "1.0", "1.1")]


def test_the_lock_file_holds_every_package_of_the_table(project: Project, lock: str) -> None:
    roots = packages.read_roots(project.root / "overrides/assets/runtime")
    assert {name for names in roots.values() for name in names} <= set(
        packages.pinned_versions(lock)
    ), "run `uv run notes lock-runtime`"


def test_markers_are_decided_for_the_browser() -> None:
    compiled = (
        "httpcore2==2.0 ; sys_platform != 'emscripten' \\\n    --hash=sha256:aa\n"
        "httpx2-jsfetch==1.0 ; sys_platform == 'emscripten' \\\n    --hash=sha256:bb\n"
        "tzdata==3.0 ; sys_platform == 'emscripten' \\\n    --hash=sha256:cc\n"
        "idna==4.0 \\\n    --hash=sha256:dd\n"
    )
    kept = "".join(packages._true_in_browser(compiled))
    assert kept == ("tzdata==3.0 \\\n    --hash=sha256:cc\nidna==4.0 \\\n    --hash=sha256:dd\n")


def test_an_archive_depends_on_nothing_but_names_and_contents(tmp_path: Path) -> None:
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    archives.write_zip(first, {"a.py": b"1", "b.py": b"2"})
    archives.write_zip(second, {"b.py": b"2", "a.py": b"1"})
    assert first.read_bytes() == second.read_bytes()


def test_what_several_archives_need_is_apart(tmp_path: Path) -> None:
    wheels = [
        _wheel(tmp_path, "orders", "stock", 'far ; sys_platform == "linux"', 'x ; extra == "x"'),
        _wheel(tmp_path, "tables", "stock"),
        _wheel(tmp_path, "stock"),
    ]
    held = archives.wheels_by_archive({"base": ["orders"], "database": ["tables"]}, wheels)
    names = {archive: [wheel.name for wheel in found] for archive, found in held.items()}
    assert names == {"common": ["stock"], "base": ["orders"], "database": ["tables"]}
    with pytest.raises(RuntimeUnavailableError, match="lacks labels: run `uv run notes lock"):
        archives.wheels_by_archive({"base": ["labels"]}, wheels)


def _wheel(folder: Path, name: str, *needs: str) -> packages.Wheel:
    path = folder / f"{name}-1.0-py3-none-any.whl"
    lines = "".join(f"Requires-Dist: {needed}\n" for needed in needs)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-1.0.dist-info/METADATA", f"Name: {name}\n{lines}")
    return packages.Wheel(path)


def test_a_package_is_in_one_archive(runtime: Runtime) -> None:
    names: dict[str, str] = {}
    for file, path in runtime.files.items():
        if path.suffix != ".zip" or file in ("stdlib.zip", "notes.zip"):
            continue
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                assert names.setdefault(name, file) == file
    assert "fastapi/__init__.pyc" in names
    assert "starlette/testclient.pyc" in names
    assert not [name for name in names if name.endswith((".py", ".pyi"))]


def test_a_binary_module_is_a_file_of_its_own(runtime: Runtime) -> None:
    """What the browser compiles while it arrives is not in an archive besides."""
    ((file, inside),) = runtime.binaries["base"].items()
    assert runtime.files[file].read_bytes().startswith(b"\0asm")
    assert runtime.sizes[file] < runtime.files[file].stat().st_size / 2, "hosts compress it"
    with zipfile.ZipFile(runtime.files["base.zip"]) as archive:
        assert archive.read(inside) == b""


def test_no_package_has_a_plugin_for_pydantic(runtime: Runtime) -> None:
    """Python in the page does not look for any: see browser/patches.py."""
    for path in runtime.files.values():
        if path.suffix != ".zip":
            continue
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith("/entry_points.txt"):
                    assert "[pydantic]" not in archive.read(name).decode(), name


def test_python_for_the_browser_is_made_once(
    project: Project, modules: Path, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("everything is in the cache")

    monkeypatch.setattr(archives, "_compile", refuse)
    monkeypatch.setattr(packages, "_download", refuse)
    again = prepare_runtime(project, modules, lambda _: None)
    assert (again.version, again.files) == (runtime.version, runtime.files)


def test_the_list_of_programs_says_where_python_lies(
    project: Project, modules: Path, runtime: Runtime
) -> None:
    served = dict(runtime_files(project, list(find_snippets(project)), modules))
    folder = json.loads(str(served[INDEX]))["runtime"]["folder"]
    assert {f"{ADDRESS}/{folder}{name}" for name in runtime.files} <= set(served)


def test_the_cache_lies_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("NOTES_CACHE", raising=False)
    assert cache.cache_folder() == tmp_path / "python-backend-notes"
    monkeypatch.setenv("NOTES_CACHE", str(tmp_path / "mine"))
    assert cache.cache_folder() == tmp_path / "mine"


def test_without_packages_programs_do_not_run(
    write: Callable[..., Snippet], scratch: Project
) -> None:
    """Nothing more is said than that there are no packages."""
    write("core_concepts/decorators/late.py", "print(1)\n")
    said: list[str] = []
    served = dict(runtime_files(scratch, list(find_snippets(scratch)), None, warn=said.append))
    assert said == []
    index = json.loads(str(served[INDEX]))
    assert index["runtime"] is None
    assert index["programs"] == {"core_concepts/decorators/late.py": {}}


def test_without_a_network_one_line_says_that_programs_do_not_run(
    scratch: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules, runtime = tmp_path / "modules", scratch.root / "overrides/assets/runtime"
    for file in (modules / "pyodide/pyodide.asm.wasm", modules / "pyodide/package.json"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    runtime.mkdir(parents=True)
    (runtime / "packages.toml").write_text('[base]\npackages = ["fastapi"]\n')
    (runtime / "requirements.lock").write_text(f"fastapi==0.0.1 --hash=sha256:{'0' * 64}\n")
    monkeypatch.setenv("NOTES_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    said: list[str] = []
    served = dict(runtime_files(scratch, list(find_snippets(scratch)), modules, warn=said.append))
    assert len(said) == 1
    assert said[0].startswith("Programs do not run in the page (ERROR: ")
    assert json.loads(str(served[INDEX]))["runtime"] is None
    assert not any((tmp_path / "cache/runtimes").iterdir())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("import fastapi\n", ""),
        ("import json, sqlalchemy.ext.asyncio as sa\n", ""),
        ("import asyncpg\n", "`asyncpg` does not exist in the browser"),
        ("    from orjson import dumps\n", "`orjson` does not exist in the browser"),
        ("import subprocess\nsubprocess.run(['ls'])\n", "it starts other processes"),
        ("from threading import Thread\nThread(target=print).start()\n", "it starts threads"),
        ("import threading\nlock = threading.Lock()\n", ""),
        ("import socket\nsocket.socket()\n", "it opens network connections"),
        ("# /// script\n# [tool.notes]\n# needs = ['postgres']\n# ///\n", "it needs PostgreSQL"),
        (
            "# /// script\n# [tool.notes]\n# browser = 'it measures time'\n# ///\n",
            "it measures time",
        ),
        (
            "# /// script\n# requires-python = '<3.13'\n# ///\n",
            "it needs Python <3.13",
        ),
        (
            "# /// script\n# [tool.notes]\n# interpreter = 'fresh'\n# ///\n",
            "it needs a Python process of its own",
        ),
        ("# /// script\n# [tool.notes]\n# nonsense = 1\n# ///\n", "its header has a mistake"),
        ("from helper import carry\n", "it starts threads"),
    ],
)
def test_a_program_that_cannot_run_in_the_page_says_why(
    write: Callable[..., Snippet], text: str, reason: str
) -> None:
    write("core_concepts/orders/helper.py", "import threading\nthreading.Thread()\n")
    snippet = write("core_concepts/orders/main.py", text)
    assert read_program(snippet, MODULES).reason == reason


def test_a_program_loads_what_it_and_the_files_beside_it_import(
    write: Callable[..., Snippet],
) -> None:
    write("core_concepts/orders/tables/__init__.py", "import sqlalchemy\n")
    snippet = write(
        "core_concepts/orders/main.py", "import tables\nfrom pydantic import BaseModel\n"
    )
    assert snippet.imports[0] == {"sqlalchemy", "pydantic"}
    assert read_program(snippet, MODULES).archives == ("common", "base", "database")


def test_a_program_is_given_the_files_of_its_page(
    write: Callable[..., Snippet], scratch: Project
) -> None:
    write("practice/grading.py", "")
    write("practice/bucket/solution.py", "1\n", out="")
    write("practice/bucket/deeper/orders.json", "{}")
    assert files_by_folder(find_snippets(scratch)) == {
        "practice": {"practice/grading.py": ""},
        "practice/bucket": {
            "practice/bucket/solution.py": "1\n",
            "practice/bucket/deeper/orders.json": "{}",
        },
    }
