"""Shell sessions: `$ command`, then what a terminal shows.

    # --8<-- [start:build]
    $ python -m compileall -q shop
    $ ls \\
    >   shop
    __pycache__
    orders.py
    # --8<-- [end:build]

Lines that start with `> ` continue a command. All commands of a file run in one bash session, in a
temporary copy of the snippet's folder. With `stack` in the header the workbook's service runs
beside them, and the copy has its place in a checkout. A non-zero exit code must be visible to the
reader.
"""

from __future__ import annotations

import hashlib
import re
import shlex
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from backend_notes.finding import Finding
from backend_notes.services.lease import Services
from backend_notes.snippets.kinds.console_stack import beside_the_stack
from backend_notes.snippets.kinds.requirements import check_header
from backend_notes.snippets.output import normalise, settle
from backend_notes.snippets.process import clean_environment, copy_folder, run_session
from backend_notes.snippets.runner import shown_paths, work_folder
from backend_notes.snippets.sections import find_markers
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification

# Printed after each command: its number and its exit code.
_END = "\x01{} {}\x01"
_ENDED = re.compile("\x01\\d+ (\\d+)\x01\n?")
_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07")


@dataclass
class Command:
    """A command of a session.

    Attributes:
        line: where it stands, counted from 1.
        written: its lines, with `$ ` and `> `.
        output: the recorded lines.
        after: section markers, comments and blank lines up to the next command.
    """

    line: int
    written: list[str]
    output: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What bash is given."""
        return "\n".join(line[2:] for line in self.written)


@dataclass(frozen=True)
class Replay:
    """What came of a session.

    Attributes:
        outputs: of each command that ended, and of what came after.
        codes: exit code of each command that ended.
        timed_out: whether the session was stopped.
    """

    outputs: list[str]
    codes: list[int]
    timed_out: bool


# Plain pytest, as a reader has it: loading our own test tools takes longer than most sessions.
_SESSION = {
    "TERM": "dumb",
    "COLUMNS": "80",
    "PYTHONUNBUFFERED": "1",
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
}


def verify(snippet: Snippet, services: Services) -> Verification:
    """Replay a session; what it really prints is what the file ought to hold.

    Raises:
        ServiceUnavailableError: it needs a service that this machine does not have.
    """
    before, commands = parse(snippet.text)
    findings = check_header(snippet) + list(_misplaced(snippet, before, commands))
    if findings:
        return Verification(findings)
    replay = _replay(snippet, services, [command.text for command in commands])
    findings = list(_failures(snippet, commands, replay))
    findings += _ambiguous(snippet, commands, replay)
    if findings:
        return Verification(findings)
    lines, rules = before, snippet.header.normalise
    for command, output in zip(commands, replay.outputs, strict=False):
        real = settle("".join(f"{line}\n" for line in command.output), output, rules)
        lines += command.written + real.splitlines() + command.after
    return Verification(recorded={snippet.path: "\n".join(lines).rstrip("\n") + "\n"})


def parse(text: str) -> tuple[list[str], list[Command]]:
    """The lines before the first command, and the commands."""
    before: list[str] = []
    commands: list[Command] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("$ "):
            commands.append(Command(number, [line]))
        elif not commands:
            before.append(line)
        elif re.match(r">( |$)", line) and not commands[-1].output and not commands[-1].after:
            commands[-1].written.append(line)
        elif commands[-1].after or find_markers(line):
            commands[-1].after.append(line)
        else:
            commands[-1].output.append(line)
    for command in commands:
        while command.output and not command.output[-1].strip():
            command.after.insert(0, command.output.pop())
    return before, commands


def _misplaced(snippet: Snippet, before: list[str], commands: list[Command]) -> Iterator[Finding]:
    """Lines that are neither command nor output nor comment."""
    if not commands:
        yield Finding(
            snippet.name,
            1,
            "console-empty",
            "the session has no command",
            "write each command on a line that starts with `$ `",
        )
    places = [(1, before)]
    places += [(c.line + len(c.written) + len(c.output), c.after) for c in commands]
    for first, lines in places:
        for number, line in enumerate(lines, first):
            if line.strip() and not line.startswith("#"):
                yield Finding(
                    snippet.name,
                    number,
                    "console-misplaced",
                    f"`{line}` is neither a command nor the output of one",
                    "put section markers and comments after a command's output or before a command",
                )


def _replay(snippet: Snippet, services: Services, commands: list[str]) -> Replay:
    header = snippet.header
    with services.lease(header.needs) as leased, work_folder() as folder, ExitStack() as beside:
        home, script, output = folder / "home", folder / "script", folder / "output"
        cwd = copied = folder / "run"
        home.mkdir()
        if header.stack:
            copied = cwd / snippet.project.relative(snippet.path.parent)
            beside.enter_context(beside_the_stack(services, header.stack, home))
        copy_folder(snippet.path.parent, copied)
        mypy_cache = snippet.project.root / ".cache" / "mypy"
        script.write_text(_script(folder, commands, mypy_cache), encoding="utf-8")
        # A terminal shows what Python prints when it prints it; a file does not, unless told.
        env = clean_environment(home) | _SESSION
        env |= leased | header.env
        code = run_session(
            ["bash", "--noprofile", "--norc", script],
            cwd=cwd,
            env=env,
            output=output,
            timeout=header.timeout,
        )
        text = output.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
        text = re.sub(rf"^{re.escape(str(folder))}/\d+: line \d+: ", "bash: ", text, flags=re.M)
        paths = shown_paths(snippet.project, cwd)
        paths |= {str(home): "/home/dev", sys.prefix: ".venv", str(folder): "/tmp"}
        text = normalise(_COLOURS.sub("", text), header.normalise, paths)
    pieces = _ENDED.split(text)
    outputs = [_without_markers(piece) for piece in pieces[::2]]
    return Replay(outputs, [int(code) for code in pieces[1::2]], timed_out=code is None)


def _script(folder: Path, commands: list[str], mypy_cache: Path) -> str:
    """A bash script that runs each command in the same shell and marks its end.

    Each command is a file of its own, so that a syntax error ends that command only. `(exit …)`
    hands the exit code on: the next command may print `$?`. mypy keeps what it knows of the
    libraries between runs, for each command line apart, because options decide what it may reuse;
    of the snippet it goes by the content.
    """
    parts = ["(exit 0)"]
    for number, command in enumerate(commands):
        file = folder / str(number)
        file.write_text(command + "\n", encoding="utf-8")
        if command.startswith("mypy "):
            cache = mypy_cache / hashlib.sha256(command.encode()).hexdigest()[:16]
            parts.append(f"export MYPY_CACHE_DIR={shlex.quote(str(cache))}; (exit $?)")
        parts.append(f". {shlex.quote(str(file))}")
        end = _END.format(number, "%d").replace("\x01", "\\001")
        parts.append(f"set -- $?; printf '{end}\\n' $1; (exit $1)")
    return "\n".join(parts) + "\n"


def _without_markers(output: str) -> str:
    """Output of a program that shows a snippet: a page never shows the markers in it."""
    lines = [line for line in output.splitlines() if not find_markers(line)]
    text = "\n".join(lines).rstrip()
    return f"{text}\n" if text else ""


def _failures(snippet: Snippet, commands: list[Command], replay: Replay) -> Iterator[Finding]:
    """Commands whose failure the reader would not see, and the one that ended the session."""
    for index, code in enumerate(replay.codes):
        following = commands[index + 1].text if index + 1 < len(commands) else ""
        if code and "$?" not in following:
            command = commands[index]
            yield Finding(
                snippet.name,
                command.line,
                "console-exit",
                f"`{command.text}` exits with {code}, which the reader cannot see"
                f"{_last_words(replay.outputs[index])}",
                'correct the command; or, if failing is the point, append `; echo "exit $?"`',
            )
    if len(replay.codes) < len(commands):
        command = commands[len(replay.codes)]
        seconds = f"{snippet.header.timeout:g}"
        what = f"still ran after {seconds} s" if replay.timed_out else "ended the session"
        yield Finding(
            snippet.name,
            command.line,
            "console-timeout" if replay.timed_out else "console-exit",
            f"`{command.text}` {what}{_last_words(replay.outputs[len(replay.codes)])}",
            "let it end by itself, or set `timeout` in the header"
            if replay.timed_out
            else "leave `exit`, `exec` and `set -e` out, or run them in a subshell: `(exit 3)`",
        )


def _last_words(output: str) -> str:
    lines = output.strip().splitlines()
    return f"; its last words: {lines[-1]}" if lines else ""


def _ambiguous(snippet: Snippet, commands: list[Command], replay: Replay) -> Iterator[Finding]:
    """Output that would be read as a command when the session is replayed the next time."""
    for command, output in zip(commands, replay.outputs, strict=False):
        lines = output.splitlines()
        if any(line.startswith("$ ") for line in lines) or re.match(r">( |$)", output, re.M):
            yield Finding(
                snippet.name,
                command.line,
                "console-ambiguous",
                f"`{command.text}` prints a line that reads like a command (`$ …` or `> …`)",
                "change what it prints, for example through `sed`",
            )
