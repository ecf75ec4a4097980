"""`notes new quiz`: a question on a page, with its reasons."""

from __future__ import annotations

from backend_notes.authoring.plan import NewError, Plan, demand_slug
from backend_notes.authoring.snippet import create_program, insert_into_page

_MOST = 5
_QUIZ = """\
!!! quiz {id} "[To do: the question.]"

    - [ ] [To do: a mistake that people really make.]
        - [To do: what is wrong with it.]
    - [x] [To do: the right answer.]
        - [To do: why it is right.]"""
_PRINTS = """\
!!! quiz {id} prints "[To do: who runs it.] What does this print?"

    ```python title="{name}.py"
    --8<-- "{key}.py:program"
    ```

    - [ ] [To do: the output that a mistake leads to.]
        - [To do: what is wrong with it.]
    - [x] `order A-18`
        - [To do: why it prints that.]"""


def new_quiz(plan: Plan, slug: str, quiz_id: str, prints: bool = False) -> None:
    """Plan a quiz before the page's production part; one that `prints` gets its program.

    Raises:
        NewError: the page does not exist or has its five quizzes, or the id is taken or none.
    """
    page = plan.page(slug)
    demand_slug(quiz_id, "quiz's id")
    for other in (*plan.repository.pages, *plan.repository.examples):
        for quiz in other.quizzes:
            if quiz.id == quiz_id:
                place = f"{other.name}:{quiz.line}"
                raise NewError(f"The quiz's id `{quiz_id}` is taken by {place}, for ever.")
    if page.is_guide and len(page.quizzes) >= _MOST:
        raise NewError(
            f"{page.name} has {len(page.quizzes)} quizzes, and a guide has three to five."
        )
    insert_into_page(plan, page, quiz_block(plan, slug, quiz_id, prints))


def quiz_block(plan: Plan, slug: str, quiz_id: str, prints: bool) -> str:
    """The Markdown of a quiz; the program of one that `prints` is planned with it.

    Raises:
        NewError: the program exists.
    """
    if not prints:
        return _QUIZ.format(id=quiz_id)
    name = quiz_id.replace("-", "_")
    return _PRINTS.format(id=quiz_id, name=name, key=create_program(plan, slug, name, True))
