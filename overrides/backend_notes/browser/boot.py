"""What the worker's JavaScript calls: texts in, texts out."""

from __future__ import annotations

import json
import sys
from typing import Any

from backend_notes.browser.page import page
from backend_notes.browser.session import session


def connect(worker: Any, convert: Any) -> None:
    """Make the worker's functions known, and prepare the interpreter.

    Args:
        worker: an object with a function for each of Page's.
        convert: turns a list into an array.
    """
    page.output = lambda texts, names: worker.output(convert(texts), convert(names))
    page.chunk, page.begin = worker.chunk, worker.begin
    page.cut, page.pause = worker.cut, worker.pause
    session.start()


def add_archive(path: str) -> None:
    """Make the packages of a zip importable."""
    for paths in (sys.path, session.baseline.path if session.baseline else sys.path):
        if path not in paths:
            paths.append(path)


def run(request: str) -> str:
    """Run a program; see `Session.run`."""
    return json.dumps(session.run(**json.loads(request)))


def serve(request: str) -> str:
    """Answer a request; see `Session.serve`."""
    return json.dumps(session.serve(**json.loads(request)))


def grade(request: str) -> str:
    """Grade an answer to a practice problem; see `grading.py` of this package."""
    from backend_notes.browser.grading import grade_answer

    return json.dumps(grade_answer(**json.loads(request)))


def finish() -> None:
    """What follows a response."""
    session.finish()
