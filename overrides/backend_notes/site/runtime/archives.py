"""Archives of bytecode: one for each need, the same bytes from the same packages."""

from __future__ import annotations

import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from backend_notes.site.node import NODE
from backend_notes.site.runtime.cache import (
    RuntimeUnavailableError,
    cache_folder,
    digest_of,
    new_folder,
)
from backend_notes.site.runtime.packages import STOOD_IN_FOR, Wheel

# What several archives need.
COMMON = "common"

_HERE = Path(__file__).parent
_TIMEOUT = 600
_MOMENT = (2026, 1, 1, 0, 0, 0)
# What no program imports: type stubs, tests, C sources, command lines, records of installers.
_LEFT_OUT = (".pyi", ".c", ".pyx", ".pxd", ".h", ".typed", ".so.map")
_FOLDERS_LEFT_OUT = ("/tests/", "/test/", ".data/", "/__pycache__/")
_KEPT_OF_DIST_INFO = ("METADATA", "entry_points.txt")


def wheels_by_archive(
    roots: Mapping[str, list[str]], wheels: Iterable[Wheel]
) -> dict[str, list[Wheel]]:
    """Which packages each archive holds: what its roots need.

    What several of them need is in `COMMON`, which goes with every other one.

    Raises:
        RuntimeUnavailableError: a package is missing.
    """
    known = {wheel.name: wheel for wheel in wheels}
    needed = {archive: _closure(names, known) for archive, names in roots.items()}
    counts = Counter(name for names in needed.values() for name in names)
    common = {name for name, count in counts.items() if count > 1}
    held = {COMMON: common} | {archive: names - common for archive, names in needed.items()}
    return {archive: [known[name] for name in sorted(names)] for archive, names in held.items()}


def _closure(roots: Iterable[str], known: Mapping[str, Wheel]) -> set[str]:
    found, queue = set[str](), list(roots)
    while queue:
        name = queue.pop()
        if name in found or name in STOOD_IN_FOR:
            continue
        if name not in known:
            raise RuntimeUnavailableError(
                f"requirements.lock lacks {name}: run `uv run notes lock-runtime`"
            )
        found.add(name)
        queue += known[name].needs
    return found


def write_zip(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a zip whose bytes depend on nothing but names and contents."""
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, files[name], compresslevel=9)


def files_of_wheel(wheel: Wheel) -> dict[str, bytes]:
    """What of a package a program can use, by path."""
    with zipfile.ZipFile(wheel.path) as archive:
        files = {name: archive.read(name) for name in wheel.files if _is_of_use(name)}
    # Libraries ask for each other's versions, and whoever looks for plugins reads all of these.
    brief = f"Metadata-Version: 2.1\nName: {wheel.name}\nVersion: {wheel.version}\n"
    return {
        name: brief.encode() if name.endswith(".dist-info/METADATA") else content
        for name, content in files.items()
    }


def _is_of_use(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    if folder.endswith(".dist-info"):
        return file in _KEPT_OF_DIST_INFO
    return not name.endswith(_LEFT_OUT) and not any(
        part in f"/{name}" for part in _FOLDERS_LEFT_OUT
    )


def compiled(name: str, files: Mapping[str, bytes], pyodide: Path, label: str) -> Path:
    """A zip of these files with every module compiled for the browser's Python; cached.

    Args:
        name: what the zip is called, without its ending.
        files: contents by path.
        pyodide: the folder of the npm package, which compiles.
        label: where tracebacks say that the modules are.

    Raises:
        RuntimeUnavailableError: Node or Pyodide fails.
    """
    scripts = [(_HERE / script).read_bytes() for script in ("compile.mjs", "compile_archive.py")]
    release = (pyodide / "package.json").read_bytes()
    content = (part for path in sorted(files) for part in (path.encode(), files[path]))
    key = digest_of([label.encode(), release, *scripts, *content])
    target = cache_folder() / "archives" / f"{name}-{key}"
    if not target.is_dir():
        with new_folder(target) as folder:
            write_zip(folder / "source.zip", files)
            _compile(folder, f"{name}.zip", pyodide, label)
            (folder / "source.zip").unlink()
    return target / f"{name}.zip"


def binary_module(path: str, content: bytes) -> Path:
    """A binary module as a file of its own; cached.

    Browsers compile what they fetch as WebAssembly while it arrives, and keep what they compiled.

    Args:
        path: where an archive would hold it.
        content: a WebAssembly module.
    """
    name = path.rpartition("/")[2].partition(".")[0]
    target = cache_folder() / "archives" / f"{name}-{digest_of([content])}"
    if not target.is_dir():
        with new_folder(target) as folder:
            (folder / f"{name}.wasm").write_bytes(content)
    return target / f"{name}.wasm"


def _compile(folder: Path, name: str, pyodide: Path, label: str) -> None:
    command = [*NODE, str(_HERE / "compile.mjs"), str(pyodide), str(folder), name, label]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        raise RuntimeUnavailableError(f"compiling {name} took longer than {_TIMEOUT} s") from None
    if done.returncode or not (folder / name).is_file():
        lines = done.stderr.strip().splitlines() or ["Node ended without a word"]
        raise RuntimeUnavailableError(f"{name} cannot be compiled: {lines[-1]}")
