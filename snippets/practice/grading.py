"""Grade an answer: run a problem's tests on it and say in words what went wrong.

The same code runs in the test suite, under `pytest --mine` and in the page. It needs
the standard library and nothing else, opens no file and starts no process. It does not
stop code that never ends: whoever calls `grade` watches over it, hears from `begin`
which test runs and from `done` how it ended, and says `never_ended` in the end.
"""

from __future__ import annotations

import asyncio
import re
import traceback
import types
import warnings
from collections.abc import Callable, Mapping
from difflib import get_close_matches

import asserting
import virtual_time
from sandbox import MOST_PRINTED, PrintedTooMuch, load, sandbox
from verdict import Failure, Report, Result, Wrong, in_words, never_ended, read_wrong

__all__ = [
    "Failure",
    "Report",
    "Result",
    "Wrong",
    "grade",
    "in_words",
    "never_ended",
    "read_wrong",
]

ANSWER, TESTS = "answer.py", "tests.py"
SHOWN_PRINTED = 2_000
SHOWN_FRAMES = 5
_UNWRITTEN = NotImplementedError.__name__


def grade(
    tests: str,
    answer: str,
    wrongs: Mapping[str, str] | None = None,
    begin: Callable[[str], None] = lambda name: None,
    done: Callable[[Result], None] = lambda result: None,
) -> Report:
    """Run every test of a problem on an answer.

    Args:
        tests: the text of the test file.
        answer: the text of the answer, which the tests import as module `answer`.
        wrongs: the known wrong approaches, text by name.
        begin: called with the name of each test before it runs, and with "" before the
            answer is imported for the first time.
        done: called with the result of each test.

    Raises:
        SyntaxError: the tests themselves do not parse.
    """
    suite = asserting.Suite(tests, TESTS)
    begin("")
    code, problem, defined = _import(answer, suite)
    if code is None or problem:
        return Report(problem)
    report = Report(notes=_notes(suite, defined))
    for name in suite.names:
        begin(name)
        report.results.append(_run(suite, code, answer, name))
        done(report.results[-1])
    report.hints = _recognise(suite, report.results, wrongs or {})
    return report


