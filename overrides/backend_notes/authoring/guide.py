"""`notes new guide`: a page with every part, its first program and three quizzes."""

from __future__ import annotations

from backend_notes.authoring.plan import NewError, Plan, demand_slug, words
from backend_notes.authoring.quiz import quiz_block
from backend_notes.authoring.reading_order import add_to_nav, add_to_track
from backend_notes.authoring.snippet import create_program
from backend_notes.content.page import NOT_GUIDES

_PAGE = """\
---
title: {title}
description: "[To do: what the page gives the reader, in one sentence]."
minutes: 1
prerequisites: []
terms: []
---

# {title}

[To do: a real scene of a backend in which this is missing, in one to three sentences].

## [To do: the idea, as a statement] {{ .model }}

[To do: the mental model, with a diagram where one helps.]

## [To do: the smallest program, as a statement] {{ .program }}

```python title="first_program.py"
--8<-- "{key}.py:program"
```

[To do: what to notice in it.]

{quizzes}

## [To do: what changes in production, as a statement] {{ .production }}

[To do: what goes wrong under load, at night or in the second year.]

## Summary {{ .summary }}

- [To do: the first thing worth remembering.]
- [To do: the second.]
- [To do: the third.]

## Try it yourself {{ .try }}

[To do: one task whose outcome the reader can check alone.]
"""


def new_guide(plan: Plan, slug: str, title: str | None = None, track: str | None = None) -> None:
    """Plan docs/<section>/<name>.md, its programs, its line in the nav and in a track.

    Raises:
        NewError: the slug is no guide's, the page exists, or the section or the track does not.
    """
    section, _, name = slug.partition("/")
    if not name or "/" in name or name == "index" or section in NOT_GUIDES:
        raise NewError(
            f"A guide is named by section and page, like core-concepts/iterators, not `{slug}`."
        )
    demand_slug(section, "section")
    demand_slug(name, "page's name")
    page = f"docs/{slug}.md"
    plan.create(page, "")
    add_to_nav(plan, slug)
    add_to_track(plan, slug, track)
    quizzes = [
        quiz_block(plan, slug, f"{name}-first", prints=False),
        quiz_block(plan, slug, f"{name}-prints", prints=True),
        quiz_block(plan, slug, f"{name}-cost", prints=False),
    ]
    key = create_program(plan, slug, "first_program", recorded=False)
    text = _PAGE.format(title=title or words(name), key=key, quizzes="\n\n".join(quizzes))
    plan.change(page, text)
    skeleton = plan.page(slug)
    plan.change_page(skeleton, text)
