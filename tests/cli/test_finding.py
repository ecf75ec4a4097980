"""A finding says what is wrong, where, and what to do."""

from __future__ import annotations

import json

from backend_notes.finding import Finding, as_code_quality, as_text

ONE = Finding("docs/a.md", 7, "link-broken", "`b.md` does not exist", "correct the link")


def test_as_text_place_message_rule_and_fix() -> None:
    assert as_text([ONE]) == (
        "docs/a.md:7: `b.md` does not exist [link-broken]\n    → correct the link"
    )


def test_as_text_sorts_by_place() -> None:
    earlier = Finding("docs/a.md", 2, "x", "m", "f")
    assert as_text([ONE, earlier]).startswith("docs/a.md:2:")


def test_a_fingerprint_survives_a_moved_line_and_tells_twins_apart() -> None:
    moved = Finding(ONE.path, 9, ONE.rule, ONE.message, ONE.fix)
    first, moved_, both = (
        json.loads(as_code_quality(found)) for found in ([ONE], [moved], [ONE, moved])
    )
    assert first[0]["fingerprint"] == moved_[0]["fingerprint"] == both[0]["fingerprint"]
    assert both[0]["fingerprint"] != both[1]["fingerprint"]
    assert first[0]["location"] == {"path": "docs/a.md", "lines": {"begin": 7}}
