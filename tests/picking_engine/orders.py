"""Orders and settings, as tests need them."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

from pydantic import SecretStr

from picking_engine.config import (
    DatabaseSettings,
    Profile,
    RabbitSettings,
    RedisSettings,
    Settings,
    TenantSettings,
)
from picking_engine.models import InputRequest, Product, QueuedOrder, Sector

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
WAREHOUSES = {"at": (101, 102), "cz": (201,)}
NOWHERE = "postgresql://postgres@127.0.0.1:1/postgres"


def order(
    number: int = 1, *, minutes: int = 0, warehouse: int = 101, **other: Any
) -> dict[str, Any]:
    """An order as a caller sends it: one product in two positions."""
    return {
        "orderId": f"AT-{number}",
        "warehouseId": warehouse,
        "prioritisationTime": (NOON + timedelta(minutes=minutes)).isoformat(),
        "products": [product(501)],
        **other,
    }


def product(number: int, amount: str = "1", *sectors: str) -> dict[str, Any]:
    return {
        "productId": number,
        "amount": amount,
        "storageType": "AMBIENT",
        "sectors": sectors or ("MANUAL", "AUTOMATED"),
    }


def queued(number: int = 1, *, minutes: int = 0, warehouse: int = 101) -> QueuedOrder:
    request = InputRequest.model_validate(order(number, minutes=minutes, warehouse=warehouse))
    return QueuedOrder.of(request, {501: Sector.MANUAL})


def model(number: int, amount: str, *sectors: Sector) -> Product:
    return Product.model_validate(product(number, amount, *sectors))


def settings_for(
    redis: Mapping[str, str],
    *,
    database: str = NOWHERE,
    rabbitmq: Mapping[str, str] | None = None,
    profile: Profile = Profile.DEVELOPMENT,
) -> Settings:
    """The settings that fit addresses."""
    return Settings(
        profile=profile,
        tenants={
            country: TenantSettings.model_validate(
                {
                    "warehouses": WAREHOUSES[country],
                    "redis": redis_settings(url),
                    "database": database_settings(database),
                    "rabbitmq": rabbit_settings(rabbitmq[country]) if rabbitmq else None,
                }
            )
            for country, url in redis.items()
        },
    )


def redis_settings(url: str) -> RedisSettings:
    parts = urlsplit(url)
    return RedisSettings(
        host=parts.hostname or "", port=parts.port or 0, database=int(parts.path[1:] or 0)
    )


def database_settings(url: str) -> DatabaseSettings:
    parts = urlsplit(url)
    return DatabaseSettings(
        host=parts.hostname or "",
        port=parts.port or 0,
        name=parts.path[1:],
        username=parts.username or "",
        password=SecretStr(parts.password or ""),
    )


def rabbit_settings(url: str) -> RabbitSettings:
    parts = urlsplit(url)
    return RabbitSettings.model_validate(
        {
            "host": parts.hostname,
            "port": parts.port,
            "virtual-host": unquote(parts.path[1:]),
            "username": parts.username,
            "password": parts.password,
        }
    )


def until(condition: Callable[[], bool], patience: float = 15) -> None:
    """Wait for a condition.

    Raises:
        AssertionError: it did not come true.
    """
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, "the condition did not come true"
        time.sleep(0.02)
