# --8<-- [start:tests]
from functools import lru_cache

import pytest
from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="WMS_", env_file=".env")
    carrier_url: str
    pack_timeout: float = 10.0


@lru_cache
def get_settings() -> Settings:
    return Settings()


@pytest.fixture(autouse=True)
def fresh_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WMS_CARRIER_URL", raising=False)
    get_settings.cache_clear()


def test_the_url_is_required() -> None:
    with pytest.raises(ValidationError, match="carrier_url"):
        Settings(_env_file=None)


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WMS_CARRIER_URL", "http://carrier.test")
    assert get_settings().carrier_url == "http://carrier.test"


def test_required_unguarded() -> None:
    with pytest.raises(ValidationError, match="carrier_url"):
        Settings()


# --8<-- [end:tests]
