"""Verify a snippet: one code path for `check` and for `update`.

Every kind of file has one module in `kinds/` with a function `verify(snippet, services)`. It runs
or parses the snippet and answers with what is wrong and with what the recorded files ought to hold.
Checking turns a recorded file that differs into a finding; updating writes it.
"""

from __future__ import annotations

import difflib
from pathlib import Path

from backend_notes.finding import Finding
from backend_notes.services.lease import Services, ServiceUnavailableError
from backend_notes.snippets.header import HeaderError
from backend_notes.snippets.kinds import kind_of
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification


def verify(snippet: Snippet, services: Services) -> Verification:
    """Run or parse one snippet.

    Raises:
        ServiceUnavailableError: it needs a service that this machine does not have.
    """
    kind = kind_of(snippet.path)
    if kind is None:
        return Verification(
            findings=[
                Finding(
                    snippet.name,
                    1,
                    "snippet-kind",
                    f"no validator knows `{snippet.path.name}`",
                    "use a file type of overrides/backend_notes/snippets/kinds, or add one there",
                )
            ]
        )
    try:
        return kind(snippet, services)
    except HeaderError as error:
        line, rule, message, fix = error.line, "snippet-header", str(error), "correct the header"
    except UnicodeDecodeError as error:
        line, rule = 1, "snippet-encoding"
        message, fix = f"byte {error.start} is not UTF-8", "save the file as UTF-8"
    return Verification(findings=[Finding(snippet.name, line, rule, message, fix)])


def check(snippet: Snippet, services: Services) -> list[Finding]:
    """What is wrong with a snippet, recorded output that differs included.

    Raises:
        ServiceUnavailableError: it needs a service that this machine does not have.
    """
    result = verify(snippet, services)
    findings = list(result.findings)
    for path, wanted in result.recorded.items():
        written = path.read_text(encoding="utf-8") if path.exists() else ""
        if written != wanted:
            findings.append(_difference(snippet, path, written, wanted))
    return findings


def update(snippet: Snippet, services: Services) -> tuple[list[Path], list[Finding]]:
    """Write what the recorded files ought to hold.

    Returns the files that changed, and the findings that no rewriting cures. Where there are such
    findings nothing is written: what a broken program printed is not worth recording.
    """
    result = verify(snippet, services)
    changed: list[Path] = []
    if not result.findings:
        for path, wanted in result.recorded.items():
            if not path.exists() or path.read_text(encoding="utf-8") != wanted:
                path.write_text(wanted, encoding="utf-8")
                changed.append(path)
    return changed, result.findings


def _difference(snippet: Snippet, path: Path, written: str, wanted: str) -> Finding:
    name = snippet.project.relative(path)
    old, new = written.splitlines(), wanted.splitlines()
    first = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False), 1) if a != b),
        min(len(old), len(new)) + 1,
    )
    diff = "\n".join(
        f"      {line}"
        for line in list(difflib.unified_diff(old, new, "recorded", "real", lineterm="", n=1))[2:40]
    )
    return Finding(
        name,
        first,
        "snippet-output",
        f"what is recorded is not what {snippet.name} does:\n{diff}\n   ",
        f"correct the program, or run `uv run notes update {snippet.name}` and read the change",
    )


__all__ = ["ServiceUnavailableError", "check", "update", "verify"]
