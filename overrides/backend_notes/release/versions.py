"""Numbers of releases, and the list of them that the version selector shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

DEV = "dev"
LATEST = "latest"

_RELEASE = re.compile(r"\d+\.\d+(?:\.\d+)?")


def is_release(version: str) -> bool:
    """Whether it is the number of a release: two or three numbers with dots between them."""
    return _RELEASE.fullmatch(version) is not None


def number(version: str) -> tuple[int, ...]:
    """A release's number, for comparisons: 1.10 comes after 1.9, and 1.0.1 after 1.0."""
    return tuple(map(int, version.split(".")))


def is_newest(version: str, others: Iterable[str]) -> bool:
    """Whether a version is the latest release, among others that are published."""
    return is_release(version) and all(
        number(version) >= number(other) for other in others if is_release(other)
    )


def arrange(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The list for versions.json: newest first, what main holds above all.

    A release with a later fix (1.0 beside 1.0.1) leaves the selector and keeps its address.
    """
    releases = [entry["version"] for entry in entries if is_release(entry["version"])]
    for entry in entries:
        version = entry["version"]
        fixed = any(
            number(other)[:2] == number(version)[:2] and number(other) > number(version)
            for other in releases
            if is_release(version)
        )
        properties = {**entry.get("properties", {}), "hidden": fixed}
        entry["properties"] = {key: value for key, value in properties.items() if value}
        if not entry["properties"]:
            del entry["properties"]
    return sorted(entries, key=_newest_last, reverse=True)


def _newest_last(entry: dict[str, Any]) -> tuple[bool, tuple[int, ...]]:
    released = is_release(entry["version"])
    return not released, number(entry["version"]) if released else ()
