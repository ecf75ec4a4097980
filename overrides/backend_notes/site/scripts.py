"""Scripts as browsers get them: the same modules under the same names, a good third lighter.

esbuild takes comments and long names out, and puts what a module imports from an npm package into
the module. Modules that only the entry imports go into the entry, because every page loads them and
each would be a request of its own; all others stay apart and come when they are needed. What comes
out is kept until a script or a package changes, so a build pays for it once.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SCRIPTS = "assets/javascripts"

_ENTRY = "notes.mjs"
# Constants go into every module that imports them: they hold no state that could exist twice.
_CONSTANTS = "progress-key.mjs"
_IMPORT = re.compile(
    r"""^(?:import|export)\b[^;"']*["']\./(?P<name>[\w-]+\.mjs)["']""", re.MULTILINE
)
_LAZY_IMPORT = re.compile(r"""\bimport\(["']\./(?P<name>[\w-]+\.mjs)["']\)""")

_OPTIONS = (
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--out-extension:.js=.mjs",
    "--log-level=error",
    "--external:../vendor/*",
    "--external:../runtime/*",
)


class ScriptsError(Exception):
    """The scripts cannot be made lighter; the message is one line for people."""


def minify(overrides: Path, modules: Path, cache: Path) -> dict[str, str]:
    """Every script of assets/javascripts by its name, made lighter.

    Args:
        overrides: the folder of templates and assets.
        modules: node_modules.
        cache: the file that remembers the last result.

    Raises:
        ScriptsError: esbuild is missing, or it objects to a script.
    """
    sources = sorted((overrides / SCRIPTS).glob("*.mjs"))
    digest = _digest(sources, modules)
    known = _read(cache)
    if known.get("digest") == digest:
        return dict(known["scripts"])
    scripts = _run(_esbuild(modules), sources)
    _write(cache, {"digest": digest, "scripts": scripts})
    return scripts


def joined_to_entry(sources: Mapping[str, str]) -> set[str]:
    """The modules that only the entry needs, and at once: what it imports, whatever the depth.

    One that any other module imports stays out, because it would exist twice.

    Args:
        sources: the text of each module by its name.
    """
    imports = {name: set(_IMPORT.findall(text)) - {_CONSTANTS} for name, text in sources.items()}
    lazy = {name: set(_LAZY_IMPORT.findall(text)) for name, text in sources.items()}
    joined: set[str] = set()
    found = imports.get(_ENTRY, set()) & sources.keys()
    while found - joined:
        joined |= found
        found = {other for name in joined for other in imports[name] & sources.keys()}
    while apart := {
        name
        for name in joined
        for other in sources
        if name in lazy[other] or (name in imports[other] and other not in {_ENTRY, *joined})
    }:
        joined -= apart
    return joined


def _digest(sources: list[Path], modules: Path) -> str:
    """What the result depends on: the scripts, and the versions of all packages."""
    seen = hashlib.sha256(" ".join(_OPTIONS).encode())
    for path in (modules / ".package-lock.json", *sources):
        content = path.read_bytes() if path.is_file() else b""
        seen.update(f"{path.name} {len(content)} ".encode() + content)
    return seen.hexdigest()


def _esbuild(modules: Path) -> Path:
    """The program itself; the package `esbuild` is a Node script that only starts it."""
    for pattern in ("*/bin/esbuild", "*/esbuild.exe"):
        for program in (modules / "@esbuild").glob(pattern):
            return program
    raise ScriptsError("esbuild is not among the npm packages")


def _run(esbuild: Path, sources: list[Path]) -> dict[str, str]:
    joined = joined_to_entry({path.name: path.read_text("utf-8") for path in sources})
    apart = [path for path in sources if path.name not in {_CONSTANTS, *joined}]
    external = [f"--external:./{path.name}" for path in apart]
    with tempfile.TemporaryDirectory(prefix="notes-scripts-") as folder:
        try:
            done = subprocess.run(
                [esbuild, *_OPTIONS, *external, f"--outdir={folder}", *apart],
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ScriptsError(f"esbuild cannot run: {error}") from error
        if done.returncode:
            raise ScriptsError("esbuild: " + " ".join(done.stderr.split()))
        return {path.name: path.read_text("utf-8") for path in sorted(Path(folder).iterdir())}


def _read(cache: Path) -> dict[str, Any]:
    try:
        known = json.loads(cache.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write(cache: Path, result: dict[str, Any]) -> None:
    """In one step, because another build may read it meanwhile; without a place, not at all."""
    try:
        cache.parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=cache.parent, prefix=cache.name, delete=False
        ) as file:
            json.dump(result, file)
        Path(file.name).replace(cache)
    except OSError:
        return
