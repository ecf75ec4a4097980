"""Python in the page: what a program may rely on, and what it is told where that is not there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from running import FASTAPI, PLAIN, Runner, open_runner

from backend_notes.project import Project


@pytest.fixture(scope="module")
def runner(browser: Browser, address: str) -> Iterator[Runner]:
    """One page, and with it one Python, for all tests here."""
    with open_runner(browser, address) as opened:
        yield opened


def test_a_program_runs_with_the_text_that_the_reader_left(runner: Runner) -> None:
    result = runner.run("import sys\nprint('out')\nprint('err', file=sys.stderr)")
    assert (result["outcome"], result["text"]) == ("ok", "out\nerr\n")
    assert result["streams"] == ["stdout", "stderr"]


def test_an_edited_program_may_import_other_packages(runner: Runner) -> None:
    result = runner.run("import sqlalchemy\nprint(sqlalchemy.select(sqlalchemy.literal(1)))")
    assert result["text"] == "SELECT :param_1 AS anon_1\n"


def test_a_traceback_shows_the_readers_frames_and_no_others(runner: Runner) -> None:
    result = runner.run("import json\n\n\ndef load():\n    return json.loads('{')\n\n\nload()\n")
    assert result["outcome"] == "error"
    assert result["text"].splitlines() == [
        "Traceback (most recent call last):",
        f'  File "snippets/{PLAIN}", line 8, in <module>',
        "    load()",
        f'  File "snippets/{PLAIN}", line 5, in load',
        "    return json.loads('{')",
        "  [library frames]",
        "json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes:"
        " line 1 column 2 (char 1)",
    ]


def test_a_typing_mistake_is_shown_with_its_line(runner: Runner) -> None:
    result = runner.run("for order in [1, 2]\n    print(order)\n")
    assert result["outcome"] == "error"
    assert f'  File "snippets/{PLAIN}", line 1' in result["text"]
    assert "SyntaxError: expected ':'" in result["text"]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("import threading; threading.Thread(target=print).start()", "Threads cannot be started"),
        ("import subprocess; subprocess.run(['ls'])", "Other programs cannot be started"),
        ("import os; os.system('ls')", "Other programs cannot be started"),
        ("import socket; socket.create_connection(('127.0.0.1', 1))", "no network connections"),
        ("import urllib.request as r; r.urlopen('http://a.example/')", "no network connections"),
        ("import httpx2; httpx2.get('http://a.example/')", "no network connections"),
        ("input('Name? ')", "input() has no keyboard"),
        ("import numpy", "The package numpy is not among those that run in the browser."),
        ("orders = []\nwhile True: orders.append(bytearray(10_000_000))", "needs more memory"),
        ("x = 'a' * 2_000_000_000", "needs more memory"),
        ("def f(): f()\nf()", "calls itself too deeply"),
        ("import sys; sys.exit(3)", "exit code 3"),
    ],
)
def test_what_the_browser_lacks_is_said_in_one_sentence_and_the_next_run_works(
    runner: Runner, source: str, sentence: str
) -> None:
    result = runner.run(source, FASTAPI)
    assert result["outcome"] == "error"
    assert sentence in result["message"]
    assert result["message"].count(". ") == 0
    assert runner.run("print('next')")["text"] == "next\n"


def test_output_without_end_is_cut(runner: Runner) -> None:
    result = runner.run(
        "while True:\n    try:\n        print('A-17')\n    except Exception:\n        pass"
    )
    assert result["outcome"] == "cut"
    assert 10_000 < result["text"].count("\n") < 30_000
    assert runner.run("print('next')")["text"] == "next\n"


def test_output_is_cut_even_if_the_program_refuses_to_end(runner: Runner) -> None:
    result = runner.run(
        "while True:\n    try:\n        print('A-17')\n    except BaseException:\n        pass"
    )
    assert result["outcome"] == "cut"
    assert runner.run("print('next')")["text"] == "next\n"


def test_a_loop_without_end_is_stopped(runner: Runner) -> None:
    result = runner.run("print('started')\nwhile True: pass", stop_after=700)
    assert result["outcome"] == "stopped"
    assert runner.run("print('next')")["text"] == "next\n"


def test_a_python_that_dies_is_replaced(runner: Runner) -> None:
    result = runner.run("import ctypes; ctypes.string_at(0xFFFFFFF0, 64)")
    assert result["outcome"] == "error"
    assert result["message"]
    assert runner.run("print('next')")["text"] == "next\n"


@pytest.mark.parametrize(
    "file",
    ["common.zip", "_pydantic_core.wasm", "pyodide.asm.mjs", "pyodide.asm.wasm", "stdlib.zip"],
)
def test_what_cannot_be_loaded_is_said_and_tried_again(
    browser: Browser, address: str, file: str
) -> None:
    with open_runner(browser, address) as opened:
        opened.page.context.route(f"**/{file}", lambda route: route.abort())
        result = opened.run("import pydantic", FASTAPI)
        assert (result["outcome"], result["text"]) == ("error", "")
        assert result["message"] == "Python could not be loaded. Is there a connection?"
        opened.page.context.unroute(f"**/{file}")
        assert opened.run("print('next')", FASTAPI)["text"] == "next\n"


def test_a_run_ends_the_one_before_it(runner: Runner) -> None:
    results = runner.page.evaluate(
        f"""async () => {{
            const first = runProgram("{PLAIN}", "while True: pass");
            const second = runProgram("{PLAIN}", "print(2)");
            return [await first, await second];
        }}"""
    )
    assert [result["outcome"] for result in results] == ["stopped", "ok"]


def test_output_is_shown_while_the_program_waits(runner: Runner) -> None:
    shown_early = runner.page.evaluate(
        f"""async () => {{
            let first = 0;
            const started = performance.now();
            const {{ done }} = runner.run("{PLAIN}", {{
                source: "import time; print(1); time.sleep(1); print(2)",
                onOutput: () => (first ||= performance.now()),
            }});
            await done;
            return performance.now() - first;
        }}"""
    )
    assert shown_early > 900


def test_a_program_starts_in_a_fresh_interpreter(runner: Runner) -> None:
    before = runner.run(
        "import builtins, contextvars, logging, os, sys, warnings, random\n"
        "builtins.print('before')\n"
        "logging.basicConfig(level='DEBUG', format='mine %(message)s')\n"
        "logging.getLogger('orders').setLevel('ERROR')\n"
        "logging.lastResort = None\n"
        "os.environ['LEFT'] = '1'; open('left.txt', 'w').close()\n"
        "sys.path.append('/left'); sys.excepthook = None\n"
        "warnings.simplefilter('error'); random.seed(1)\n"
        "builtins.left = 1; import late_binding_fixed\n"
    )
    assert before["outcome"] == "ok", before
    result = runner.run(
        "import builtins, logging, os, sys, warnings\n"
        "print(logging.root.handlers, logging.getLogger('orders').level, os.environ.get('LEFT'))\n"
        "print(os.listdir(), os.getcwd(), '/left' in sys.path, hasattr(builtins, 'left'))\n"
        "print('late_binding_fixed' in sys.modules, sys.argv, __name__)\n"
        "logging.warning('heard'); warnings.warn('heard')\n"
    )
    assert result["outcome"] == "ok"
    assert result["text"].splitlines()[:5] == [
        "[] 0 None",
        "[] /tmp/run False False",
        f"False ['snippets/{PLAIN}'] __main__",
        "WARNING:root:heard",
        f"snippets/{PLAIN}:5: UserWarning: heard",
    ]


def test_an_answer_to_a_practice_problem_is_graded(runner: Runner, project: Project) -> None:
    folder = project.snippets / "practice" / "jwt_hs256"
    solution = (folder / "solution.py").read_text("utf-8")
    wrong = (folder / "wrong_plain_base64.py").read_text("utf-8")
    check = "([problem, source]) => runner.check(problem, source)"
    right = runner.page.evaluate(check, ["jwt_hs256", solution])
    assert right["report"]["passed"]
    assert all(test["passed"] for test in right["tests"])
    recognised = runner.page.evaluate(check, ["jwt_hs256", wrong])
    assert not recognised["report"]["passed"]
    assert "Plain base64" in recognised["misconception"]


def test_what_a_click_would_load_is_known_before(runner: Runner) -> None:
    size = runner.page.evaluate(f"runner.sizeOf('{FASTAPI}')")
    assert set(size) == {"bytes", "packages"}
    assert runner.page.evaluate("runner.runtimeAvailable()") is True
    assert runner.page.evaluate("runner.version()").startswith("Python 3.14")
    assert runner.page.evaluate(f"runner.sourceOf('{PLAIN}')").count("--8<--") == 0
    reason = runner.page.evaluate("runner.reasonAgainst('database/sqlalchemy_and_asyncpg/ddl.py')")
    assert reason == "it needs a driver of PostgreSQL"


def test_python_is_loaded_once_and_nobody_else_is_asked(browser: Browser, address: str) -> None:
    asked: list[str] = []
    with open_runner(browser, address) as opened:
        opened.page.context.on("request", lambda request: asked.append(request.url))
        both = f"async () => [await runProgram('{PLAIN}'), await runProgram('{PLAIN}')]"
        assert [result["outcome"] for result in opened.page.evaluate(both)] == ["ok", "ok"]
    assert sum(url.endswith("pyodide.asm.wasm") for url in asked) == 1, "one Python, kept"
    assert [url for url in asked if not url.startswith((address, "blob:", "data:"))] == []
