"""hadolint and shellcheck: from their reports to findings."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Any

from backend_notes.finding import Finding
from backend_notes.snippets.header import header_span
from backend_notes.snippets.process import lint
from backend_notes.snippets.sections import find_markers
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification


def verify_with(
    tool: str,
    package: str,
    arguments: Sequence[str],
    levels: Container[str],
    pragma: re.Pattern[str],
    snippet: Snippet,
) -> Verification:
    """What a linter finds in a snippet, and pragmas without a reason.

    Args:
        tool: the linter's command.
        package: the package on PyPI that brings it.
        arguments: what makes it report as JSON.
        levels: the severities that are worth a finding.
        pragma: the comment that silences a rule; `reason`, if it matches, is the reason in it.
        snippet: the file.

    Raises:
        HeaderError: the snippet's header cannot be used.
    """
    _ = snippet.header  # the linter takes it for a comment; a mistake in it is found all the same
    findings = list(_unexplained(snippet, pragma))
    try:
        report = lint(tool, arguments, snippet.path)
    except RuntimeError as error:
        return Verification(
            [Finding(snippet.name, 1, f"{tool}-run", str(error), "make the file readable for it")]
        )
    if report is None:
        missing = Finding(
            snippet.name,
            1,
            "missing-tool",
            f"`{tool}` is not installed, so nothing checks this file",
            f"install the development dependencies with `uv sync` ({package} is one of them)",
        )
        return Verification([missing])
    findings += [_finding(snippet, tool, entry) for entry in report if entry["level"] in levels]
    return Verification(findings)


def _finding(snippet: Snippet, tool: str, entry: dict[str, Any]) -> Finding:
    code = str(entry["code"])
    code = f"SC{code}" if code.isdigit() else code
    wiki = (
        f"https://www.shellcheck.net/wiki/{code}"
        if code.startswith("SC")
        else f"https://github.com/hadolint/hadolint/wiki/{code}"
    )
    return Finding(
        snippet.name,
        entry["line"],
        f"{tool}-{code}",
        " ".join(entry["message"].split()).rstrip("."),
        f"correct it as {wiki} says",
    )


def _unexplained(snippet: Snippet, pragma: re.Pattern[str]) -> Iterator[Finding]:
    """Silenced rules whose reason stands neither in the comment nor in one above it."""
    lines = ["", *snippet.text.splitlines()]
    first, last = header_span(snippet.text) or (0, 0)
    for number in range(1, len(lines)):
        match = pragma.search(lines[number])
        if match is None or match.groupdict().get("reason"):
            continue
        above = lines[number - 1].strip()
        is_reason = re.match(r"#\s*\w", above) and not pragma.search(above)
        if not is_reason or find_markers(above) or first <= number - 1 <= last:
            yield Finding(
                snippet.name,
                number,
                "silenced-rule",
                f"`{lines[number].strip()}` silences a rule without a reason",
                "say why in a comment on the line above",
            )
