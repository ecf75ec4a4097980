"""Build G: a tenant's configuration, fit to be printed."""

from __future__ import annotations

import json
from collections.abc import Generator
from typing import Any, NoReturn

from backend_notes.builds.steps import Build, MissingError
from backend_notes.builds.working_copy import PACKAGE, call
from backend_notes.project import Project
from backend_notes.services.lease import Services

_SECRETS = ("a-word-for-rabbitmq", "a-word-for-postgres")
_TENANT: dict[str, Any] = {
    "warehouses": [401, 402],
    "redis": {"host": "valkey", "port": 6380, "database": 3},
    "rabbitmq": {
        "host": "rabbit",
        "port": 5673,
        "virtual-host": "hu",
        "username": "engine",
        "password": _SECRETS[0],
    },
    "database": {
        "host": "postgres",
        "port": 5433,
        "name": "picking",
        "username": "engine",
        "password": _SECRETS[1],
        "table": "decision_analysis",
    },
}


def tenant(project: Project, services: Services) -> Generator[None]:  # noqa: ARG001
    """Build G, on settings with passwords that one would recognise."""
    look = f"`TenantSettings` in {PACKAGE}/config.py, and the modes of `model_dump`."
    lines = call(project, "tenant", settings=_TENANT)
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise MissingError(f"It returns {json.dumps(lines)}, which is no list of strings.", look)
    yield
    for secret in _SECRETS:
        for line in lines:
            if secret in line:
                raise MissingError(f"A password stands in plain text: {line}", look)
    yield
    for name, value in _flat(_TENANT):
        _demand_line(lines, name, value, look)
    without = call(project, "tenant", settings=_TENANT | {"rabbitmq": None})
    _demand_line(without, "redis.host", "valkey", look)
    yield
    for part in ("rabbitmq", "database"):
        line = next(line for line in lines if line.startswith(f"{part}.password = "))
        if set(line.partition(" = ")[2]) != {"*"}:
            raise MissingError(f"The masked password reads: {line}", look)
    yield


def _flat(settings: dict[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for name, value in settings.items():
        inner = isinstance(value, dict)
        found += _flat(value, f"{prefix}{name}.") if inner else [(prefix + name, value)]
    return found


def _demand_line(lines: list[str], name: str, value: Any, look: str) -> None:
    """See that a setting has its line; how a list is written is the learner's choice."""
    starts = [line for line in lines if line.startswith(f"{name} = ")]
    if len(starts) != 1:
        raise MissingError(f"{len(starts) or 'No'} line starts with `{name} = `.", look)
    said = starts[0].partition(" = ")[2]
    if name.endswith(".password"):
        return
    wanted = [str(one) for one in value] if isinstance(value, list) else [str(value)]
    if not all(one in said for one in wanted) or (len(wanted) == 1 and said != wanted[0]):
        _wrong(starts[0], ", ".join(wanted), look)


def _wrong(line: str, wanted: str, look: str) -> NoReturn:
    raise MissingError(f"A line reads `{line}`, and the value is {wanted}.", look)


BUILD = Build(
    "a configuration that one may print",
    (
        "`describe` returns a list of lines.",
        "No password stands in them.",
        "Every setting has its line with its full name and its value.",
        "A password that is set reads as asterisks.",
    ),
    tenant,
    "Who may read the log that this goes to?",
)
