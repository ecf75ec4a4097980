"""The command `notes`: everything an author or a maintainer runs by hand."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from backend_notes.commands.build_check import build_check
from backend_notes.commands.changed import changed, preview
from backend_notes.commands.lock_runtime import lock_runtime
from backend_notes.commands.new import new
from backend_notes.commands.release import release
from backend_notes.commands.where import where
from backend_notes.finding import Finding, as_code_quality, as_text
from backend_notes.project import Project, find_project
from backend_notes.services.errors import ServiceError, ServiceUnavailableError
from backend_notes.snippets.source import Snippet, find_snippets

_PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, update and measure the notes."""


@main.command()
@_PATHS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "gitlab"]),
    default="text",
    help="gitlab: a Code Quality report on standard output.",
)
def check(paths: Sequence[Path], form: str) -> None:
    """Apply the content rules to the repository, or to some pages and snippets of it."""
    from backend_notes.content.check import check_project

    findings = check_project(_project(), [path.resolve() for path in paths] or None)
    if form == "gitlab":
        click.echo(as_code_quality(findings), nl=False)
        sys.exit(bool(findings))
    _end(findings, "The content rules find nothing.")


@main.command()
@_PATHS
def update(paths: Sequence[Path]) -> None:
    """Run snippets and write down what they print: `#>` comments, .out files, sessions."""
    from backend_notes.services.lease import Services
    from backend_notes.snippets import verify

    project = _project()
    findings: list[Finding] = []
    with Services() as services:
        for snippet in _snippets(project, paths):
            try:
                changed, wrong = verify.update(snippet, services)
            except ServiceError as error:
                _not_run(snippet, error)
                continue
            for path in changed:
                click.echo(f"wrote {project.relative(path)}")
            findings += wrong
    _end(findings, "Every recorded output is what the snippets do.")


@main.command("verify")
@_PATHS
def verify_(paths: Sequence[Path]) -> None:
    """Run snippets and compare with what is recorded, as the test suite does."""
    from backend_notes.services.lease import Services
    from backend_notes.snippets import verify

    findings: list[Finding] = []
    with Services() as services:
        for snippet in _snippets(_project(), paths):
            try:
                findings += verify.check(snippet, services)
            except ServiceError as error:
                _not_run(snippet, error)
    _end(findings, "Every recorded output is what the snippets do.")


@main.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def run(path: Path) -> None:
    """Run one program with the servers it needs, here and as it is: nothing is normalised."""
    from backend_notes.services.lease import Services
    from backend_notes.snippets.header import HeaderError

    snippet = Snippet(_project(), path.resolve())
    try:
        with Services() as found, found.lease(snippet.header.needs) as env:
            command = [sys.executable, str(snippet.path)]
            done = subprocess.run(command, env=os.environ | env | snippet.header.env, check=False)
    except HeaderError as error:
        raise click.ClickException(f"{snippet.name}:{error.line}: {error}") from error
    except ServiceError as error:
        raise click.ClickException(str(error)) from error
    sys.exit(done.returncode)


@main.command()
def services() -> None:
    """Say which PostgreSQL, Valkey and RabbitMQ the tests would use here."""
    from backend_notes.services.lease import Services, describe

    with Services() as found:
        click.echo(describe(found))


@main.command()
@click.argument("names", nargs=-1)
def bench(names: Sequence[str]) -> None:
    """Measure and report: rules, build, snippets, pages and more; all, or the ones named."""
    from backend_notes.bench.report import MEASUREMENTS

    unknown = sorted(set(names) - set(MEASUREMENTS))
    if unknown:
        raise click.ClickException(f"{unknown[0]}: choose from {', '.join(MEASUREMENTS)}")
    for name in names or MEASUREMENTS:
        for figure in MEASUREMENTS[name](_project()):
            click.echo(str(figure))


def _not_run(snippet: Snippet, error: ServiceError) -> None:
    """Pass over a snippet whose server this machine does not have; end at any other mistake."""
    message = f"{snippet.name}: not run: {error}"
    if not isinstance(error, ServiceUnavailableError):
        raise click.ClickException(message)
    click.echo(message, err=True)


def _project() -> Project:
    try:
        return find_project()
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from error


def _snippets(project: Project, paths: Sequence[Path]) -> list[Snippet]:
    found: list[Snippet] = []
    for path in paths or [project.snippets]:
        place = path.resolve()
        if place.suffix == ".out":
            place = place.with_suffix(".py")
        if not place.exists():
            raise click.ClickException(f"{path} does not exist; name a file or folder of snippets/")
        if not place.is_relative_to(project.snippets):
            raise click.ClickException(f"{path} is not below snippets/")
        found += find_snippets(project, place)
    return found


def _end(findings: list[Finding], all_well: str) -> None:
    if findings:
        click.echo(as_text(findings))
        count = len(findings)
        click.echo(f"\n{count} finding{'s' if count > 1 else ''}.", err=True)
        sys.exit(1)
    click.echo(all_well)


main.add_command(lock_runtime)
main.add_command(release)
main.add_command(where)
main.add_command(changed)
main.add_command(build_check)
main.add_command(new)
main.add_command(preview)


if __name__ == "__main__":
    main()
