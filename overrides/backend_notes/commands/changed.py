"""`notes changed` and `notes preview`."""

from __future__ import annotations

from pathlib import Path

import click

_SINCE = click.option(
    "--since", metavar="COMMIT", help="Compare with this commit or branch; default: main of origin."
)


@click.command()
@_SINCE
def changed(since: str | None) -> None:
    """List the pages that this branch changes, by their text or by the snippets they show."""
    from backend_notes.content.repository import Repository
    from backend_notes.preview.changed import as_text, changed_files, changes, default_base
    from backend_notes.project import find_project
    from backend_notes.release.git import GitError

    try:
        project = find_project()
        files = changed_files(project, since or default_base(project))
    except (FileNotFoundError, GitError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(as_text(changes(Repository(project), files)))


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@_SINCE
def preview(folder: Path, since: str | None) -> None:
    """Build the site into a folder to be read without a server, with a list of changed pages."""
    from backend_notes.preview.build import LIST, PreviewError, build_preview
    from backend_notes.preview.changed import as_text, default_base
    from backend_notes.project import find_project
    from backend_notes.release.git import GitError

    try:
        project = find_project()
        found = build_preview(project, folder, since or default_base(project))
    except (FileNotFoundError, GitError, PreviewError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(as_text(found))
    click.echo(f"\nOpen {folder / LIST}.")
