"""How strong the tests of a problem are: how many mutants of its solution they kill.

`python -m backend_notes.practice.mutants route_registry` prints a report. Every mutant is graded in
a fork of this process, which has no thread, so that forking is safe. A mutant that never ends is
stopped by the kernel, and counts as killed: a reader would see it too.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from backend_notes.finding import Finding, as_text
from backend_notes.practice.mutation import Mutant, mutants
from backend_notes.practice.problem import Problem, find_problems, harness
from backend_notes.project import Project, find_project

GOAL = 0.9
_CPU_SECONDS = 3.0
_WALL_SECONDS = 30.0
_MEMORY = 2 << 30


@dataclass(frozen=True)
class Survivor:
    """A mutant that no test kills, as the problem's survivors.toml lists it.

    Attributes:
        key: place, line and what the line becomes.
        equivalent: whether it behaves like the solution, so that no test could kill it.
        reason: why.
    """

    key: tuple[str, str, str]
    equivalent: bool
    reason: str


@dataclass
class Strength:
    """What became of the mutants of one solution."""

    problem: Problem
    killed: list[Mutant] = field(default_factory=list)
    survived: list[Mutant] = field(default_factory=list)
    listed: list[Survivor] = field(default_factory=list)

    @property
    def equivalent(self) -> int:
        """Survivors that are listed as equivalent."""
        keys = {survivor.key for survivor in self.listed if survivor.equivalent}
        return sum(mutant.key in keys for mutant in self.survived)

    @property
    def share(self) -> float:
        """The part of the mutants that are not equivalent which the tests kill."""
        return len(self.killed) / max(1, len(self.killed) + len(self.survived) - self.equivalent)

    def __str__(self) -> str:
        count = len(self.killed) + len(self.survived)
        equivalent = f", {self.equivalent} equivalent" if self.equivalent else ""
        return f"{len(self.killed)} of {count} killed{equivalent}, {self.share:.0%}"

    def findings(self) -> Iterator[Finding]:
        """Survivors that nobody explained, explanations of nothing, tests that are too weak."""
        listed = {survivor.key: survivor for survivor in self.listed}
        survived = {mutant.key for mutant in self.survived}
        for mutant in self.survived:
            if mutant.key not in listed:
                yield self._finding(
                    f"no test notices that `{mutant.line}` became `{mutant.becomes}`"
                    f" in {mutant.place or 'the module'}",
                    f"add a test, or list it with the reason:\n{as_toml(mutant)}",
                )
        for survivor in self.listed:
            if survivor.key not in survived:
                yield self._finding(
                    f"the listed `{survivor.key[1]}` → `{survivor.key[2]}` does not survive",
                    "take it out of survivors.toml",
                )
            elif not survivor.reason.strip():
                yield self._finding(
                    f"the listed `{survivor.key[1]}` → `{survivor.key[2]}` has no reason",
                    "say why no test kills it",
                )
        if self.share < GOAL:
            yield self._finding(f"the tests are weak: {self}", f"kill at least {GOAL:.0%}")

    def _finding(self, message: str, fix: str) -> Finding:
        name = self.problem.project.relative(self.problem.solution)
        return Finding(name, 1, "practice-mutants", message, fix)


def measure(problem: Problem) -> Strength:
    """Grade every mutant of a problem's solution.

    Raises:
        ValueError: survivors.toml cannot be used.
    """
    strength = Strength(problem, listed=read_survivors(problem))
    found = mutants(problem.solution.read_text("utf-8"))
    for mutant, killed in zip(found, _grade_all(problem, found), strict=True):
        (strength.killed if killed else strength.survived).append(mutant)
    return strength


def read_survivors(problem: Problem) -> list[Survivor]:
    """The survivors that the problem lists; none where it has no such file.

    Raises:
        ValueError: the file is not TOML, or an entry lacks a key.
    """
    if not problem.survivors.exists():
        return []
    try:
        entries = tomllib.loads(problem.survivors.read_text("utf-8")).get("survivor", [])
        return [
            Survivor(
                (entry["place"], entry["line"], entry["becomes"]),
                bool(entry["equivalent"]),
                str(entry["reason"]),
            )
            for entry in entries
        ]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        name = problem.project.relative(problem.survivors)
        raise ValueError(f"{name}: {type(error).__name__}: {error}") from error


def as_toml(mutant: Mutant) -> str:
    """The entry for a mutant in survivors.toml, its reason left to the author."""
    parts = {"place": mutant.place, "line": mutant.line, "becomes": mutant.becomes}
    lines = [f"      {key} = '''{value}'''" for key, value in parts.items()]
    head, tail = "      [[survivor]]", ["      equivalent = true", "      reason = ''"]
    return "\n".join([head, *lines, *tail])


def _grade_all(problem: Problem, found: Sequence[Mutant]) -> list[bool]:
    """Whether each mutant is killed, in their order; as many at a time as there are cores."""
    tests = problem.tests.read_text("utf-8")
    grading = harness(problem.project)
    running: dict[int, int] = {}
    killed = [False] * len(found)
    sys.stdout.flush()
    for number, mutant in enumerate(found):
        if len(running) >= (os.cpu_count() or 1):
            _collect(running, killed)
        pid = os.fork()
        if pid == 0:
            _child(grading, tests, mutant.source)
        running[pid] = number
    while running:
        _collect(running, killed)
    return killed


def _collect(running: dict[int, int], killed: list[bool]) -> None:
    pid, status = os.wait()
    killed[running.pop(pid)] = status != 0


def _child(grading: Any, tests: str, source: str) -> NoReturn:
    """Grade one mutant up to the first failure, and leave with 0 if there is none."""
    with contextlib.suppress(ValueError, OSError):  # macOS refuses
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for timer, seconds in ((signal.ITIMER_PROF, _CPU_SECONDS), (signal.ITIMER_REAL, _WALL_SECONDS)):
        signal.setitimer(timer, seconds)  # SIGPROF and SIGALRM end a process by default

    def done(result: Any) -> None:
        if result.failure:
            os._exit(1)

    try:
        report = grading.grade(tests, source, done=done)
        os._exit(0 if report.passed else 1)
    finally:
        os._exit(1)


def main(arguments: Sequence[str], project: Project | None = None) -> int:
    """Report on the problems named, or on all; 1 if there is something to mend."""
    findings: list[Finding] = []
    for problem in find_problems(project or find_project()):
        if not arguments or problem.name in arguments:
            strength = measure(problem)
            print(f"{problem.name}: {strength}")
            findings += strength.findings()
    if findings:
        print(as_text(findings))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
