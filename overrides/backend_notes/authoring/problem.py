"""`notes new problem`: a practice problem with its folder and its page."""

from __future__ import annotations

from backend_notes.authoring.plan import Plan, demand_slug, words
from backend_notes.authoring.reading_order import add_to_nav

_PAGE = """\
---
title: {title}
description: "[To do: what the reader builds, in one sentence]."
level: medium
minutes: 30
builds_on: []
terms: []
---

# {title}

[To do: who was hurt by what, and when]. [To do: what is to be written]. [To do: what it promises].

## What it does {{ .example }}

```python
--8<-- "practice/{name}/solution.py:example"
```

```text title="Output"
--8<-- "practice/{name}/solution.out"
```

## Your answer {{ .answer }}

[To do: what is given, and what is free.]

```python title="starter.py"
--8<-- "practice/{name}/starter.py"
```

On your own machine, copy the starter to `my_solution.py` and run
`uv run pytest snippets/practice/{name} --mine my_solution.py`.

## The tests {{ .tests }}

??? example "Show the tests"

    ```python
    --8<-- "practice/{name}/test_{name}.py"
    ```

## Hints {{ .hints }}

??? tip "First hint: [To do: where to look]"

    [To do: the question that leads on.]

??? tip "Second hint: [To do: what decides it]"

    [To do: nearly the answer.]

## A solution {{ .solution }}

??? success "Show a solution"

    ```python
    --8<-- "practice/{name}/solution.py:solution"
    ```

    !!! abstract "The idea"

        [To do: the one idea behind it.]

## What a framework adds {{ .production }}

[To do: what the real thing does beyond it.]
"""
_STARTER = '''\
def can_pick(stock: int, wanted: int) -> bool:
    """[To do: everything that the tests ask for.]"""
    raise NotImplementedError
'''
_SOLUTION = """\
# [To do: the solution, and an example that prints.]
# --8<-- [start:solution]
def can_pick(stock: int, wanted: int) -> bool:
    return 0 < wanted <= stock


# --8<-- [end:solution]
if __name__ == "__main__":
    # --8<-- [start:example]
    print(can_pick(2, 2))
    # --8<-- [end:example]
"""
_TESTS = """\
# [To do: tests of all that the starter's docstrings promise.]
from answer import can_pick


def test_the_last_piece_can_be_picked():
    assert can_pick(1, 1)


def test_more_than_there_is_cannot_be_picked():
    assert not can_pick(1, 2)


def test_nothing_cannot_be_picked():
    assert not can_pick(1, 0)
"""
_WRONG = """\
# /// script
# [tool.practice]
# fails = "{test}"
# hint = "[To do: what {which} mistake overlooks.]"
# ///
def can_pick(stock: int, wanted: int) -> bool:
    return {answer}
"""


def new_problem(plan: Plan, slug: str, title: str | None = None) -> None:
    """Plan docs/practice/<slug>.md, its line in the nav, and the files that grade answers.

    Raises:
        NewError: the slug is none, or one of the files exists.
    """
    demand_slug(slug, "problem's name")
    name = slug.replace("-", "_")
    page = _PAGE.format(title=title or words(slug), name=name)
    plan.create(f"docs/practice/{slug}.md", page)
    add_to_nav(plan, f"practice/{slug}")
    first = _WRONG.format(
        test="test_the_last_piece_can_be_picked", which="the first", answer="0 < wanted < stock"
    )
    second = _WRONG.format(
        test="test_nothing_cannot_be_picked", which="the second", answer="wanted <= stock"
    )
    files = {
        "starter.py": _STARTER,
        "solution.py": _SOLUTION,
        "solution.out": "True\n",
        f"test_{name}.py": _TESTS,
        "wrong_first_mistake.py": first,
        "wrong_second_mistake.py": second,
    }
    for file, text in files.items():
        plan.create(f"snippets/practice/{name}/{file}", text)
