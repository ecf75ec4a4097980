"""Who serves which country and warehouse."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from picking_engine.config import RedisSettings, Settings, TenantSettings
from picking_engine.errors import NotFoundError
from picking_engine.redis_repository import RedisRepository


@dataclass(frozen=True)
class Tenant:
    """One country: its settings and its orders."""

    country: str
    settings: TenantSettings
    repository: RedisRepository

    def check_warehouse(self, warehouse_id: int) -> None:
        """See that a warehouse is this country's.

        Raises:
            NotFoundError: it is not.
        """
        known = self.settings.warehouses
        if warehouse_id not in known:
            raise NotFoundError.among(
                f"warehouse {warehouse_id} in {self.country}", known
            )


# --8<-- [start:tenants]
class Tenants:
    """All countries; each one's connections are opened once and then kept."""

    def __init__(self, load_settings: Callable[[], Settings]) -> None:
        self._load_settings = load_settings
        self._repositories: dict[tuple[str, RedisSettings], RedisRepository] = {}
        self._lock = threading.Lock()

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._load_settings()

    def all(self) -> list[Tenant]:
        """Every country."""
        return [self._open(country) for country in self.settings.tenants]

    def of_country(self, country: str) -> Tenant:
        """A country's tenant.

        Raises:
            NotFoundError: there is no such country.
        """
        if country not in self.settings.tenants:
            raise NotFoundError.among(f"country {country}", self.settings.tenants)
        return self._open(country)

    def of_warehouse(self, warehouse_id: int) -> Tenant:
        """The tenant whose warehouse it is.

        Raises:
            NotFoundError: it is nobody's.
        """
        known: list[int] = []
        for country, settings in self.settings.tenants.items():
            if warehouse_id in settings.warehouses:
                return self._open(country)
            known += settings.warehouses
        raise NotFoundError.among(f"warehouse {warehouse_id}", known)

    # --8<-- [end:tenants]

    def close(self) -> None:
        """Close every connection."""
        for repository in self._repositories.values():
            repository.close()

    def _open(self, country: str) -> Tenant:
        settings = self.settings.tenants[country]
        address = country, settings.redis
        with self._lock:
            if address not in self._repositories:
                self._repositories[address] = RedisRepository(*address)
            repository = self._repositories[address]
        return Tenant(country, settings, repository)
