"""`uv run pytest snippets/practice/route_registry --mine my_solution.py`.

Every test of a problem is a test of pytest's, graded as the page grades it. Without
`--mine` the problem's own solution is graded.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import grading
import native

REPORTS = pytest.StashKey[dict[str, grading.Report]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The answer to grade."""
    parser.addoption("--mine", metavar="FILE", help="grade this answer to a problem")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Grade here: a dozen tests are done before the first worker has started."""
    config.option.numprocesses = 0
    config.option.dist = "no"
    config.option.tx = []


def pytest_configure(config: pytest.Config) -> None:
    """Leave pytest's own account of failures out; ours stands at the end."""
    config.stash[REPORTS] = {}
    config.option.tbstyle = "no"
    config.option.reportchars = ""
    mine = config.getoption("mine")
    if mine and not Path(config.invocation_params.dir, mine).is_file():
        raise pytest.UsageError(f"--mine {mine}: there is no such file")


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Collector:
    """The tests of a problem, which pytest itself could not import."""
    return Problem.from_parent(parent, path=module_path)


class Problem(pytest.File):
    """A problem's test file and the answer to it."""

    def collect(self) -> Iterator[pytest.Item]:
        """Grade the answer; each test becomes an item that knows its result."""
        mine = self.config.getoption("mine")
        here = Path(self.config.invocation_params.dir)
        answer = here / mine if mine else self.path.parent / "solution.py"
        report = native.grade_files(self.path.parent, answer)
        self.config.stash[REPORTS][self.path.parent.name] = report
        for result in report.results:
            yield Graded.from_parent(
                self, name=result.name, failed=bool(result.failure)
            )
        if report.problem:
            yield Graded.from_parent(self, name="the answer", failed=True)


class Graded(pytest.Item):
    """One test, run already."""

    def __init__(self, *, failed: bool, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self.failed = failed

    def runtest(self) -> None:
        """Fail if the answer did."""
        assert not self.failed


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say of every problem how the answer does."""
    for name, report in config.stash[REPORTS].items():
        passed = sum(result.failure is None for result in report.results)
        terminalreporter.section(name.replace("_", " "))
        terminalreporter.write_line(native.as_text(report))
        total = f" of {len(report.results)}" if report.results else ""
        terminalreporter.write_line(f"\n{passed}{total} tests pass.")
