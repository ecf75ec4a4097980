"""Shell sessions are replayed, and what they print is what is recorded."""

from __future__ import annotations

import re
from collections.abc import Callable

import psutil
import pytest

from backend_notes.services.lease import Services, ServiceUnavailableError
from backend_notes.services.policy import demand_service
from backend_notes.snippets import verify
from backend_notes.snippets.source import Snippet

Write = Callable[..., Snippet]

SESSION = """\
# /// script
# [tool.notes]
# env = { WAREHOUSE = "north" }
# ///
# --8<-- [start:orders]
$ cat > orders.csv <<'EOF'
> id,sku
>
> 7,A1
> EOF
$ cat orders.csv
id,sku

7,A1
# --8<-- [end:orders]

# The second part.
# --8<-- [start:state]
$ cd shelf && export PICKER=kim

$ echo "$WAREHOUSE $PICKER"; pwd
north kim
/tmp/run/shelf
$ false
$ echo "exit $?"
exit 1
# --8<-- [end:state]
"""


def replayed(snippet: Snippet, services: Services) -> str:
    """The recorded text that a replay asks for."""
    result = verify.verify(snippet, services)
    assert result.findings == []
    return result.recorded[snippet.path]


def messages(snippet: Snippet, services: Services) -> list[tuple[int, str, str]]:
    return [(f.line, f.rule, f.message) for f in verify.check(snippet, services)]


def test_a_session_that_prints_what_is_recorded_passes(write: Write, services: Services) -> None:
    write("a/shelf/box.txt", "1")
    assert verify.check(write("a/s.console", SESSION), services) == []


def test_changed_output_is_found_and_rewritten(write: Write, services: Services) -> None:
    write("a/shelf/box.txt", "1")
    snippet = write("a/s.console", SESSION.replace("7,A1\n#", "7,A2\n#"))
    (finding,) = verify.check(snippet, services)
    assert (finding.path, finding.line, finding.rule) == (
        "snippets/a/s.console",
        14,
        "snippet-output",
    )
    assert verify.update(snippet, services) == ([snippet.path], [])
    assert snippet.path.read_text() == SESSION


def test_a_new_session_gets_its_output(write: Write, services: Services) -> None:
    snippet = write("s.console", "$ echo one; echo two >&2\n\n$ printf three\n$ true\n")
    text = replayed(snippet, services)
    assert text == "$ echo one; echo two >&2\none\ntwo\n\n$ printf three\nthree\n$ true\n"
    assert replayed(write("s.console", text), services) == text


def test_errors_read_as_in_a_terminal(write: Write, services: Services) -> None:
    text = '$ nosuch; echo "exit $?"\nbash: nosuch: command not found\nexit 127\n'
    assert verify.check(write("s.console", text), services) == []


def test_a_syntax_error_ends_its_command_only(write: Write, services: Services) -> None:
    text = replayed(write("s.console", "$ if x\n$ echo $?\n"), services)
    assert text == "$ if x\nbash: syntax error: unexpected end of file\n$ echo $?\n2\n"


def test_machine_paths_colours_and_markers_stay_out(write: Write, services: Services) -> None:
    write("m.py", "# --8<-- [start:x]\nx = 1\n# --8<-- [end:x]\n")
    snippet = write("s.console", "$ cat m.py; echo $HOME; which python; printf '\\033[31mred\\n'\n")
    output = replayed(snippet, services).splitlines()[1:]
    assert output == ["x = 1", "/home/dev", ".venv/bin/python", "red"]


def test_the_normalisation_of_the_header_applies(write: Write, services: Services) -> None:
    head = '# /// script\n# [tool.notes]\n# normalise = ["pids", "figures"]\n# ///\n'
    snippet = write("s.console", head + "$ echo process $$; echo took 7 ms\nx\ntook 9 ms\n")
    assert replayed(snippet, services).endswith("process 4242\ntook 9 ms\n")


def test_nothing_of_the_developer_or_the_last_session_is_there(
    write: Write, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "developer")
    monkeypatch.setenv("VIRTUAL_ENV", "somewhere")
    first = write("a/s.console", "$ export SECRET=session; touch left; echo x > ~/.profile\n")
    replayed(first, services)
    second = write("a/t.console", '$ echo "[$SECRET$VIRTUAL_ENV]"; ls -A . ~\n')
    assert replayed(second, services).splitlines()[1:] == ["[]", ".:", "", "/home/dev:"]
    assert not (first.path.parent / "left").exists()


