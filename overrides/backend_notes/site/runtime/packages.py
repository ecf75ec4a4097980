"""The packages for the browser: resolved into a lock file, fetched and verified by hash.

uv resolves and knows no Pyodide of today; pip fetches for any platform and evaluates markers for
the machine it runs on. So the lock file holds what is true in the browser, without markers.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.parser import HeaderParser
from functools import cached_property
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from backend_notes.site.runtime.cache import (
    RuntimeUnavailableError,
    cache_folder,
    digest_of,
    new_folder,
)
from backend_notes.snippets.tools import find_tool

PYTHON = "3.14"
# The binary interface of the Pyodide in package-lock.json.
PLATFORM = "pyemscripten_2026_0_wasm32"
# Where sys.platform says so, packages choose other dependencies.
ENVIRONMENT = {
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "implementation_name": "cpython",
    "python_version": PYTHON,
    "python_full_version": f"{PYTHON}.0",
    "extra": "",
}
# Our own modules stand in for these (backend_notes/browser/stand_ins).
STOOD_IN_FOR = {"httpx2-jsfetch"}

_TIMEOUT = 300
_PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)", re.MULTILINE)


@dataclass(frozen=True)
class Wheel:
    """One downloaded package."""

    path: Path

    @cached_property
    def name(self) -> str:
        """The package, as indexes write it."""
        return canonicalize_name(self.path.name.split("-")[0])

    @cached_property
    def version(self) -> str:
        """Its version."""
        return self.path.name.split("-")[1]

    @cached_property
    def files(self) -> list[str]:
        """What it holds, directories left out."""
        with zipfile.ZipFile(self.path) as archive:
            return sorted(name for name in archive.namelist() if not name.endswith("/"))

    @cached_property
    def modules(self) -> set[str]:
        """Names that a program may import first."""
        tops = {name.split("/")[0] for name in self.files}
        return {
            top.removesuffix(".py") for top in tops if not top.endswith((".dist-info", ".data"))
        }

    @cached_property
    def needs(self) -> set[str]:
        """Packages that it needs in the browser."""
        with zipfile.ZipFile(self.path) as archive:
            info = next(name for name in self.files if name.endswith(".dist-info/METADATA"))
            metadata = HeaderParser().parsestr(archive.read(info).decode())
        found = (Requirement(line) for line in metadata.get_all("Requires-Dist") or ())
        return {
            canonicalize_name(needed.name)
            for needed in found
            if needed.marker is None or needed.marker.evaluate(ENVIRONMENT)
        }


def read_roots(folder: Path) -> dict[str, list[str]]:
    """Archives and the packages that they are made for, from packages.toml."""
    tables = tomllib.loads((folder / "packages.toml").read_text("utf-8"))
    return {
        name: [canonicalize_name(entry) for entry in t["packages"]] for name, t in tables.items()
    }


def pinned_versions(lock: str) -> dict[str, str]:
    """The version of each package in the text of a lock file."""
    return {canonicalize_name(m["name"]): m["version"] for m in _PINNED.finditer(lock)}


def differences(site: str, browser: str) -> list[tuple[str, str, str]]:
    """Packages whose versions differ, as (package, in the site's lock, in the browser's)."""
    ours, theirs = pinned_versions(site), pinned_versions(browser)
    return [
        (name, ours[name], version)
        for name, version in sorted(theirs.items())
        if name in ours and ours[name] != version
    ]


def fetch_wheels(lock: Path) -> list[Wheel]:
    """The wheels that a lock file names, downloaded once.

    Raises:
        RuntimeUnavailableError: there is no pip, or it fails, as it does without a network.
    """
    folder = cache_folder() / "wheels" / digest_of([lock.read_bytes(), PLATFORM.encode()])
    if not folder.is_dir():
        with new_folder(folder) as fresh:
            _download(lock, fresh)
    return [Wheel(path) for path in sorted(folder.glob("*.whl"))]


def _download(lock: Path, folder: Path) -> None:
    command = [
        *_pip(),
        *("download", "--quiet", "--require-hashes", "--no-deps", "--only-binary=:all:"),
        *("--python-version", PYTHON, "--implementation", "cp", "--abi", "cp314"),
        *("--platform", PLATFORM, "--dest", str(folder), "--requirement", str(lock)),
        *("--retries", "1", "--disable-pip-version-check"),
    ]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        raise RuntimeUnavailableError(f"pip did not finish within {_TIMEOUT} s") from None
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        errors = [line for line in lines if line.startswith("ERROR")]
        raise RuntimeUnavailableError((errors or lines or ["pip failed"])[0])


def _pip() -> list[str]:
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    return [*_uv(), "tool", "run", "pip"]


def _uv() -> list[str]:
    uv = os.environ.get("UV") or find_tool("uv")
    if not uv:
        raise RuntimeUnavailableError("there is neither pip nor uv to fetch Python packages with")
    return [str(uv)]


def resolve(roots: Mapping[str, list[str]], site: Path, newest: str) -> str:
    """The text of a lock file: what the roots need in the browser, with hashes.

    Args:
        roots: see `read_roots`.
        site: the site's own lock; its versions are taken where they are in it.
        newest: the date after which nothing counts, as in `[tool.uv] exclude-newer`.

    Raises:
        RuntimeUnavailableError: uv is missing or finds no solution.
    """
    pinned = pinned_versions(site.read_text("utf-8"))
    constraints = "".join(f"{name}=={version}\n" for name, version in sorted(pinned.items()))
    wanted = "".join(f"{name}\n" for names in roots.values() for name in names)
    with new_folder(cache_folder() / "resolved" / digest_of([wanted.encode()])) as folder:
        (folder / "constraints.txt").write_text(constraints, "utf-8")
        command = [
            *_uv(),
            *("pip", "compile", "--universal", "--python-version", PYTHON, "--generate-hashes"),
            *("--no-header", "--no-annotate", "--exclude-newer", newest, "--quiet"),
            *("--constraints", str(folder / "constraints.txt"), "-"),
        ]
        done = subprocess.run(command, input=wanted, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeUnavailableError(f"uv pip compile: {done.stderr.strip()}")
    return "".join(_true_in_browser(done.stdout))


def _true_in_browser(compiled: str) -> Iterator[str]:
    """The blocks of a compiled list that hold in the browser, without their markers."""
    for block in re.split(r"^(?=\S)", compiled, flags=re.MULTILINE):
        if not block.strip():
            continue
        first, _, rest = block.partition("\n")
        requirement = Requirement(first.removesuffix("\\").strip())
        if canonicalize_name(requirement.name) in STOOD_IN_FOR:
            continue
        if requirement.marker is None or requirement.marker.evaluate(ENVIRONMENT):
            yield f"{requirement.name}{requirement.specifier} \\\n{rest}"
