"""`notes lock-runtime`: resolve the packages for the browser again."""

from __future__ import annotations

import click


@click.command("lock-runtime")
def lock_runtime() -> None:
    """Resolve the packages that run in the page, at the versions of requirements.lock."""
    import tomllib

    from backend_notes.project import find_project
    from backend_notes.site.runtime import packages
    from backend_notes.site.runtime.cache import RuntimeUnavailableError

    project = find_project()
    folder = project.root / "overrides" / "assets" / "runtime"
    settings = tomllib.loads((project.root / "pyproject.toml").read_text("utf-8"))
    site = project.root / "requirements.lock"
    try:
        lock = packages.resolve(
            packages.read_roots(folder), site, settings["tool"]["uv"]["exclude-newer"]
        )
    except RuntimeUnavailableError as error:
        raise click.ClickException(str(error)) from error
    (folder / "requirements.lock").write_text(lock, "utf-8")
    click.echo(f"wrote {project.relative(folder / 'requirements.lock')}")
    for name, ours, theirs in packages.differences(site.read_text("utf-8"), lock):
        click.echo(f"{name}: {theirs} in the browser, {ours} on the site")