@pytest.mark.parametrize("command", ["sleep 300 & echo $!", "(setsid sleep 300 & echo $!)"])
def test_no_background_process_survives(write: Write, services: Services, command: str) -> None:
    text = replayed(write("s.console", f"$ {command}\n"), services)
    pid = int(text.splitlines()[1])
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_a_server_in_the_background_answers_the_next_command(
    write: Write, services: Services
) -> None:
    write("a/hello.txt", "hello\n")
    fetch = (
        "python -c 'import time, urllib.request\n"
        "> for _ in range(100):\n"
        ">     try:\n"
        '>         port = open("port").read().split("port ")[1].split()[0]\n'
        '>         print(urllib.request.urlopen(f"http://127.0.0.1:{port}/hello.txt").read())\n'
        ">         break\n"
        ">     except (OSError, IndexError):\n"
        ">         time.sleep(0.05)'"
    )
    text = f"$ python -m http.server --bind 127.0.0.1 0 > port 2>&1 &\n$ {fetch}\nb'hello\\n'\n"
    assert verify.check(write("a/s.console", text), services) == []


def test_the_workbooks_service_runs_beside_a_session_that_asks_for_it(
    write: Write, services: Services
) -> None:
    demand_service(services, "rabbitmq")
    text = """\
# /// script
# [tool.notes]
# stack = "development"
# ///
$ ls; ls snippets/a; curl localhost:8080/ping
snippets
body.json
{"status":"ok"}
$ uv run picking-engine redis at DBSIZE
0
$ curl localhost:8888/picking-engine-at/development | head -c 27
{"name":"picking-engine-at"
"""
    write("a/body.json", "{}")
    assert verify.check(write("a/s.console", text), services) == []


def test_a_session_that_does_not_end_is_stopped(write: Write, services: Services) -> None:
    head = "# /// script\n# [tool.notes]\n# timeout = 0.5\n# ///\n"
    snippet = write("s.console", f"{head}$ echo one\n$ echo two; sleep 300\n$ echo three\n")
    assert messages(snippet, services) == [
        (
            6,
            "console-timeout",
            "`echo two; sleep 300` still ran after 0.5 s; its last words: two",
        )
    ]


@pytest.mark.parametrize(
    ("text", "line", "rule", "message"),
    [
        ("# nothing\n", 1, "console-empty", "the session has no command"),
        ("echo\n$ true\n", 1, "console-misplaced", "`echo` is neither a command nor"),
        (
            "$ true\n# --8<-- [end:a]\nout\n",
            3,
            "console-misplaced",
            "`out` is neither a command nor",
        ),
        (
            "$ true\n$ ls nosuch\n",
            2,
            "console-exit",
            r"`ls nosuch` exits with \d, which the reader cannot see; its last words: ls: ",
        ),
        ("$ true\n$ exit 3\n$ true\n", 2, "console-exit", "`exit 3` ended the session"),
        ("$ echo '$ ls'\n", 1, "console-ambiguous", "prints a line that reads like a command"),
        ("$ echo '> x'\n", 1, "console-ambiguous", "prints a line that reads like a command"),
        (
            '# /// script\n# [tool.notes]\n# normalise = ["clocks"]\n# ///\n$ true\n',
            1,
            "snippet-header",
            "no normalisation is called `clocks`",
        ),
    ],
)
def test_mistakes_are_found_where_they_are(
    write: Write, services: Services, text: str, line: int, rule: str, message: str
) -> None:
    snippet = write("s.console", text)
    (finding,) = verify.check(snippet, services)
    assert (finding.path, finding.line, finding.rule) == ("snippets/s.console", line, rule)
    assert re.search(message, finding.message)
    assert verify.update(snippet, services)[0] == []
    assert snippet.path.read_text() == text


def test_another_python_than_the_projects_is_a_reason_to_skip(
    write: Write, services: Services
) -> None:
    snippet = write("s.console", '# /// script\n# requires-python = ">=4"\n# ///\n$ true\n')
    with pytest.raises(ServiceUnavailableError, match=r"snippets/s.console needs Python >=4"):
        verify.check(snippet, services)
