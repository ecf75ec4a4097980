"""Which programs run in the page, what each of them loads, and why the others do not run there."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from packaging.specifiers import SpecifierSet

from backend_notes.site.runtime.archives import COMMON
from backend_notes.site.runtime.packages import PYTHON
from backend_notes.snippets.header import HeaderError
from backend_notes.snippets.source import Snippet

_SERVERS = {
    "postgres": "it needs PostgreSQL",
    "redis": "it needs a Redis server",
    "rabbitmq": "it needs RabbitMQ",
}
# Of the standard library, what the browser's Python is built without.
_NOT_BUILT = {
    "curses", "dbm", "ensurepip", "fcntl", "idlelib", "lib2to3", "msvcrt", "readline", "resource",
    "syslog", "termios", "tkinter", "turtle", "venv", "winreg",
}  # fmt: skip
_STANDARD = sys.stdlib_module_names
_USES = (
    (re.compile(r"\bsubprocess\.|\bmultiprocessing\b|\bProcessPoolExecutor\b|\bos\.fork\b"),
     "it starts other processes"),
    (re.compile(r"\bthreading\.(?:Thread|Timer)\b|\bThread\(|\bThreadPoolExecutor\b|\bQueueListener\b"),
     "it starts threads"),
    (re.compile(r"\bsocket\.socket\b|\bcreate_connection\b|\bstart_server\b|\bHTTPServer\b|\buvicorn\b"),
     "it opens network connections"),
)  # fmt: skip
# Of a page's folder, what a program may read beside it.
_SIBLINGS = {".py", ".json", ".toml", ".env", ".ini", ".txt", ".yaml", ".yml", ".csv", ".sql"}
_LARGEST = 50_000


@dataclass(frozen=True)
class Program:
    """A Python file under snippets/, as the page sees it.

    Attributes:
        name: its path below snippets/.
        folder: the part of snippets/ whose files it is given.
        archives: what it loads besides Python itself.
        env: variables of its environment.
        reason: why it runs only locally; empty where it runs in the page.
    """

    name: str
    folder: str
    archives: tuple[str, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""


def find_programs(snippets: Iterable[Snippet], modules: Mapping[str, str]) -> Iterator[Program]:
    """Every Python file of some snippets.

    Args:
        snippets: the files.
        modules: names that a program may import first, and the archive that holds each.
    """
    for snippet in snippets:
        if snippet.path.suffix == ".py":
            yield read_program(snippet, modules)


def read_program(snippet: Snippet, modules: Mapping[str, str]) -> Program:
    """What the page needs to know about one program; nothing is run."""
    name, folder = _place(snippet)
    try:
        header = snippet.header
        imports, text = snippet.imports
    except (HeaderError, UnicodeDecodeError):
        return Program(name, folder, reason="its header has a mistake")
    reason = header.browser or _reason(snippet, imports, text, modules)
    archives = sorted({modules[module] for module in imports if module in modules} - {COMMON})
    common = (COMMON,) if any(module in modules for module in imports) else ()
    return Program(name, folder, (*common, *archives), header.env, reason)


def _reason(
    snippet: Snippet, imports: Collection[str], text: str, modules: Mapping[str, str]
) -> str:
    header = snippet.header
    for need in header.needs:
        return _SERVERS[need]
    if header.requires_python and PYTHON not in SpecifierSet(header.requires_python):
        return f"it needs Python {header.requires_python}"
    if header.interpreter == "fresh":
        return "it needs a Python process of its own"
    if snippet.path.name.startswith("test_") and "pytest" in imports:
        return "its tests are run by pytest"
    for module in sorted(imports):
        if (
            module not in _STANDARD - _NOT_BUILT
            and module not in modules
            and header.fails != "ModuleNotFoundError"
        ):
            return f"`{module}` does not exist in the browser"
    return next((reason for used, reason in _USES if used.search(text)), "")


def files_by_folder(snippets: Iterable[Snippet]) -> dict[str, dict[str, str]]:
    """The files that programs may read or import: texts by path below snippets/, by folder."""
    found: dict[str, dict[str, str]] = {}
    for snippet in snippets:
        if snippet.path.suffix in _SIBLINGS or snippet.path.name.startswith(".env"):
            name, folder = _place(snippet)
            if len(text := snippet.path.read_text("utf-8", errors="replace")) <= _LARGEST:
                found.setdefault(folder, {})[name] = text
    return found


def _place(snippet: Snippet) -> tuple[str, str]:
    """A path below snippets/, and the folder whose files its programs are given."""
    relative = snippet.path.relative_to(snippet.project.snippets)
    return relative.as_posix(), "/".join(relative.parent.parts[:2])
