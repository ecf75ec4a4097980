"""Python for the browser, made ready once and then taken from the cache."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from backend_notes.project import Project
from backend_notes.site.runtime import archives, packages
from backend_notes.site.runtime.cache import (
    RuntimeUnavailableError,
    cache_folder,
    digest_of,
    new_folder,
)

LIBRARIES = f"/lib/python{packages.PYTHON}"
_LOCK = "overrides/assets/runtime/requirements.lock"
_AT_START = Path(__file__).parents[2] / "browser" / "at_start"
_GLUE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")


@dataclass(frozen=True)
class Runtime:
    """Python for the browser, ready to be copied into a site.

    Attributes:
        version: changes with every byte of it; part of its address.
        files: what lies at that address, by name.
        sizes: how large each file is on the wire.
        binaries: binary modules by archive: their files, and where it holds an empty file instead.
        modules: names that a program may import first, and the archive that holds each.
        versions: of Python and the packages.
        differences: packages whose version is not the one in the site's own lock, as (package,
            version in the site's lock, version in the browser).
        lock: what Pyodide wants to know about itself.
    """

    version: str
    files: Mapping[str, Path]
    sizes: Mapping[str, int]
    binaries: Mapping[str, Mapping[str, str]]
    modules: Mapping[str, str]
    versions: Mapping[str, str]
    differences: list[tuple[str, str, str]]
    lock: Mapping[str, str]


def prepare_runtime(project: Project, modules: Path | None, say: Callable[[str], None]) -> Runtime:
    """Fetch, compile and cache everything; quick when it is all there.

    Args:
        project: the checkout.
        modules: node_modules, None where there are no packages.
        say: told in one line when it takes a while.

    Raises:
        RuntimeUnavailableError: something cannot be had.
    """
    found = _libraries(project, modules, say)
    if isinstance(found, str) or modules is None:
        raise RuntimeUnavailableError(str(found))
    pyodide = modules / "pyodide"
    shim = archives.compiled("notes", _shim(project), pyodide, "/lib/notes")
    lock = (project.root / _LOCK).read_text("utf-8")
    site_lock = project.root / "requirements.lock"
    return Runtime(
        version=digest_of([found["key"].encode(), shim.parent.name.encode()]),
        files={
            **{name: pyodide / name for name in _GLUE},
            **{name: Path(path) for name, path in found["archives"].items()},
            "notes.zip": shim,
        },
        sizes=found["sizes"] | {"notes.zip": shim.stat().st_size},
        binaries=found["binaries"],
        modules=found["modules"],
        versions=found["versions"],
        differences=packages.differences(
            site_lock.read_text("utf-8") if site_lock.is_file() else "", lock
        ),
        lock=found["lock"],
    )


@cache
def _libraries(
    project: Project, modules: Path | None, say: Callable[[str], None]
) -> dict[str, Any] | str:
    """What depends on the lock file and on Pyodide alone, or why it cannot be had.

    Asked for once a process, so that `mkdocs serve` without a network does not try again and again.
    """
    if modules is None or not (modules / "pyodide" / "pyodide.asm.wasm").is_file():
        return "the npm package pyodide is missing"
    pyodide, lock = modules / "pyodide", project.root / _LOCK
    if not lock.is_file():
        return f"{_LOCK} is missing"
    inputs = (
        lock,
        lock.with_name("packages.toml"),
        pyodide / "package.json",
        *sorted(_AT_START.glob("*.py")),
    )
    scripts = sorted(path for path in Path(__file__).parent.iterdir() if path.is_file())
    key = digest_of(path.read_bytes() for path in (*inputs, *scripts))
    made = cache_folder() / "runtimes" / key
    try:
        if not made.is_dir():
            say("Python for the browser is fetched and compiled: a minute, once")
            with new_folder(made) as fresh:
                (fresh / "facts.json").write_text(json.dumps(_make(lock.parent, pyodide)), "utf-8")
        facts: dict[str, Any] = json.loads((made / "facts.json").read_text("utf-8"))
    except (RuntimeUnavailableError, OSError) as error:
        return str(error)
    return facts | {"key": key}


def _make(folder: Path, pyodide: Path) -> dict[str, Any]:
    """Everything that depends on the lock file and on Pyodide alone."""
    lock = folder / "requirements.lock"
    wheels = packages.fetch_wheels(lock)
    held = archives.wheels_by_archive(packages.read_roots(folder), wheels)
    made = {
        "stdlib.zip": archives.compiled("stdlib", _standard_library(pyodide), pyodide, LIBRARIES)
    }
    binaries: dict[str, dict[str, str]] = {}
    for name, members in held.items():
        content = {path: data for w in members for path, data in archives.files_of_wheel(w).items()}
        for path in [path for path in content if path.endswith(".so")]:
            file = archives.binary_module(path, content[path])
            made[file.name], content[path] = file, b""
            binaries.setdefault(name, {})[file.name] = path
        made[f"{name}.zip"] = archives.compiled(
            name, content, pyodide, f"{LIBRARIES}/site-packages"
        )
    info = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))["info"]
    files = {name: pyodide / name for name in _GLUE} | made
    return {
        "archives": {name: str(path) for name, path in made.items()},
        "sizes": {name: _size_on_the_wire(path) for name, path in files.items()},
        "binaries": binaries,
        "modules": {m: name for name, members in held.items() for w in members for m in w.modules},
        "versions": {
            "python": info["python"],
            **packages.pinned_versions(lock.read_text("utf-8")),
        },
        "lock": info,
    }


def _size_on_the_wire(path: Path) -> int:
    """Hosts compress everything but archives."""
    if path.suffix == ".zip":
        return path.stat().st_size
    return len(gzip.compress(path.read_bytes(), 6))


def _standard_library(pyodide: Path) -> dict[str, bytes]:
    """Python's own modules, and ours that it imports at its start."""
    with zipfile.ZipFile(pyodide / "python_stdlib.zip") as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        found = {name: archive.read(name) for name in names}
    return found | {path.name: path.read_bytes() for path in _AT_START.glob("*.py")}


def _shim(project: Project) -> dict[str, bytes]:
    """Our modules for the browser, and those of the build that they share."""
    package = project.root / "overrides" / "backend_notes"
    shared = [package / "__init__.py", *(package / "snippets" / n for n in _SHARED)]
    paths = [*shared, *(package / "browser").glob("*.py")]
    found = {
        f"backend_notes/{path.relative_to(package).as_posix()}": path.read_bytes() for path in paths
    }
    stand_ins = (package / "browser" / "stand_ins").glob("*.py")
    return found | {path.name: path.read_bytes() for path in stand_ins}


_SHARED = ("__init__.py", "output.py")
