"""Import from archives soon: Python runs this at its start, as the name asks it to.

Python's own importer for zips decodes every module twice, once to find it and once to run it, and
reads its file anew each time. That is a fifth of the time that importing FastAPI takes.

What is marked `type: ignore` here: the directory of a zip, which zipimport keeps to itself, and a
loader, which its stubs do not call one.
"""

from __future__ import annotations

import marshal
import sys
import zlib
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from types import CodeType, ModuleType
from zipimport import zipimporter

# An archive has an empty file in the place of a binary module; the worker has compiled it and
# knows it by its path in this folder. The worker's JavaScript has the same folder.
BINARY = "/lib/notes"

_HEADER = 16  # of bytecode, before the code
_LOCAL_HEADER = 30  # of a file in a zip; its end says how long the name and the extras are
# A zip that a program makes is left to Python: it may change.
_FOLDER = "/lib/"
_archives: dict[str, bytes] = {}


class ArchiveImporter(zipimporter):
    """Finds and reads the modules of one folder of an archive; data files are left to Python."""

    def __init__(self, path: str) -> None:
        if not path.startswith(_FOLDER):
            raise ImportError(f"{path} is none of the page's archives")
        super().__init__(path)
        self._known = self._get_files()  # type: ignore[attr-defined]
        if self.archive not in _archives:
            with open(self.archive, "rb", buffering=0) as file:  # noqa: PTH123 - pathlib takes its time
                _archives[self.archive] = file.read()
        self._content = _archives[self.archive]

    def find_spec(self, fullname: str, target: ModuleType | None = None) -> ModuleSpec | None:
        """What the archive holds under this name."""
        entry, package = self._entry(fullname)
        if entry is None:
            return self._binary_module(fullname) or super().find_spec(fullname, target)
        path = entry[0]
        spec = ModuleSpec(fullname, self, origin=path, is_package=package)  # type: ignore[arg-type]
        spec.has_location = True
        if package:
            spec.submodule_search_locations = [path.rpartition("/")[0]]
        return spec

    def get_code(self, fullname: str) -> CodeType:
        """The code of a module; all of it was compiled when the archive was made."""
        entry, _ = self._entry(fullname)
        if entry is None:
            return super().get_code(fullname)
        _, compressed, size, _, start, *_ = entry
        start += _LOCAL_HEADER
        name, extra = self._content[start - 4 : start - 2], self._content[start - 2 : start]
        start += int.from_bytes(name, "little") + int.from_bytes(extra, "little")
        data = self._content[start : start + size]
        if compressed:
            data = zlib.decompress(data, -zlib.MAX_WBITS)
        code: CodeType = marshal.loads(memoryview(data)[_HEADER:])
        return code

    def _entry(self, fullname: str) -> tuple[tuple[str, int, int, int, int] | None, bool]:
        """Where a module lies, as zipimport describes files; and whether it is a package."""
        path = self.prefix + fullname.rpartition(".")[2]
        if found := self._known.get(f"{path}/__init__.pyc"):
            return found, True
        return self._known.get(f"{path}.pyc"), False

    def _binary_module(self, fullname: str) -> ModuleSpec | None:
        from importlib.util import spec_from_file_location  # nobody needs it at the start

        for suffix in EXTENSION_SUFFIXES:
            name = f"{self.prefix}{fullname.rpartition('.')[2]}{suffix}"
            if name in self._known:
                path = f"{BINARY}/{name}"
                loader = ExtensionFileLoader(fullname, path)
                return spec_from_file_location(fullname, path, loader=loader)
        return None


sys.path_hooks.insert(0, ArchiveImporter)
# What Python imported on the way here has found an importer of its own for the standard library.
sys.path_importer_cache.clear()
