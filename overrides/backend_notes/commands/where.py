"""`notes where`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def where(paths: tuple[Path, ...]) -> None:
    """Say on which pages snippets appear, and which part of them."""
    from backend_notes.content.repository import Repository
    from backend_notes.preview.appearances import appearances, snippet_keys
    from backend_notes.project import find_project

    try:
        repository = Repository(find_project())
        keys = [key for path in paths for key in snippet_keys(repository, path)]
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from error
    for key in keys:
        found = [str(place) for place in appearances(repository, key)] or ["on no page"]
        click.echo("\n    ".join([f"snippets/{key}", *found]))
