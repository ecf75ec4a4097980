"""`notes new`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from backend_notes.authoring.plan import Plan


@click.group()
def new() -> None:
    """Write the skeleton of something; `notes check` then lists what it still lacks."""


@new.command()
@click.argument("page")
@click.option("--title", help="What readers see; made of the page's name by default.")
@click.option("--track", help="The reading order that leads to it, where docs/tracks.yml has none.")
def guide(page: str, title: str | None, track: str | None) -> None:
    """A guide, by its path below docs/ without `.md`: core-concepts/iterators."""
    from backend_notes.authoring.guide import new_guide

    _write(lambda plan: new_guide(plan, page, title, track))


@new.command()
@click.argument("program")
@click.option("--out", is_flag=True, help="Record the output in an .out file, not in #> comments.")
def snippet(program: str, out: bool) -> None:
    """A program of a page: core-concepts/decorators/late_binding."""
    from backend_notes.authoring.snippet import new_snippet

    _write(lambda plan: new_snippet(plan, program, out))


@new.command()
@click.argument("page")
@click.argument("quiz_id")
@click.option("--prints", is_flag=True, help="Ask what a program prints, and write the program.")
def quiz(page: str, quiz_id: str, prints: bool) -> None:
    """A quiz on a page: core-concepts/decorators decorators-order."""
    from backend_notes.authoring.quiz import new_quiz

    _write(lambda plan: new_quiz(plan, page, quiz_id, prints))


@new.command()
@click.argument("term")
@click.argument("page")
@click.option("--name", help="What readers see; made of the id by default.")
def term(term: str, page: str, name: str | None) -> None:
    """A term of the glossary, and the page that explains it: closure core-concepts/decorators."""
    from backend_notes.authoring.term import new_term

    _write(lambda plan: new_term(plan, term, page, name))


@new.command()
@click.argument("name")
@click.option("--title", help="What readers see; made of the name by default.")
def problem(name: str, title: str | None) -> None:
    """A practice problem: token-bucket."""
    from backend_notes.authoring.problem import new_problem

    _write(lambda plan: new_problem(plan, name, title))


def _write(make: Callable[[Plan], None]) -> None:
    """Plan, and write what was planned; a mistake is said in a sentence and nothing is written."""
    from backend_notes.authoring.plan import NewError, Plan
    from backend_notes.content.repository import Repository
    from backend_notes.project import find_project

    try:
        plan = Plan(Repository(find_project()))
        make(plan)
    except (FileNotFoundError, NewError) as error:
        raise click.ClickException(str(error)) from error
    for line in plan.write():
        click.echo(line)
    click.echo("`uv run notes check` lists what is still to do.")
