"""Sentences are counted as a reader would count them."""

from __future__ import annotations

import pytest

from backend_notes.content.prose import markup, plural, sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One sentence.", 1),
        ("One. Two. Three.", 3),
        ("No mark at the end", 1),
        ("A question? An answer!", 2),
        ("Python 3.11 is one, e.g. this and i.e. That vs. This.", 1),
        ("It ends with code: `a.b`. `order.id` begins the next.", 2),
        ("He said “no.” She said (yes.) They left.", 3),
        ("One,\nstill one.\n\nTwo.", 2),
        ("Wait … what? Two.", 2),
        ("...", 0),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(markup(text, []))) == count


@pytest.mark.parametrize("text", ["`a` b", "a\n\n`` b ` c ``\n", "{{ a }}\n<!-- b\nc -->", "`open"])
def test_blanking_changes_no_length_and_no_line(text: str) -> None:
    blanked = markup(text, [(1, 1)])
    assert len(blanked) == len(text)
    assert [n for n, c in enumerate(blanked) if c == "\n"] == [
        n for n, c in enumerate(text) if c == "\n"
    ]


def test_plural() -> None:
    assert [plural(n, "option") for n in range(3)] == ["no options", "1 option", "2 options"]
