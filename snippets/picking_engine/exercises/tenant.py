"""Build G: what one tenant is configured with, fit to be printed."""

from __future__ import annotations

from picking_engine.config import TenantSettings


def describe(settings: TenantSettings) -> list[str]:
    """One line for each setting, as `redis.host = valkey`.

    A name is the whole path, spelled as the config server spells it, so
    `rabbitmq.virtual-host`; all warehouses stand in one line that starts with
    `warehouses = `. A secret that is set reads as asterisks.
    """
    raise NotImplementedError
