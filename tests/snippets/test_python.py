"""Python snippets: isolated runs, recorded output, and failures that say where."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from backend_notes.services.lease import Services
from backend_notes.snippets import verify
from backend_notes.snippets.formatting import format_python
from backend_notes.snippets.source import Snippet

Write = Callable[..., Snippet]


@pytest.fixture
def write(write: Write) -> Write:
    """Write a snippet formatted, so that a test's own quotes are not what it finds."""

    def write_formatted(name: str, text: str, out: str | None = None) -> Snippet:
        return write(name, format_python(text, Path(name)), out)

    return write_formatted


PRINTS = 'print("order", 7)\n#> order 7\n'


def test_output_in_comments_is_checked_and_written(write: Write, services: Services) -> None:
    snippet = write("a.py", PRINTS)
    assert verify.check(snippet, services) == []

    snippet = write("a.py", PRINTS.replace("7)", "8)"))
    (finding,) = verify.check(snippet, services)
    assert (finding.path, finding.line, finding.rule) == ("snippets/a.py", 2, "snippet-output")
    assert "-#> order 7" in finding.message
    assert "+#> order 8" in finding.message
    assert "uv run notes update snippets/a.py" in finding.fix

    changed, findings = verify.update(snippet, services)
    assert (changed, findings) == ([snippet.path], [])
    assert snippet.path.read_text() == 'print("order", 8)\n#> order 8\n'
    assert verify.update(Snippet(snippet.project, snippet.path), services) == ([], [])


def test_formatting_is_checked_and_written(write: Write, services: Services) -> None:
    snippet = write("a.py", "")
    snippet.path.write_text("x = [ 'sku' ]\nprint( x )\n#> ['sku']\n")
    snippet = Snippet(snippet.project, snippet.path)
    (finding,) = verify.check(snippet, services)
    assert (finding.line, finding.rule) == (1, "snippet-output")
    verify.update(snippet, services)
    assert snippet.path.read_text() == "x = [\"sku\"]\nprint(x)\n#> ['sku']\n"


def test_output_in_a_file_is_checked_and_written(write: Write, services: Services) -> None:
    text = "import sys\nprint('out')\nprint('err', file=sys.stderr)\n"
    snippet = write("a.py", text, out="")
    assert verify.update(snippet, services) == ([snippet.golden], [])
    assert snippet.golden.read_text() == "out\nerr\n"
    assert verify.check(snippet, services) == []


@pytest.mark.parametrize("position", range(len("order 7")))
def test_any_changed_character_of_a_recording_is_found(
    write: Write, services: Services, position: int
) -> None:
    right = "order 7"
    wrong = right[:position] + chr(ord(right[position]) + 1) + right[position + 1 :]
    assert verify.check(write("a.py", f'print("order", 7)\n#> {wrong}\n'), services)
    assert verify.check(write("b.py", "print('order', 7)\n", out=f"{wrong}\n"), services)


def test_a_comment_under_a_print_that_did_not_run_is_found(
    write: Write, services: Services
) -> None:
    text = "print(1)\n#> 1\nif False:\n    print(2)\n    #> 2\n"
    (finding,) = verify.check(write("a.py", text), services)
    assert "more `#>` lines than it printed (1)" in finding.message


def test_prints_that_take_turns_are_found(write: Write, services: Services) -> None:
    text = "for n in range(2):\n    print('a', n)\n    print('b', n)\n"
    (finding,) = verify.check(write("a.py", text), services)[:1]
    assert "it prints 4 lines and its `#>` comments can hold only" in finding.message
    assert "create an empty a.out" in finding.fix


def test_a_program_that_fails_names_its_line(write: Write, services: Services) -> None:
    (finding,) = verify.check(write("a.py", "x = 1\n\nint('x')\n"), services)
    assert finding.line == 3
    assert "it ended with exit code 1 instead of 0" in finding.message
    assert "ValueError: invalid literal" in finding.message


def test_nothing_is_recorded_of_a_program_that_fails(write: Write, services: Services) -> None:
    snippet = write("a.py", "print('half')\nint('x')\n", out="whole\n")
    changed, findings = verify.update(snippet, services)
    assert changed == []
    assert findings
    assert snippet.golden.read_text() == "whole\n"


MUST_FAIL = '# /// script\n# [tool.notes]\n# fails = "KeyError"\n# ///\n'


def test_a_program_that_must_fail_has_to(write: Write, services: Services) -> None:
    out = (
        "Traceback (most recent call last):\n"
        '  File "snippets/a.py", line 5, in <module>\n'
        '    {}["sku"]\n'
        "KeyError: 'sku'\n"
    )
    assert verify.check(write("a.py", MUST_FAIL + "{}['sku']\n", out=out), services) == []
    findings = verify.check(write("a.py", MUST_FAIL + "print('fine')\n", out="fine\n"), services)
    assert "it has to fail with KeyError and ended with exit code 0" in findings[0].message
    findings = verify.check(write("a.py", MUST_FAIL + "int('x')\n", out=""), services)
    assert "it has to fail with KeyError" in findings[0].message


def test_a_program_that_must_fail_records_how(write: Write, services: Services) -> None:
    (finding,) = verify.check(write("a.py", MUST_FAIL + "{}['sku']\n"), services)
    assert finding.message == "a program that must fail with KeyError records no output"


