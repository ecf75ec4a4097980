"""Normalisation rewrites what differs from run to run, and nothing else."""

from __future__ import annotations

import pytest

from backend_notes.snippets.output import normalise, settle


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("times", "2026-11-21 07:40:53,123 INFO x", "2026-01-15 09:30:00,000 INFO x"),
        ("times", '"2026-11-21T07:40:53.123456Z"', '"2026-01-15T09:30:00.000000Z"'),
        ("times", "at 07:40:53 took 12 s", "at 09:30:00 took 12 s"),
        ("times", "created 1795246853.25", "created 1768469400.00"),
        (
            "addresses",
            "<f at 0x7fab12cd34ef> 0x7fab12cd34ef",
            "<f at 0x7f0000000010> 0x7f0000000010",
        ),
        ("ports", "http://127.0.0.1:45123/orders", "http://127.0.0.1:8000/orders"),
        ("ports", "('127.0.0.1', 45123)", "('127.0.0.1', 8000)"),
        ("pids", "Started server process [31337]", "Started server process [4242]"),
    ],
)
def test_a_rule_rewrites_its_part(rule: str, before: str, after: str) -> None:
    assert normalise(before, [rule], {}) == after + "\n"
    assert normalise(before, [], {}) == before + "\n"


def test_the_same_id_stays_the_same_and_another_stays_another() -> None:
    a, b = "c0a8017e-1111-4222-8333-944445555666", "d0a8017e-1111-4222-8333-944445555666"
    first, again, other = normalise(f"{a}\n{a}\n{b}", ["ids"], {}).splitlines()
    assert first == again != other
    assert a not in (first, other)


def test_paths_of_the_machine_are_always_rewritten_longest_first() -> None:
    paths = {"/srv/a": "here", "/srv/a/repo/snippets": "snippets"}
    assert normalise("/srv/a/repo/snippets/x.py", [], paths) == "snippets/x.py\n"


def test_a_traceback_keeps_the_readers_lines_and_folds_the_librarys() -> None:
    text = """\
Traceback (most recent call last):
  File "/r/snippets/x.py", line 3, in <module>
    main()
    ~~~~^^
  File "/usr/lib/python3.11/json/decoder.py", line 337, in decode
    obj, end = self.raw_decode(s, idx=_w(s, 0).end())
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/usr/lib/python3.11/json/decoder.py", line 355, in raw_decode
    raise JSONDecodeError("x")
ValueError: x
"""
    assert normalise(text, [], {"/r/snippets": "snippets"}) == (
        "Traceback (most recent call last):\n"
        '  File "snippets/x.py", line 3, in <module>\n'
        "    main()\n"
        "  [library frames]\n"
        "ValueError: x\n"
    )


def test_recorded_figures_stand_while_the_new_ones_are_of_their_size() -> None:
    recorded = "COPY took 20 ms\nrows: 10000\n"
    assert settle(recorded, "COPY took 35 ms\nrows: 10000\n", ["figures"]) == recorded
    assert settle("3 times\n", "9 times\n", ["figures"]) == "3 times\n"
    assert settle("3 times\n", "40 times\n", ["figures"]) == "40 times\n"
    far = "COPY took 9000 ms\nrows: 10000\n"
    assert settle(recorded, far, ["figures"]) == far
    other = "COPY took 35 ms\nrows: 9999\n"
    assert settle(recorded, other, ["figures"]) == "COPY took 20 ms\nrows: 9999\n"
    assert settle(recorded, "COPY took 35 ms\nrows: 10000\n", []) != recorded
