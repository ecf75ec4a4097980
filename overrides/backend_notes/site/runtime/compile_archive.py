"""Runs in Pyodide: compile every module of a zip. See compile.mjs."""

from __future__ import annotations

import importlib._bootstrap_external as bootstrap
import importlib.util
import zipfile

_MOMENT = (2026, 1, 1, 0, 0, 0)


def compile_archive(source: str, target: str, label: str) -> None:
    """Write a zip with bytecode in the place of modules; everything else is copied.

    The bytecode is never compared with a source file, because there is none beside it.

    Args:
        source: a zip of modules.
        target: the zip to write.
        label: the folder that tracebacks name.
    """
    with zipfile.ZipFile(source) as modules, zipfile.ZipFile(target, "w") as archive:
        for name in sorted(modules.namelist()):
            content = modules.read(name)
            if name.endswith(".py"):
                compiled = _compile(content, f"{label}/{name}")
                if compiled is not None:
                    name, content = f"{name}c", compiled
            info = zipfile.ZipInfo(name, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=9)


def _compile(content: bytes, path: str) -> bytes | None:
    try:
        code = compile(content, path, "exec", dont_inherit=True, optimize=0)
    except SyntaxError:  # templates, and modules for other versions of Python
        return None
    source_hash = importlib.util.source_hash(content)
    return bytes(bootstrap._code_to_hash_pyc(code, source_hash, False))  # type: ignore[attr-defined]
