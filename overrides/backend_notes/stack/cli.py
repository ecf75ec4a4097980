"""The command `picking-engine`: start the stack, and look into its parts."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from backend_notes.services.errors import ServiceError

PROFILES = ("development", "testing", "staging", "production")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--port", default=8080, show_default=True, help="Where the API is served.")
@click.option("--config-port", default=8888, show_default=True, help="The config server's port.")
@click.option("--workers", default=4, show_default=True, help="Processes.")
@click.option("--profile", type=click.Choice(PROFILES), default="development", show_default=True)
@click.option("--reload", is_flag=True, help="Start the workers anew when the code changes.")
@click.pass_context
def main(
    context: click.Context, port: int, config_port: int, workers: int, profile: str, reload: bool
) -> None:
    """Start the picking engine with every server it needs; Ctrl-C ends it all.

    The subcommands look into the parts of the one that runs.
    """
    if context.invoked_subcommand is not None:
        return
    from backend_notes.services.lease import Services
    from backend_notes.stack.local import LocalStack, StackError

    try:
        with (
            _ended_by(signal.SIGINT, signal.SIGTERM),
            Services() as services,
            LocalStack(
                services,
                profile=profile,
                port=port,
                config_port=config_port,
                workers=workers,
                reload=reload,
            ) as stack,
            _noted(stack.environment()),
        ):
            for name, place in stack.parts():
                click.echo(f"{name:<14} {place}")
            click.echo(f"{workers} workers, profile {profile}. Ctrl-C ends everything.")
            code = stack.wait()
        sys.exit(code)
    except (StackError, ServiceError) as error:
        raise click.ClickException(str(error)) from error
    except KeyboardInterrupt:
        click.echo("Ended; nothing is left running.")


@main.command("redis", context_settings={"ignore_unknown_options": True})
@click.argument("country")
@click.argument("command", nargs=-1, required=True)
def redis_(country: str, command: tuple[str, ...]) -> None:
    """Send a command to a country's Redis: redis at ZRANGE orders:101 0 -1."""
    from backend_notes.stack import look

    click.echo(_tell(look.ask_redis(_environment(), country, command)))


@main.command()
@click.argument("statement", required=False)
@click.option("--file", type=click.Path(exists=True, path_type=Path), help="Statements in a file.")
def sql(statement: str | None, file: Path | None) -> None:
    """Run SQL in the service's PostgreSQL: sql "SELECT * FROM decision_analysis"."""
    from backend_notes.stack import look

    if (statement is None) == (file is None):
        raise click.UsageError("give either a statement or --file")
    text = file.read_text(encoding="utf-8") if file else str(statement)
    click.echo(_tell(look.ask_postgres(_environment(), text)))


@main.command()
@click.argument("country")
@click.argument("exchange")
@click.argument("routing_key")
@click.argument("body")
def publish(country: str, exchange: str, routing_key: str, body: str) -> None:
    """Publish an event: publish at wapi-events wapi-order-event '{"orderId": "A-1", …}'."""
    from backend_notes.stack import look

    click.echo(_tell(look.publish(_environment(), country, exchange, routing_key, body)))


def _tell(lines: Iterator[str]) -> str:
    """What looking into a part brought.

    Raises:
        ClickException: it could not be looked into.
    """
    from backend_notes.stack.look import LookError

    try:
        return "\n".join(lines)
    except LookError as error:
        raise click.ClickException(str(error)) from error


def _note() -> Path:
    """Where the stack that runs says how to find it."""
    return Path.home() / ".cache" / "picking-engine.json"


@contextmanager
def _noted(environment: dict[str, str]) -> Iterator[None]:
    note = _note()
    note.parent.mkdir(exist_ok=True)
    note.touch(mode=0o600)  # it holds the key of the secrets
    note.write_text(json.dumps(environment), encoding="utf-8")
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def _environment() -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(_note().read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise click.ClickException(
            "The picking engine does not run. Start it in another terminal:"
            " `uv run picking-engine`."
        ) from None
    return found


@contextmanager
def _ended_by(*numbers: signal.Signals) -> Iterator[None]:
    """Let signals interrupt once: nobody interrupts the clearing away."""

    def interrupt(*_: object) -> NoReturn:
        for number in numbers:
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


if __name__ == "__main__":
    main()
