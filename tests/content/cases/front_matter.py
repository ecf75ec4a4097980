"""Front matter that is missing, malformed or untrue."""

from __future__ import annotations

from cases.case import PAGE, START, Case

CASES = [
    Case(
        rule="front-matter-broken",
        when="a colon in a text",
        file=PAGE,
        edits=[("description: What", "description: One: What")],
        at=(PAGE, 3),
        message="the front matter is not YAML: mapping values are not allowed in this context",
        fix="correct the block between the two `---`; a text with `: ` in it needs quotes",
    ),
    Case(
        rule="front-matter-broken",
        when="a key twice",
        file=PAGE,
        edits=[("minutes: 3", ("minutes: 3\nminutes: 4"))],
        at=(PAGE, 5),
        message="the key `minutes` stands twice in the front matter",
        fix="correct the block between the two `---`; a text with `: ` in it needs quotes",
    ),
    Case(
        rule="front-matter-broken",
        when="no end",
        file=START,
        edits=[(("breaks no rule.\n---"), "breaks no rule.")],
        at=(START, 1),
        message="the front matter opens with `---` and never closes",
        fix="correct the block between the two `---`; a text with `: ` in it needs quotes",
    ),
    Case(
        rule="front-matter-broken",
        when="a text in place of keys",
        file=START,
        edits=[(("title: Notes\ndescription: A small site that breaks no rule."), "Notes")],
        at=(START, 2),
        message="the front matter is not a list of `key: value` lines",
        fix="correct the block between the two `---`; a text with `: ` in it needs quotes",
    ),
    Case(
        rule="front-matter-missing",
        when="no minutes on a guide",
        file=PAGE,
        edits=[("minutes: 3\n", "")],
        at=(PAGE, 1),
        message="the front matter has no `minutes`",
        fix="add `minutes: 12` between the two `---` at the top",
    ),
    Case(
        rule="front-matter-missing",
        when="no description on the start page",
        file=START,
        edits=[("description: A small site that breaks no rule.\n", "")],
        at=(START, 1),
        message="the front matter has no `description`",
        fix=(
            "add `description: What the page gives the reader, in one sentence.` between "
            "the two `---` at the top"
        ),
    ),
    Case(
        rule="front-matter-type",
        when="a key with a typing mistake",
        file=START,
        edits=[("title: Notes", ("title: Notes\nhides: [toc]"))],
        at=(START, 3),
        message="the front matter's key `hides` means nothing (did you mean `hide`?)",
        fix=(
            "take it out; known are title, description, minutes, prerequisites, terms, session, "
            "level, builds_on, homonyms, render_macros, template, hide, search, tags, icon, image, "
            "subtitle, status"
        ),
    ),
    Case(
        rule="front-matter-type",
        when="minutes in words",
        file=PAGE,
        edits=[("minutes: 3", "minutes: three")],
        at=(PAGE, 4),
        message="`minutes` must be a whole number and is text",
        fix="write it as `minutes: 12`",
    ),
    Case(
        rule="front-matter-type",
        when="a list that is a text",
        file=PAGE,
        edits=[("[core-concepts/index]", "core-concepts/index")],
        at=(PAGE, 5),
        message="`prerequisites` must be a list of texts and is text",
        fix="write it as `prerequisites: [core-concepts/decorators]`",
    ),
    Case(
        rule="front-matter-type",
        when="a list that holds a number",
        file=PAGE,
        edits=[("  - decorator\n", ("  - decorator\n  - 404\n"))],
        at=(PAGE, 6),
        message=(
            "`terms` must be a list of texts and is a list that holds other things than texts"
        ),
        fix="write it as `terms: [closure]`",
    ),
    Case(
        rule="description",
        when="two sentences",
        file=PAGE,
        edits=[("and when.", "and when. It runs once.")],
        at=(PAGE, 3),
        message="the description has 2 sentences",
        fix="write one sentence of at most 160 characters that ends with a full stop",
    ),
    Case(
        rule="description",
        when="no full stop",
        file=PAGE,
        edits=[("and when.", "and when")],
        at=(PAGE, 3),
        message="the description does not end",
        fix="write one sentence of at most 160 characters that ends with a full stop",
    ),
    Case(
        rule="description",
        when="too long",
        file=PAGE,
        edits=[
            (
                "and when.",
                (
                    "and when, and where, and where, and where, and where, and where, and where, "
                    "and where, and where, and where, and where, and where, and where, and "
                    "where, and where."
                ),
            )
        ],
        at=(PAGE, 3),
        message="the description has 200 characters",
        fix="write one sentence of at most 160 characters that ends with a full stop",
    ),
    Case(
        rule="prerequisites",
        when="a page that does not exist",
        file=PAGE,
        edits=[("[core-concepts/index]", "[core-concepts/closures]")],
        at=(PAGE, 5),
        message="the prerequisite `core-concepts/closures` is no page",
        fix="name a page by its path below docs/ without `.md`, or take the line out",
    ),
    Case(
        rule="prerequisites",
        when="the page itself",
        file=PAGE,
        edits=[("[core-concepts/index]", "[core-concepts/decorators]")],
        at=(PAGE, 5),
        message="the page is its own prerequisite",
        fix="name a page by its path below docs/ without `.md`, or take the line out",
    ),
    Case(
        rule="terms",
        when="a term that the glossary does not have",
        file=PAGE,
        edits=[("  - closure\n", "  - clozure\n")],
        at=(PAGE, 7),
        message="the glossary has no term `clozure` (did you mean `closure`?)",
        fix="correct the id, or define the term in docs/glossary.md",
    ),
    Case(
        rule="reading-minutes",
        when="minutes that are off by more than one",
        file=PAGE,
        edits=[("minutes: 3", "minutes: 7")],
        at=(PAGE, 4),
        message="`minutes` says 7; 178 words and 7 code blocks take 4",
        fix="write `minutes: 4`",
    ),
]
