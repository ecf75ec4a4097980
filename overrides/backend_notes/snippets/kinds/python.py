"""Python programs: run, and compared with the output they record.

Its formatting counts as recorded too: `notes update` is what formats a snippet.

Output stands either in the program, as `#>` comments that pytest-examples checks and writes, or in
an `.out` file beside it. The existence of the `.out` file decides.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from backend_notes.finding import Finding
from backend_notes.services.lease import Services, ServiceUnavailableError
from backend_notes.snippets.formatting import format_python
from backend_notes.snippets.kinds.requirements import check_rules
from backend_notes.snippets.output import settle
from backend_notes.snippets.runner import Run, find_interpreter, run_program
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification

_PRINTED = re.compile(r"^ *#>", re.MULTILINE)
_SHOWN_LINES = 12


def verify(snippet: Snippet, services: Services) -> Verification:
    """Run the program.

    Raises:
        HeaderError: its header cannot be used.
        ServiceUnavailableError: it needs a service or a Python that this machine does not have.
    """
    findings = list(_before_running(snippet))
    if findings:
        return Verification(findings=findings)
    run = _run(snippet, services)
    findings = list(_after_running(snippet, run))
    rules = snippet.header.normalise
    source = snippet.text
    recorded: dict[Path, str] = {}
    if snippet.golden.exists():
        old = snippet.golden.read_text(encoding="utf-8")
        recorded[snippet.golden] = settle(old, run.output, rules)
    elif run.updated:
        source = settle(source, _tidy(run.updated), rules)
    recorded[snippet.path] = format_python(source, snippet.path)
    return Verification(findings=findings, recorded=recorded)


def _run(snippet: Snippet, services: Services) -> Run:
    header = snippet.header
    interpreter = find_interpreter(header.requires_python)
    if interpreter is None:
        raise ServiceUnavailableError(
            f"{snippet.name} needs Python {header.requires_python}, which is not on this machine;"
            f" `uv python install '{header.requires_python}'` gets one"
        )
    fresh = header.interpreter == "fresh" or interpreter != Path(sys.executable)
    with services.lease(header.needs) as env:
        return run_program(
            snippet.project,
            snippet.path,
            env=env | header.env,
            rules=header.normalise,
            timeout=header.timeout,
            prints=not fresh and not snippet.golden.exists(),
            interpreter=interpreter if fresh else None,
        )


def _tidy(source: str) -> str:
    """An empty line printed leaves no blank at the end of its comment."""
    return re.sub(r"^( *#>) +$", r"\1", source, flags=re.MULTILINE)


def _before_running(snippet: Snippet) -> Iterator[Finding]:
    header = snippet.header
    yield from check_rules(snippet)
    commented = _PRINTED.search(snippet.text)
    if snippet.golden.exists() and commented:
        yield _finding(
            snippet,
            snippet.text.count("\n", 0, commented.start()) + 1,
            f"output is recorded twice: here and in {snippet.golden.name}",
            "delete the `#>` lines or the .out file",
        )
    if header.fails and not snippet.golden.exists():
        yield _finding(
            snippet,
            1,
            f"a program that must fail with {header.fails} records no output",
            f"create an empty {snippet.golden.name} beside it and run `uv run notes update`",
        )


def _after_running(snippet: Snippet, run: Run) -> Iterator[Finding]:
    header = snippet.header
    if run.exit_code is None:
        yield _finding(
            snippet,
            1,
            f"it ran longer than {header.timeout:g} s and was stopped{_tail(run.output)}",
            "make it quicker, or give it more time with `timeout` in its header",
        )
        return
    if header.fails:
        yield from _must_fail(snippet, run)
        return
    if run.exit_code != header.exits:
        yield _finding(
            snippet,
            _failing_line(snippet, run.output),
            f"it ended with exit code {run.exit_code} instead of {header.exits}{_tail(run.output)}",
            "correct the program, or say `fails` or `exits` in its header if it has to",
        )
        return
    if not snippet.golden.exists() and run.output:
        yield _finding(
            snippet,
            1,
            f"it writes output that no `#>` comment can hold{_tail(run.output)}",
            f"create an empty {snippet.golden.name} beside it and run `uv run notes update`",
        )
    if "\n'''\n" in re.sub(r"^ +", "", run.updated, flags=re.MULTILINE):
        yield _finding(
            snippet,
            1,
            "a printed value is too long for a `#>` line",
            f"print less, or create an empty {snippet.golden.name} and run `uv run notes update`",
        )
    elif run.updated:
        yield from _all_recorded(snippet, run)


def _all_recorded(snippet: Snippet, run: Run) -> Iterator[Finding]:
    """Every print has its `#>` line, and every `#>` line its print."""
    lines = len(_PRINTED.findall(run.updated))
    if lines > run.printed:
        yield _finding(
            snippet,
            _first_printed_line(snippet),
            f"it has more `#>` lines than it printed ({run.printed})",
            "delete the `#>` lines of prints that did not run, then `uv run notes update`",
        )
    elif lines < run.printed:
        yield _finding(
            snippet,
            1,
            f"it prints {run.printed} lines and its `#>` comments can hold only {lines} of them:"
            " prints take turns, as two in one loop do",
            f"create an empty {snippet.golden.name} beside it and run `uv run notes update`",
        )


def _first_printed_line(snippet: Snippet) -> int:
    match = _PRINTED.search(snippet.text)
    return snippet.text.count("\n", 0, match.start()) + 1 if match else 1


def _must_fail(snippet: Snippet, run: Run) -> Iterator[Finding]:
    name = snippet.header.fails
    ends = re.search(rf"^(?:[ |]*)(?:\w+\.)*{re.escape(name)}(?::|$| )", run.output, re.MULTILINE)
    if run.exit_code == 0 or not ends:
        yield _finding(
            snippet,
            1,
            f"it has to fail with {name} and ended with exit code {run.exit_code}"
            f"{_tail(run.output)}",
            "make it fail as it says, or take `fails` out of its header",
        )


def _failing_line(snippet: Snippet, output: str) -> int:
    lines = re.findall(rf'File "{re.escape(snippet.name)}", line (\d+)', output)
    return int(lines[-1]) if lines else 1


def _tail(output: str) -> str:
    lines = output.splitlines()[-_SHOWN_LINES:]
    return "".join(f"\n      {line}" for line in lines) + ("\n   " if lines else "")


def _finding(snippet: Snippet, line: int, message: str, fix: str) -> Finding:
    return Finding(snippet.name, line, "snippet-run", message, fix)
