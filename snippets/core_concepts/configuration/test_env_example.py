# --8<-- [start:test]
from pathlib import Path

import pytest
from dotenv import dotenv_values
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="WMS_", env_file=".env")

    carrier_url: str
    carrier_token: SecretStr
    pack_timeout: float = 10.0


def test_the_example_names_every_setting() -> None:
    example = set(dotenv_values(Path(__file__).with_name(".env.example")))
    expected = {f"WMS_{name}".upper() for name in Settings.model_fields}
    if example != expected:
        difference = sorted(example ^ expected)
        pytest.fail(f".env.example differs in {difference}", pytrace=False)


# --8<-- [end:test]
