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

PORT = click.IntRange(1, 65535)
PROFILES = ("development", "testing", "staging", "production")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--port", type=PORT, default=8080, show_default=True, help="The API's port.")
@click.option(
    "--config-port", type=PORT, default=8888, show_default=True, help="The config server's port."
)
@click.option(
    "--workers", type=click.IntRange(min=1), default=4, show_default=True, help="Processes."
)
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
            noted(stack.environment(), Path.home()),
        ):
            for name, place in stack.parts():
                click.echo(f"{name:<14} {place}")
            processes = "1 worker" if workers == 1 else f"{workers} workers"
            click.echo(f"{processes}, profile {profile}. Ctrl-C ends everything.")
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


@main.command("queue-time")
@click.option("--cured", is_flag=True, help="Measure a copy whose handler does not block any more.")
def queue_time(cured: bool) -> None:
    """Let somebody wait in get_order_data, and see what the log says of the others.

    Starts one worker of its own, and needs no service that runs.
    """
    from backend_notes.builds.queue_time import queue_times
    from backend_notes.builds.steps import MissingError
    from backend_notes.services.errors import ServiceError
    from backend_notes.services.lease import Services
    from backend_notes.stack.local import PACKAGE

    try:
        with _ended_by(signal.SIGINT, signal.SIGTERM), Services() as services:
            for times in queue_times(services, PACKAGE, cured=cured):
                click.echo(str(times))
    except (MissingError, ServiceError) as error:
        raise click.ClickException(str(error)) from error


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


def _note(home: Path) -> Path:
    """Where the stack that runs says how to find it."""
    return home / ".cache" / "picking-engine.json"


@contextmanager
def noted(environment: dict[str, str], home: Path) -> Iterator[None]:
    """Let the subcommands of one user find a stack while it runs."""
    note = _note(home)
    note.parent.mkdir(exist_ok=True)
    note.touch(mode=0o600)  # it holds the key of the secrets
    note.write_text(json.dumps(environment), encoding="utf-8")
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def _environment() -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(_note(Path.home()).read_text(encoding="utf-8"))
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