def _import(
    answer: str, suite: asserting.Suite
) -> tuple[types.CodeType | None, str, set[str]]:
    """The answer compiled, what is wrong with it, and the names that it defines."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(answer, ANSWER, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        where = f"Line {line}" if line else "Your code"
        what = getattr(error, "msg", error)
        return None, f"{where} does not parse: {what}.", set()
    with sandbox():
        try:
            defined = set(vars(load(code, "answer")))
        except PrintedTooMuch:
            return None, _too_much(), set()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            return None, _import_failed(error, answer), set()
    missing = [name for name in suite.imported if name not in defined]
    if not missing:
        return code, "", defined
    near = get_close_matches(missing[0], defined, n=1, cutoff=0.6)
    meant = f" It defines `{near[0]}`: is that the one?" if near else ""
    text = f"Your code does not define `{missing[0]}`, which the tests import.{meant}"
    return None, text, set()


def _import_failed(error: BaseException, answer: str) -> str:
    trace = _trace(traceback.extract_tb(error.__traceback__), answer)
    where = f" ({trace[-1]})" if trace else ""
    if isinstance(error, ModuleNotFoundError):
        return (
            f"Your code imports `{error.name}`, which is not here{where}."
            " Every problem can be solved with the standard library."
        )
    return f"Your code raised {_named(error)} when it was imported{where}."


def _notes(suite: asserting.Suite, defined: set[str]) -> list[str]:
    return [
        f"Your code defines `{name}`, as the tests do. The problem's own test was run."
        for name in suite.names
        if name in defined
    ]


def _run(
    suite: asserting.Suite, code: types.CodeType, answer: str, name: str
) -> Result:
    """Run one test with a fresh answer, so that no test depends on another."""
    result = Result(name, in_words(name))
    with sandbox() as output:
        try:
            load(code, "answer")
            test = getattr(load(suite.code, "tests", **suite.helpers), name)
            outcome = test()
            if asyncio.iscoroutine(outcome):
                asyncio.run(outcome)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            result.failure = _explain(error, suite, answer)
    result.printed = output.getvalue()[:SHOWN_PRINTED]
    return result


def _explain(error: BaseException, suite: asserting.Suite, answer: str) -> Failure:
    """Why a test failed, from the exception that ended it."""
    outer = traceback.extract_tb(error.__traceback__)
    error = _innermost(error)
    frames = traceback.extract_tb(error.__traceback__)
    in_tests = [f.lineno for f in [*outer, *frames] if f.filename == TESTS and f.lineno]
    line = in_tests[-1] if in_tests else 1
    failure = Failure(line, suite.statement(line))
    if isinstance(error, asserting.FailedError):
        failure.source, failure.values = error.source, error.values
        failure.message = error.message
        shown = [re.sub(r"0x[0-9a-fA-F]+", "0x", value) for _, value in error.values]
        failure.evidence = ["compared", str(line), *shown, error.message]
    elif isinstance(error, AssertionError) and frames[-1].filename == TESTS:
        failure.message = str(error)
        failure.evidence = ["stated", str(line), failure.message]
    elif isinstance(error, PrintedTooMuch):
        failure.message = _too_much()
    elif isinstance(error, virtual_time.StuckError):
        failure.message = f"Nothing can go on: {error}."
        failure.trace = _trace(
            traceback.StackSummary.extract((f, f.f_lineno) for f in error.frames),
            answer,
        )
        failure.evidence = ["stuck", str(line)]
    else:
        failure.raised = _named(error)
        failure.trace = _trace(frames, answer)
        failure.evidence = ["raised", str(line), type(error).__name__]
    return failure


def _recognise(
    suite: asserting.Suite, results: list[Result], wrongs: Mapping[str, str]
) -> list[Wrong]:
    """The known wrong approaches that the answer takes.

    One is recognised by what it does: in the test that it is known for, the answer
    fails at the same line with the same values. And together they have to explain every
    failure; if one is left over, the answer does something that we do not know, and no
    hint is better than a wrong one. Parts that are not written yet tell nothing.
    """
    failed = {result.name: result.failure for result in results if result.failure}
    if len(failed) == len(results):
        return []  # nothing works yet: an answer that is not written is no wrong one
    hints = []
    for name, source in wrongs.items():
        wrong = read_wrong(name, source)
        mine = failed.get(wrong.test)
        if mine is None or not mine.evidence:
            continue
        code = compile(source, ANSWER, "exec", dont_inherit=True)
        theirs = _run(suite, code, source, wrong.test).failure
        if theirs is not None and theirs.evidence == mine.evidence:
            hints.append(wrong)
    explained = {wrong.test for wrong in hints}
    unfinished = {
        name
        for name, failure in failed.items()
        if failure.evidence[-1:] == [_UNWRITTEN]
    }
    return hints if explained == failed.keys() - unfinished else []


def _innermost(error: BaseException) -> BaseException:
    """The first exception of a group, such as a TaskGroup raises."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _trace(frames: traceback.StackSummary, answer: str) -> list[str]:
    lines = answer.splitlines()
    own = [frame for frame in frames if frame.filename == ANSWER and frame.lineno]
    shown = []
    for frame in own[-SHOWN_FRAMES:]:
        where = "" if frame.name == "<module>" else f", in {frame.name}"
        if frame.lineno and frame.lineno <= len(lines):
            text = lines[frame.lineno - 1].strip()
            shown.append(f"line {frame.lineno}{where}: {text}")
    return shown


def _named(error: BaseException) -> str:
    try:
        text = "" if isinstance(error, SystemExit) else str(error)
    except Exception:
        text = ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _too_much() -> str:
    return (
        f"Your code printed more than {MOST_PRINTED:,} characters and was stopped."
        " Look for a loop that never ends."
    )
