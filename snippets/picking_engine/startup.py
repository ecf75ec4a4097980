"""See before serving that every part is there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pika

from picking_engine.config import Profile, Settings, TenantSettings
from picking_engine.errors import ConfigurationError, PartUnavailableError
from picking_engine.rabbit_consumer import LOST, parameters
from picking_engine.redis_repository import RedisRepository
from picking_engine.reporting import DecisionWriter


# --8<-- [start:check-parts]
def check_parts(settings: Settings) -> None:
    """Log in to every part that the service will use.

    Raises:
        ConfigurationError: one does not answer.
    """
    for country, tenant in settings.tenants.items():
        address = f"{tenant.redis.host}:{tenant.redis.port}"
        with closing(RedisRepository(country, tenant.redis)) as repository:
            demand(repository.ping, address, "redis.host")
        if settings.profile in (Profile.STAGING, Profile.PRODUCTION):
            address = f"{tenant.database.host}:{tenant.database.port}"
            writer = DecisionWriter(settings.profile, tenant.database, country)
            demand(writer.ping, address, "database.host")
        check_rabbit(country, tenant)


# --8<-- [end:check-parts]


def demand(ping: Callable[[], None], address: str, setting: str) -> None:
    """Turn a part that does not answer into the sentence that ends the start.

    Raises:
        ConfigurationError: it does not answer.
    """
    try:
        ping()
    except PartUnavailableError as error:
        reason = str(error.__cause__).partition("\n")[0].rstrip(".")
        raise ConfigurationError(
            f"{error.part} does not answer at {address} ({reason}). Start it, or"
            f" correct `{setting}` on the config server."
        ) from error


def check_rabbit(country: str, tenant: TenantSettings) -> None:
    """See that a tenant's virtual host lets us in.

    Raises:
        ConfigurationError: it does not.
    """
    if tenant.rabbitmq is None:
        return
    try:
        pika.BlockingConnection(parameters(tenant.rabbitmq)).close()
    except LOST as error:
        raise ConfigurationError(
            f"RabbitMQ of {country} does not answer at {tenant.rabbitmq.host}:"
            f"{tenant.rabbitmq.port} ({error!r}). Start it, or correct `rabbitmq.host`"
            " on the config server."
        ) from error
