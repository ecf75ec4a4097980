"""The files of a practice problem are complete, and say what they have to.

What only a run can tell (the starter fails, the solution passes, a wrong approach fails the test
that it names) is in backend_notes/practice/rules.py.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from backend_notes.content.repository import Repository, SnippetFile
from backend_notes.finding import Finding
from backend_notes.snippets.header import read_metadata

FEWEST_WRONGS = 2
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_WRONG = re.compile(r"wrong_[a-z0-9_]+\.py")
# Calls that make a test slow, or make it depend on when it runs.
_CLOCKS = {
    "time": {"sleep", "time", "time_ns", "monotonic", "perf_counter", "process_time"},
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "random": {"random", "randint", "choice", "shuffle", "uniform"},
}
_MODULES = {"pytest", "threading", "multiprocessing", "subprocess", "socket"}


def practice_files(repository: Repository) -> Iterator[Finding]:
    """A problem's folder holds starter, tests, solution, output and two wrong approaches."""
    for name, files in _problems(repository).items():
        wanted = {"starter.py", "solution.py", "solution.out", f"test_{name}.py"}
        found = {file.path.name for file in files}
        where = f"snippets/practice/{name}"
        for missing in sorted(wanted - found):
            yield _folder_finding(
                files, f"{where} has no {missing}", f"write {where}/{missing}; each problem has one"
            )
        wrongs = [file for file in files if _WRONG.fullmatch(file.path.name)]
        if len(wrongs) < FEWEST_WRONGS:
            yield _folder_finding(
                files,
                f"{where} has {len(wrongs)} of the two known wrong approaches that it needs",
                "write `wrong_<misconception>.py` for the mistakes that people really make",
            )
        for file in files:
            if file.path.name not in {*wanted, "survivors.toml"} and file not in wrongs:
                yield file.finding(
                    "practice-files",
                    1,
                    "nothing grades or shows this file",
                    f"delete it; a problem holds {', '.join(sorted(wanted))}, wrong_*.py and"
                    " survivors.toml",
                )


def practice_wrong(repository: Repository) -> Iterator[Finding]:
    """A wrong approach names the test that it fails, and has a hint of its own."""
    for name, files in _problems(repository).items():
        tests = {test.name for file in files for test in _tests(file, name)}
        hints: dict[str, str] = {}
        for file in files:
            if not _WRONG.fullmatch(file.path.name):
                continue
            table = read_metadata(file.text).get("practice", {})
            test, hint = table.get("fails"), str(table.get("hint", "")).strip()
            if not test or not hint:
                message = "the header names no test that it fails, or has no hint"
                fix = "write `fails` and `hint` below `[tool.practice]` in a `/// script` header"
            elif test not in tests:
                message = f"test_{name}.py has no test `{test}`"
                fix = "name the one test that this approach fails"
            elif hint in hints:
                message = f"{hints[hint]} has the same hint"
                fix = "say what is wrong with this approach, not with both"
            else:
                hints[hint] = file.path.name
                continue
            yield file.finding("practice-wrong", 1, message, fix)


def practice_test_names(repository: Repository) -> Iterator[Finding]:
    """No two tests of a problem have one name: the second would replace the first."""
    for name, files in _problems(repository).items():
        seen: dict[str, int] = {}
        for file in files:
            for test in _tests(file, name):
                if test.name in seen:
                    yield file.finding(
                        "practice-test-names",
                        test.lineno,
                        f"`{test.name}` stands on line {seen[test.name]} already",
                        "give each test a name of its own",
                    )
                seen.setdefault(test.name, test.lineno)


def practice_clock(repository: Repository) -> Iterator[Finding]:
    """No test sleeps, looks at a clock, rolls dice or needs more than the standard library."""
    for name, files in _problems(repository).items():
        for file in files:
            if file.path.name != f"test_{name}.py":
                continue
            for line, what in _unsteady(file):
                yield file.finding(
                    "practice-clock",
                    line,
                    f"the tests use `{what}`",
                    "pass a clock in, and let `asyncio.run` keep virtual time",
                )


def practice_syntax(repository: Repository) -> Iterator[Finding]:
    """Starter, solution, tests and wrong approaches parse."""
    for files in _problems(repository).values():
        for file in files:
            if file.path.suffix == ".py" and isinstance(error := file.tree, Exception):
                yield file.finding(
                    "practice-syntax",
                    getattr(error, "lineno", None) or 1,
                    f"it does not parse: {getattr(error, 'msg', error)}",
                    "correct the line; a reader starts from code that runs",
                )


def _problems(repository: Repository) -> dict[str, list[SnippetFile]]:
    """The files of each problem, by the name of its folder."""
    prefix = "practice/"
    return {
        folder.removeprefix(prefix): files
        for folder, files in repository.folders.items()
        if folder.startswith(prefix)
    }


def _tests(file: SnippetFile, problem: str) -> list[_Function]:
    if file.path.name != f"test_{problem}.py" or isinstance(file.tree, Exception):
        return []
    functions = [node for node in file.tree.body if isinstance(node, _Function)]
    return [function for function in functions if function.name.startswith("test_")]


def _unsteady(file: SnippetFile) -> Iterator[tuple[int, str]]:
    for node in () if isinstance(file.tree, Exception) else ast.walk(file.tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names]
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else names
            for module in modules:
                if module.partition(".")[0] in _MODULES:
                    yield node.lineno, module
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = str(getattr(owner, "attr", "") or getattr(owner, "id", ""))
            if node.func.attr in _CLOCKS.get(name, ()):
                yield node.lineno, f"{name}.{node.func.attr}"


def _folder_finding(files: list[SnippetFile], message: str, fix: str) -> Finding:
    return files[0].finding("practice-files", 1, message, fix)
