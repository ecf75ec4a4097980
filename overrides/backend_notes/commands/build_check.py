"""`notes build-check`."""

from __future__ import annotations

import sys

import click

NAMES = ("a", "b", "c", "d", "e", "f", "g", "capstone")


@click.command("build-check")
@click.argument("build", type=click.Choice(NAMES, case_sensitive=False))
def build_check(build: str) -> None:
    """Say what works in your working copy of a Build of the workbook, and what is missing."""
    from backend_notes.builds.all import BUILDS
    from backend_notes.builds.steps import State, as_text, take
    from backend_notes.project import find_project
    from backend_notes.services.errors import ServiceError
    from backend_notes.services.lease import Services

    try:
        with Services() as services:
            steps = take(BUILDS[build], find_project(), services)
    except (ServiceError, FileNotFoundError) as error:
        raise click.ClickException(str(error)) from error
    name = build.capitalize() if build == "capstone" else f"Build {build.upper()}"
    click.echo(as_text(name, BUILDS[build], steps))
    sys.exit(any(step.state is not State.DONE for step in steps))