def test_output_recorded_twice_is_found(write: Write, services: Services) -> None:
    (finding,) = verify.check(write("a.py", PRINTS, out="order 7\n"), services)
    assert (finding.line, finding.message) == (2, "output is recorded twice: here and in a.out")


def test_output_that_no_comment_can_hold_is_found(write: Write, services: Services) -> None:
    (finding,) = verify.check(write("a.py", "import logging\nlogging.warning('x')\n"), services)
    assert "it writes output that no `#>` comment can hold" in finding.message
    assert "create an empty a.out" in finding.fix


def test_a_program_that_never_ends_is_stopped(write: Write, services: Services) -> None:
    text = "# /// script\n# [tool.notes]\n# timeout = 0.3\n# ///\nwhile True: pass\n"
    (finding,) = verify.check(write("a.py", text), services)
    assert "it ran longer than 0.3 s and was stopped" in finding.message


def test_an_unknown_normalisation_is_found(write: Write, services: Services) -> None:
    text = '# /// script\n# [tool.notes]\n# normalise = ["dates"]\n# ///\nprint(1)\n#> 1\n'
    (finding,) = verify.check(write("a.py", text), services)
    assert finding.message == "no normalisation is called `dates`"


def test_a_file_of_no_known_kind_is_found(write: Write, services: Services) -> None:
    (finding,) = verify.check(write("a.rb", "puts 1\n"), services)
    assert finding.message == "no validator knows `a.rb`"


LEAKS = {
    "logging": (
        "import logging, sys\nlogging.basicConfig(stream=sys.stdout, level=0, force=True)\n"
        "logging.disable(logging.CRITICAL)\n",
        "import logging\nprint(logging.getLogger().handlers, logging.root.manager.disable)\n"
        "#> [] 0\n",
    ),
    "environment": (
        "import os\nos.environ['WAREHOUSE'] = 'PRG'\n",
        "import os\nprint(os.environ.get('WAREHOUSE'))\n#> None\n",
    ),
    "context variables": (
        "import structlog\nstructlog.contextvars.bind_contextvars(order=7)\n",
        "import structlog\nprint(structlog.contextvars.get_contextvars())\n#> {}\n",
    ),
    "event loop": (
        "import asyncio\nasyncio.set_event_loop(asyncio.new_event_loop())\n",
        "import asyncio\nprint(asyncio.get_event_loop_policy()._local._loop)\n#> None\n",
    ),
    "modules": (
        "import json\njson.dumps = None\nimport sys\nsys.modules['ship'] = json\n",
        "import json, sys\nprint(json.dumps([1]), 'ship' in sys.modules)\n#> [1] False\n",
    ),
    "working folder": (
        "import pathlib\npathlib.Path('left.txt').write_text('x')\n",
        "import os\nprint(os.listdir())\n#> []\n",
    ),
}


@pytest.mark.parametrize("what", LEAKS)
def test_nothing_of_one_program_reaches_the_next(
    write: Write, services: Services, what: str
) -> None:
    first, second = LEAKS[what]
    assert verify.check(write("first.py", first), services) == []
    assert verify.check(write("second.py", second), services) == []


def test_the_environment_of_the_developer_stays_outside(
    write: Write, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_PASSWORD", "secret")
    text = "import os\nprint(sorted(os.environ))\n"
    snippet = write("a.py", text, out="")
    verify.update(snippet, services)
    assert "DATABASE_PASSWORD" not in snippet.golden.read_text()


def test_a_child_left_running_is_ended(write: Write, services: Services) -> None:
    text = "import subprocess\nprint(subprocess.Popen(['sleep', '60']).pid)\n"
    snippet = write("a.py", text, out="")
    verify.update(snippet, services)
    pid = int(snippet.golden.read_text())
    deadline = time.monotonic() + 5
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline, f"process {pid} is still there"
        time.sleep(0.01)


def test_a_program_may_ask_for_an_interpreter_of_its_own(write: Write, services: Services) -> None:
    header = '# /// script\n# [tool.notes]\n# interpreter = "fresh"\n# ///\n'
    text = header + "import os, sys\nprint('structlog' in sys.modules, os.getppid() != 1)\n"
    snippet = write("a.py", text, out="False True\n")
    assert verify.check(snippet, services) == []


def test_a_missing_python_is_a_sentence(write: Write, services: Services) -> None:
    text = "# /// script\n# requires-python = '>=3.99'\n# ///\nprint(1)\n"
    with pytest.raises(verify.ServiceUnavailableError, match=r"a.py needs Python >=3.99"):
        verify.check(write("a.py", text), services)


def test_a_program_finds_the_files_beside_it(write: Write, services: Services) -> None:
    write("shop/stock.py", "LEVEL = 3\n")
    snippet = write("shop/main.py", "from stock import LEVEL\n\nprint(LEVEL)\n#> 3\n")
    assert verify.check(snippet, services) == []
    assert not (snippet.path.parent / "__pycache__").exists()
    assert str(snippet.path.parent) not in sys.path
    assert os.environ.get("PYTHONHASHSEED") != "0" or "PYTHONHASHSEED" in os.environ
