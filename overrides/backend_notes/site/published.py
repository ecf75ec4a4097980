"""Programs that the site serves with the packages that they need, so that `uv run <address>` works.

A program that needs nothing but itself and packages runs from its address. Another one says in a
comment below its header what it needs besides, and how to run it in a clone.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from backend_notes.project import Project
from backend_notes.snippets.header import HeaderError, header_span
from backend_notes.snippets.sections import without_markers
from backend_notes.snippets.source import Snippet

_PINNED = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)
# A driver is named in an address, and imported by nobody. SQLAlchemy takes psycopg where none is
# named.
_DRIVER = re.compile(r"\+(aiosqlite|asyncpg|psycopg)\b")
_STARTED = re.compile(r"""["'](?:import|from) (\w+)""")  # python -c "import fastapi"
_NO_DRIVER = "postgresql://"
_SERVERS = {
    "postgres": "PostgreSQL (DATABASE_URL)",
    "redis": "Redis (REDIS_URL)",
    "rabbitmq": "RabbitMQ (AMQP_URL)",
}
_ANNOTATION = re.compile(r"[ \t]+# \(\d+\)!$", re.MULTILINE)  # for the page only
_LEAST_PYTHON = 'requires-python = ">=3.11"'
# Modules whose distribution has another name. To ask the installed ones takes 1.5 s; a test does.
_NAMED_OTHERWISE = {"dotenv": "python-dotenv", "yaml": "pyyaml"}
# Graded against a reader's answer, not run from an address.
_PRACTICE = "practice"


@dataclass(frozen=True)
class Published:
    """A program as the site serves it.

    Attributes:
        key: the file, below snippets/.
        text: what is served.
        alone: it runs from its address, with nothing around it.
    """

    key: str
    text: str
    alone: bool

    @property
    def address(self) -> str:
        """Where it lies on the site."""
        return f"snippets/{self.key}"


def published_programs(
    project: Project, snippets: Iterable[Snippet], repository: str | None
) -> Iterator[Published]:
    """Every program of a page.

    Args:
        project: the checkout; its requirements.lock has the versions.
        snippets: all of them, or some.
        repository: its address, as in mkdocs.yml: where a program gets its other files.
    """
    pins = _pins(project)
    for snippet in snippets:
        key = snippet.path.relative_to(project.snippets)
        if (
            snippet.path.suffix != ".py"
            or key.parts[0] == _PRACTICE
            or project.package_of_snippet(snippet.path)
        ):
            continue
        try:
            yield _published(snippet, key.as_posix(), pins, repository)
        except (HeaderError, UnicodeDecodeError):
            continue  # The content rules say so.


def cloned_programs(published: Iterable[Published]) -> list[str]:
    """The programs that a reader needs a clone for, by their path below snippets/, or its start."""
    return [f"{_PRACTICE}/", *(program.key for program in published if not program.alone)]


def _published(
    snippet: Snippet, key: str, pins: Mapping[str, str], repository: str | None
) -> Published:
    """A program with its packages in the header, without section markers.

    Args:
        snippet: the program.
        key: its path below snippets/.
        pins: the requirement to state for each distribution, by canonical name.
        repository: the address of the repository.

    Raises:
        HeaderError: its header cannot be read.
        UnicodeDecodeError: it is no UTF-8 text.
    """
    imports, read = snippet.imports
    modules = imports | {*_DRIVER.findall(read), *_STARTED.findall(read)}
    if "sqlalchemy" in imports and _NO_DRIVER in read:
        modules.add("psycopg")
    found = {module: _distribution(module, pins) for module in modules}
    stated = [f'    "{pins[name]}",' for name in sorted(set(found.values()) - {""})]
    ours = {module for module in imports if not found[module]} - sys.stdlib_module_names
    dependencies = ["dependencies = [", *stated, "]"] if stated else ["dependencies = []"]
    header = snippet.header  # a header with a mistake is not published
    lines = snippet.text.splitlines()
    span = header_span(snippet.text)
    inside = lines[span[0] : span[1] - 1] if span else []
    if not header.requires_python:
        dependencies.insert(0, _LEAST_PYTHON)
    block = ["# /// script", *(f"# {line}" for line in dependencies), *inside, "# ///"]
    before, after = (lines[: span[0] - 1], lines[span[1] :]) if span else ([], lines)
    needs = list(_needs(snippet, ours, read, repository))
    whole = "\n".join([*before, *block, *needs, *after])
    return Published(key, _ANNOTATION.sub("", without_markers(f"{whole}\n")), not needs)


def _needs(snippet: Snippet, ours: set[str], read: str, repository: str | None) -> Iterator[str]:
    """Comments on what no package brings, such as modules of ours."""
    tests = snippet.path.name.startswith("test_")
    if tests or read != snippet.text or "__file__" in read or ours:
        place = f" of {repository}" if repository else ""
        reason = "pytest runs it" if tests else "It needs the files beside it"
        yield f"# {reason}. In a clone{place}:"
        yield f"# uv run notes run {snippet.project.relative(snippet.path)}"
    if needed := [_SERVERS[need] for need in snippet.header.needs]:
        yield f"# It needs {' and '.join(needed)} in the environment."
    if settings := [f"{name}={value}" for name, value in snippet.header.env.items()]:
        yield f"# It needs {' and '.join(settings)} in the environment."


def _distribution(module: str, pins: Mapping[str, str]) -> str:
    """The distribution that brings a module, if the lock has it; else nothing."""
    name = canonicalize_name(_NAMED_OTHERWISE.get(module, module))
    return name if module not in sys.stdlib_module_names and name in pins else ""


def _pins(project: Project) -> dict[str, str]:
    """Each distribution of requirements.lock at its version, with the extras of pyproject.toml."""
    lock, settings = project.root / "requirements.lock", project.root / "pyproject.toml"
    if not lock.is_file():
        return {}
    groups = tomllib.loads(settings.read_text("utf-8")).get("dependency-groups", {})
    extras: dict[str, str] = {}
    for entry in groups.get("snippets", ()):
        try:
            wanted = Requirement(entry)
        except (InvalidRequirement, TypeError):
            continue
        if wanted.extras:
            extras[canonicalize_name(wanted.name)] = f"[{','.join(sorted(wanted.extras))}]"
    return {
        (name := canonicalize_name(found)): f"{name}{extras.get(name, '')}=={version}"
        for found, version in _PINNED.findall(lock.read_text("utf-8"))
    }
