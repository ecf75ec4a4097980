"""The config server's files for servers that are found or started on this machine."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml

from backend_notes.services.errors import ServiceAddressError
from backend_notes.services.service import redacted
from picking_engine.encryption import encrypt

COMMITTED = "config"


@dataclass(frozen=True)
class Addresses:
    """Where the parts are, as URLs.

    Attributes:
        database: the one PostgreSQL database of all countries.
        redis: each country's logical database.
        rabbitmq: each country's virtual host; empty where there is no RabbitMQ.
    """

    database: str
    redis: dict[str, str]
    rabbitmq: dict[str, str]


def write_config(package: Path, folder: Path, profile: str, addresses: Addresses, key: str) -> None:
    """Copy the service's configuration, with this machine's addresses for one profile.

    Args:
        package: the service, whose `config` folder is copied.
        folder: where the copy goes; must not exist.
        profile: the profile whose files are written anew.
        addresses: where the parts are.
        key: what the secrets are encrypted with.

    Raises:
        ServiceAddressError: an address asks for TLS, which the service does not speak.
    """
    shutil.copytree(package / COMMITTED, folder)
    shared = {"database": _sealed(addresses.database, "name", key)}
    _write(folder / f"application-{profile}.yaml", shared)
    for country, redis in addresses.redis.items():
        _forget_rabbitmq(folder / f"picking-engine-{country}.yaml")
        own = {"redis": _sealed(redis, "database", key)}
        if url := addresses.rabbitmq.get(country):
            own["rabbitmq"] = _sealed(url, "virtual-host", key)
        _write(folder / f"picking-engine-{country}-{profile}.yaml", own)


def _forget_rabbitmq(file: Path) -> None:
    """Take out the virtual host of the Compose file: this machine's are called otherwise."""
    kept = yaml.safe_load(file.read_text(encoding="utf-8"))
    kept.pop("rabbitmq", None)
    _write(file, kept)


def _sealed(url: str, last: str, key: str) -> dict[str, Any]:
    settings = part_settings(url, last)
    if "password" in settings:
        settings["password"] = encrypt(settings["password"], key)
    return settings


def part_settings(url: str, last: str) -> dict[str, Any]:
    """An address as the service's settings; `last` is what they call its path.

    Raises:
        ServiceAddressError: it asks for TLS.
    """
    parts = urlsplit(url)
    if parts.scheme in ("rediss", "amqps"):
        raise ServiceAddressError(
            f"the picking engine does not speak TLS, which `{redacted(url)}` asks for;"
            " give an address without it"
        )
    path: Any = unquote(parts.path.removeprefix("/"))
    settings = {
        "host": parts.hostname,
        "port": parts.port,
        last: int(path or 0) if last == "database" else path,
        "username": unquote(parts.username) if parts.username else None,
        "password": unquote(parts.password) if parts.password else None,
    }
    return {name: value for name, value in settings.items() if value is not None}


def _write(file: Path, data: dict[str, Any]) -> None:
    file.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
