"""Settings: from the environment, where the config server is; from there, the rest."""

from __future__ import annotations

import logging
from enum import StrEnum
from functools import cache
from typing import Any

import httpx2
from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from picking_engine.encryption import decrypt
from picking_engine.errors import ConfigurationError

logger = logging.getLogger(__name__)

COUNTRIES = ("at", "cz", "de", "hu", "ro")


# --8<-- [start:profile]
class Profile(StrEnum):
    """Where the service runs."""

    DEVELOPMENT = "development"
    TESTING = "testing"
    STAGING = "staging"
    PRODUCTION = "production"


CONFIG_SERVERS = {
    Profile.DEVELOPMENT: "http://localhost:8888",
    Profile.TESTING: "http://localhost:8888",
    Profile.STAGING: "http://config.staging.internal:8888",
    Profile.PRODUCTION: "http://config.production.internal:8888",
}
# --8<-- [end:profile]


# --8<-- [start:environment]
class Environment(BaseSettings):
    """What must be known before the config server can be asked: PICKING_PROFILE etc."""

    model_config = SettingsConfigDict(env_prefix="PICKING_", frozen=True)

    profile: Profile
    config_server: str = ""
    config_fail_fast: bool = True
    encrypt_key: SecretStr = SecretStr("")


def read_environment() -> Environment:
    """The environment of this process.

    Raises:
        ConfigurationError: PICKING_PROFILE is missing, or a variable is wrong.
    """
    try:
        return Environment()  # type: ignore[call-arg]  # it reads them itself
    except ValidationError as error:
        name = f"PICKING_{error.errors()[0]['loc'][0]}".upper()
        hint = f"Profiles: {', '.join(Profile)}." if name == "PICKING_PROFILE" else ""
        message = f"{name}: {error.errors()[0]['msg']}. {hint}".rstrip()
        raise ConfigurationError(message) from None


# --8<-- [end:environment]


# --8<-- [start:tenant-settings]
class Part(BaseModel):
    """Settings of one part; kebab-case in the files, as Spring writes it."""

    model_config = ConfigDict(
        alias_generator=lambda name: name.replace("_", "-"), frozen=True
    )


class RedisSettings(Part):
    """One tenant's Redis."""

    host: str
    port: int = 6379
    database: int = 0
    username: str | None = None
    password: SecretStr = SecretStr("")


class RabbitSettings(Part):
    """One tenant's virtual host on RabbitMQ."""

    host: str
    port: int = 5672
    virtual_host: str
    username: str
    password: SecretStr


class DatabaseSettings(Part):
    """The PostgreSQL database that keeps the decisions."""

    host: str
    port: int = 5432
    name: str
    username: str
    password: SecretStr = SecretStr("")
    table: str = "decision_analysis"


class TenantSettings(Part):
    """What one country's part of the service needs; without RabbitMQ, no consumer."""

    warehouses: tuple[int, ...]
    redis: RedisSettings
    database: DatabaseSettings
    rabbitmq: RabbitSettings | None = None


# --8<-- [end:tenant-settings]


class Settings(BaseModel):
    """All settings of a running service."""

    model_config = ConfigDict(frozen=True)

    profile: Profile
    fail_fast: bool = True
    tenants: dict[str, TenantSettings]


# --8<-- [start:get-settings]
@cache
def get_settings() -> Settings:
    """The settings, fetched at the first call.

    Raises:
        ConfigurationError: as `load_settings`.
    """
    return load_settings(read_environment())


# --8<-- [end:get-settings]


# --8<-- [start:load-settings]
def load_settings(environment: Environment) -> Settings:
    """Ask the config server for every tenant's settings.

    Where failing fast is off, a country whose settings cannot be had is left out.

    Raises:
        ConfigurationError: failing fast is on, and a country's settings cannot be had.
    """
    tenants = {}
    for country in COUNTRIES:
        try:
            tenants[country] = load_tenant(environment, country)
        except ConfigurationError as error:
            if environment.config_fail_fast:
                raise
            logger.warning("serving without %s: %s", country, error)
    return Settings(
        profile=environment.profile,
        fail_fast=environment.config_fail_fast,
        tenants=tenants,
    )


# --8<-- [end:load-settings]


# --8<-- [start:load-tenant]
def load_tenant(environment: Environment, country: str) -> TenantSettings:
    """Fetch, decrypt and check one country's settings.

    Raises:
        ConfigurationError: no answer, a wrong key, or a setting missing or wrong.
    """
    application = f"picking-engine-{country}"
    server = environment.config_server or CONFIG_SERVERS[environment.profile]
    properties = fetch_properties(server, application, environment.profile)
    key = environment.encrypt_key.get_secret_value()
    plain = {
        name: decrypt(value, key) if isinstance(value, str) else value
        for name, value in properties.items()
    }
    try:
        return TenantSettings.model_validate(nest(plain))
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise ConfigurationError(
            f"The config server {server} serves a wrong `{name}` for {application} in"
            f" profile {environment.profile}: {first['msg']}. Correct its files."
        ) from None


# --8<-- [end:load-tenant]


# --8<-- [start:fetch-properties]
def fetch_properties(server: str, application: str, profile: str) -> dict[str, Any]:
    """An application's properties, as a Spring Cloud Config server hands them out.

    Raises:
        ConfigurationError: the server does not answer as it should.
    """
    try:
        response = httpx2.get(f"{server}/{application}/{profile}", timeout=3)
        response.raise_for_status()
        sources = response.json()["propertySources"]
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, KeyError) as error:
        reason = str(error).partition("\n")[0]
        raise ConfigurationError(
            f"The config server {server} does not serve {application} ({reason})."
            " Start it, or set PICKING_CONFIG_SERVER to its address."
        ) from None
    properties: dict[str, Any] = {}
    for source in reversed(sources):  # the first one has the last word
        properties |= source["source"]
    return properties


# --8<-- [end:fetch-properties]


def nest(properties: dict[str, Any]) -> dict[str, Any]:
    """`{"redis.host": "a", "warehouses[0]": 1}` as nested dictionaries and lists."""
    nested: dict[str, Any] = {}
    for name, value in properties.items():
        *path, last = name.split(".")
        place = nested
        for part in path:
            place = place.setdefault(part, {})
        if last.endswith("]"):
            place.setdefault(last[: last.index("[")], []).append(value)
        else:
            place[last] = value
    return nested
