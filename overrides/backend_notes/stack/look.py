"""Look into the parts of a running stack, through the configuration that the service reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pika
import psycopg
import redis

from picking_engine.config import COUNTRIES, Environment, Profile, TenantSettings, load_tenant
from picking_engine.errors import ConfigurationError, NotFoundError
from picking_engine.rabbit_consumer import LOST, declare, parameters
from picking_engine.reporting import DecisionWriter


class LookError(Exception):
    """A part could not be looked into; the message says why."""


def tenant_settings(environment: dict[str, str], country: str) -> TenantSettings:
    """A country's settings, from the config server.

    Raises:
        LookError: it has none, or the config server does not answer.
    """
    if country not in COUNTRIES:
        raise LookError(str(NotFoundError.among(f"country {country}", COUNTRIES)))
    try:
        return load_tenant(environment_of(environment), country)
    except ConfigurationError as error:
        raise LookError(str(error)) from error


def environment_of(variables: dict[str, str]) -> Environment:
    """The service's environment out of variables that are not this process's own."""
    prefix = "PICKING_"
    values: Any = {
        name.removeprefix(prefix).lower(): value
        for name, value in variables.items()
        if name.startswith(prefix)
    }
    return Environment(**values)


def ask_redis(environment: dict[str, str], country: str, command: Sequence[str]) -> Iterator[str]:
    """The lines of a country's Redis's reply.

    Raises:
        LookError: Redis refuses the command, or does not answer.
    """
    settings = tenant_settings(environment, country).redis
    client: Any = redis.Redis(
        host=settings.host,
        port=settings.port,
        db=settings.database,
        username=settings.username,
        password=settings.password.get_secret_value() or None,
        decode_responses=True,
    )
    try:
        reply = client.execute_command(*command)
    except redis.RedisError as error:
        raise LookError(f"Redis of {country}: {error}") from error
    finally:
        client.close()
    yield from _lines(reply)


def ask_postgres(environment: dict[str, str], statement: str) -> Iterator[str]:
    """The lines of PostgreSQL's answer.

    Raises:
        LookError: PostgreSQL refuses the statement, or does not answer.
    """
    settings = tenant_settings(environment, "at").database
    writer = DecisionWriter(Profile(environment["PICKING_PROFILE"]), settings, "at")
    try:
        with writer.connect() as connection:
            cursor = connection.execute(statement.encode())
            if cursor.description is None:
                yield cursor.statusmessage or ""
                return
            yield " | ".join(column.name for column in cursor.description)
            for row in cursor:
                yield " | ".join(str(value) for value in row)
    except psycopg.Error as error:
        raise LookError(f"PostgreSQL: {error}") from error


def publish(
    environment: dict[str, str], country: str, exchange: str, routing_key: str, body: str
) -> Iterator[str]:
    """Publish a message on a country's virtual host, and say where it went.

    Raises:
        LookError: there is no RabbitMQ, or no queue wants the message.
    """
    settings = tenant_settings(environment, country).rabbitmq
    if settings is None:
        raise LookError("RabbitMQ is off; the stack said at its start how to get it.")
    try:
        with pika.BlockingConnection(parameters(settings)) as connection:
            channel = connection.channel()
            declare(channel)
            channel.confirm_delivery()
            channel.basic_publish(exchange, routing_key, body.encode(), mandatory=True)
    except pika.exceptions.UnroutableError:
        raise LookError(f"No queue is bound to {exchange} with {routing_key}.") from None
    except LOST as error:
        raise LookError(f"RabbitMQ of {country}: {error!r}") from error
    yield f"published to {exchange} with routing key {routing_key}"


def _lines(reply: Any) -> Iterator[str]:
    """A reply as text, one value a line; nested ones and mappings in one line each."""
    if isinstance(reply, dict):
        yield from (f"{name}: {value}" for name, value in reply.items())
    elif isinstance(reply, (list, set)):
        for item in reply:
            yield " ".join(map(str, item)) if isinstance(item, (list, tuple)) else str(item)
    else:
        yield str(reply)
