"""`notes release`."""

from __future__ import annotations

import click


@click.command()
@click.argument("version")
@click.option(
    "--without-python",
    is_flag=True,
    help="Publish even where Python for the browser cannot be fetched: programs are read only.",
)
def release(version: str, without_python: bool) -> None:
    """Publish a version: a number such as 1.0 or 1.0.1, or `dev` for what main holds.

    Refuses what must not be published, builds strictly, and pushes one commit to the branch
    gh-pages of origin. The newest number becomes `latest`.
    """
    from backend_notes.project import find_project
    from backend_notes.release.errors import ReleaseError
    from backend_notes.release.release import release as publish

    try:
        publish(find_project(), version, say=click.echo, python=not without_python)
    except (FileNotFoundError, ReleaseError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{version} is published.")
