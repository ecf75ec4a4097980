"""Grade an answer in a process of its own, which is stopped when it does not end."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import grading

SECONDS = 10.0


def grade_files(folder: Path, answer: Path, seconds: float = SECONDS) -> grading.Report:
    """Grade the answer in a file with the tests in a problem's folder.

    Raises:
        RuntimeError: the tests themselves are broken; the message is their traceback.
    """
    try:
        answer.read_text("utf-8")
    except UnicodeDecodeError:
        return grading.Report("Your file is no UTF-8 text.")
    child = subprocess.Popen(
        [sys.executable, __file__, folder, answer],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        told, error = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        told, _ = child.communicate()
        return _cut_off(_events(told), seconds)
    events = _events(told)
    if child.returncode == 0 and events and "report" in events[-1]:
        return _report(events[-1]["report"])
    if events:
        return grading.Report("Your code ended the whole process, as `os._exit` does.")
    raise RuntimeError(error)


def as_text(report: grading.Report) -> str:
    """The report for a terminal."""
    parts = [_result(result) for result in report.results]
    if report.problem:
        parts.append(f"✗ {report.problem}")
    parts += [f"Hint: {wrong.hint}" for wrong in report.hints]
    parts += [f"Note: {note}" for note in report.notes]
    return "\n".join(parts)


def _result(result: grading.Result) -> str:
    failure = result.failure
    lines = [f"{'✗' if failure else '✓'} {result.words}"]
    if failure:
        lines += [f"line {failure.line}: {failure.source}"]
        lines += [f"{name + ':':<12}{value}" for name, value in failure.values]
        lines += [f"raised {failure.raised}"] if failure.raised else []
        lines += [f"your {line}" for line in failure.trace]
        lines += [failure.message] if failure.message else []
        lines += [f"printed: {line}" for line in result.printed.splitlines()]
    return "\n".join(lines).replace("\n", "\n    ")


def _events(told: str) -> list[dict[str, Any]]:
    """What the child said; a line that the answer wrote past `print` is left out."""
    known = tuple(f'{{"{key}": ' for key in ("begin", "done", "report"))
    return [json.loads(line) for line in told.splitlines() if line.startswith(known)]


def _cut_off(events: list[dict[str, Any]], seconds: float) -> grading.Report:
    """What is known of an answer that was stopped."""
    results = [_as_result(event["done"]) for event in events if "done" in event]
    begun = [event["begin"] for event in events if "begin" in event]
    name = begun[-1] if begun else ""
    return grading.Report(grading.never_ended(name, seconds), results)


def _report(data: dict[str, Any]) -> grading.Report:
    return grading.Report(
        data["problem"],
        [_as_result(result) for result in data["results"]],
        [grading.Wrong(**wrong) for wrong in data["hints"]],
        data["notes"],
    )


def _as_result(data: dict[str, Any]) -> grading.Result:
    failure = grading.Failure(**data["failure"]) if data["failure"] else None
    return grading.Result(**data | {"failure": failure})


def _tell(**event: Any) -> None:
    print(json.dumps(event), flush=True)


def _child(folder: Path, answer: Path) -> None:
    """Grade, and say in lines of JSON how far it is."""
    tests, wrongs = read_problem(folder)
    report = grading.grade(
        tests,
        answer.read_text("utf-8"),
        wrongs,
        begin=lambda name: _tell(begin=name),
        done=lambda result: _tell(done=dataclasses.asdict(result)),
    )
    _tell(report=report.as_dict())


def read_problem(folder: Path) -> tuple[str, dict[str, str]]:
    """The tests of a problem, and its known wrong approaches by name."""
    tests = (folder / f"test_{folder.name}.py").read_text("utf-8")
    wrongs = {path.stem: path.read_text("utf-8") for path in folder.glob("wrong_*.py")}
    return tests, dict(sorted(wrongs.items()))


if __name__ == "__main__" and sys.argv[1:]:
    _child(Path(sys.argv[1]), Path(sys.argv[2]))
