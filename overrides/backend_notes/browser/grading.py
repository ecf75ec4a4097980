"""Answers to practice problems, graded by the harness that also grades them natively."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from backend_notes.browser.page import page
from backend_notes.browser.session import session

_HARNESS = "/lib/practice"


def grade_answer(problem: str, answer: str, files: Mapping[str, str]) -> dict[str, Any]:
    """Grade an answer.

    Args:
        problem: the problem's folder below snippets/practice.
        answer: the reader's program.
        files: the files of that folder and of the harness, by path below snippets/.

    Returns:
        `report` as the harness has it, and its gist in `tests`, `output` and `misconception`.
    """
    session.prepare()
    harness = _load_harness(files)
    own = {
        name.rpartition("/")[2]: text
        for name, text in files.items()
        if name.startswith(f"practice/{problem}/")
    }
    wrongs = {
        name.removesuffix(".py"): text for name, text in own.items() if name.startswith("wrong_")
    }
    report = harness.grade(
        own[f"test_{problem}.py"],
        answer,
        wrongs,
        lambda name: page.begin(harness.in_words(name) if name else ""),
    ).as_dict()
    results = report["results"]
    return {
        "report": report,
        "tests": [
            {"name": r["words"], "passed": r["failure"] is None, "message": _message(r["failure"])}
            for r in results
        ],
        "output": "".join(result["printed"] for result in results),
        "misconception": report["hints"][0]["hint"] if report["hints"] else None,
    }


def _load_harness(files: Mapping[str, str]) -> Any:
    folder = Path(_HARNESS)
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        if name.count("/") == 1:  # beside the folders of the problems
            (folder / name.removeprefix("practice/")).write_text(text, "utf-8")
    if _HARNESS not in sys.path:
        sys.path.insert(0, _HARNESS)
    return __import__("grading")


def _message(failure: dict[str, Any] | None) -> str:
    if failure is None:
        return ""
    return str(failure["message"] or failure["raised"] or failure["source"])
