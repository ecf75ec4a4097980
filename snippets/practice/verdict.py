"""What is said about an answer: the report, its parts and its sentences."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass, field
from typing import Any

_HEADER = re.compile(r"^# /// script\n((?:#(?: .*)?\n)*?)# ///$", re.MULTILINE)


@dataclass
class Failure:
    """Why a test failed.

    Attributes:
        line: where in the test file.
        source: the statement there, as it is written.
        values: what it compared, as (what it is, its repr).
        message: what the test says to the reader; empty where the values speak.
        raised: the exception that the answer raised, such as `KeyError: 'GET'`.
        trace: the answer's own lines that led there, the innermost last.
        evidence: by what a known wrong approach is recognised.
    """

    line: int
    source: str
    values: list[tuple[str, str]] = field(default_factory=list)
    message: str = ""
    raised: str = ""
    trace: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)


@dataclass
class Result:
    """How a test ended: its name, the same in words, why it failed, what it printed."""

    name: str
    words: str
    failure: Failure | None = None
    printed: str = ""


@dataclass
class Wrong:
    """A known wrong approach: its file, the test it fails, and what helps."""

    name: str
    test: str
    hint: str


@dataclass
class Report:
    """What is to say about an answer.

    Attributes:
        problem: why no test could run; empty where they ran.
        results: one for each test, in the order of the file.
        hints: the known wrong approaches that explain every failure.
        notes: what the reader may want to know although nothing is wrong.
    """

    problem: str = ""
    results: list[Result] = field(default_factory=list)
    hints: list[Wrong] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether the answer solves the problem."""
        return not self.problem and all(
            result.failure is None for result in self.results
        )

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON can carry it."""
        return asdict(self) | {"passed": self.passed}


def never_ended(name: str, seconds: float) -> str:
    """The sentence for an answer that was stopped while the test `name` ran."""
    when = f"in the test “{in_words(name)}”" if name else "while it was imported"
    return (
        f"Your code did not end within {seconds:g} seconds {when}, and was stopped."
        " Look for a loop whose condition stays true."
    )


def in_words(name: str) -> str:
    """A test's name as a sentence: `test_it_is_one` becomes `It is one`."""
    words = name.removeprefix("test_").replace("_", " ")
    return words[:1].upper() + words[1:]


def read_wrong(name: str, source: str) -> Wrong:
    """What the header of a wrong approach says: the test that it fails, and the hint.

    Raises:
        ValueError: it says neither, or cannot be read.
    """
    match = _HEADER.search(source)
    body = re.sub(r"^# ?", "", match[1], flags=re.MULTILINE) if match else ""
    table = tomllib.loads(body).get("tool", {}).get("practice", {})
    test, hint = table.get("fails"), table.get("hint")
    if not isinstance(test, str) or not isinstance(hint, str) or not hint.strip():
        raise ValueError("the header has no `fails` and `hint` below `[tool.practice]`")
    return Wrong(name, test, hint.strip())
