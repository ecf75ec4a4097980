"""The command `notes`: what people see, and the exit code that a pipeline sees."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from backend_notes.cli import main
from backend_notes.project import Project
from backend_notes.snippets.source import Snippet

Notes = Callable[..., Result]


@pytest.fixture
def notes(scratch: Project, monkeypatch: pytest.MonkeyPatch) -> Notes:
    """Run `notes …` in the scratch project."""
    monkeypatch.chdir(scratch.root)
    return lambda *arguments: CliRunner().invoke(main, arguments)


def test_verify_names_what_differs_and_fails(notes: Notes, write: Callable[..., Snippet]) -> None:
    write("a.py", "print(1)\n#> 2\n")
    result = notes("verify")
    assert result.exit_code == 1
    assert "snippets/a.py:2: what is recorded is not what snippets/a.py does" in result.output
    assert "1 finding." in result.output


def test_update_writes_and_says_what(notes: Notes, write: Callable[..., Snippet]) -> None:
    snippet = write("a.py", "print(1)\n#> 2\n")
    result = notes("update", "snippets/a.py")
    assert result.exit_code == 0
    assert "wrote snippets/a.py" in result.output
    assert snippet.path.read_text() == "print(1)\n#> 1\n"
    assert notes("verify").exit_code == 0


def test_update_takes_a_recorded_output_for_its_program(
    notes: Notes, write: Callable[..., Snippet]
) -> None:
    snippet = write("a.py", "print(1)\n", out="")
    assert notes("update", "snippets/a.out").exit_code == 0
    assert snippet.golden.read_text() == "1\n"


def test_check_prints_findings_and_fails(notes: Notes, write: Callable[..., Snippet]) -> None:
    write("core_concepts/queues/a.py", "print(1)\n#> 1\n")
    result = notes("check")
    assert result.exit_code == 1
    assert "snippets/core_concepts/queues/a.py:1: " in result.output
    assert "    → " in result.output


def test_check_writes_a_code_quality_report(notes: Notes, write: Callable[..., Snippet]) -> None:
    write("core_concepts/queues/a.py", "print(1)\n#> 1\n")
    result = notes("check", "--format", "gitlab")
    assert result.exit_code == 1
    report = json.loads(result.output)
    assert all(
        {"description", "check_name", "fingerprint", "severity", "location"} <= set(entry)
        for entry in report
    )
    assert len({entry["fingerprint"] for entry in report}) == len(report)


def test_run_gives_a_program_its_database_and_hands_on_its_exit_code(
    scratch: Project, write: Callable[..., Snippet]
) -> None:
    header = '# /// script\n# [tool.notes]\n# needs = ["postgres"]\n# ///\n'
    code = (
        "import os, psycopg\n"
        'with psycopg.connect(os.environ["DATABASE_URL"]) as connection:\n'
        '    print(connection.execute("SELECT 40 + 2").fetchone())\n'
        "raise SystemExit(3)\n"
    )
    snippet = write("a.py", header + code)
    command = [sys.executable, "-m", "backend_notes.cli", "run", str(snippet.path)]
    done = subprocess.run(command, cwd=scratch.root, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("(42,)\n", 3), done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("verify", "snippets/none.py"), "snippets/none.py does not exist; name a file or folder"),
        (("verify", "docs"), "docs is not below snippets/"),
    ],
)
def test_a_wrong_path_is_one_sentence(
    notes: Notes, arguments: tuple[str, ...], message: str
) -> None:
    result = notes(*arguments)
    assert result.exit_code == 1
    assert message in result.output
    assert "Traceback" not in result.output


def test_outside_a_checkout_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 1
    assert "is not inside a checkout of the notes" in result.output


def test_an_address_that_is_none_is_one_sentence_with_its_setting(
    notes: Notes, write: Callable[..., Snippet], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.py", '# /// script\n# [tool.notes]\n# needs = ["postgres"]\n# ///\nprint(1)\n#> 1\n')
    monkeypatch.setenv("DATABASE_URL", "garbage")
    result = notes("verify")
    assert "snippets/a.py: not run: DATABASE_URL is no address of PostgreSQL: `garbage`." in (
        result.output
    )
    assert "unset DATABASE_URL" in result.output
    assert result.exit_code == 1
