"""The order is serialised with a call that Pydantic has deprecated since version 2."""

from __future__ import annotations

import os
import warnings

from orders import queued, redis_settings
from pydantic.warnings import PydanticDeprecatedSince20

from picking_engine.redis_repository import RedisRepository

NEEDS = ("redis",)


def warnings_of_a_save() -> list[type[Warning]]:
    repository = RedisRepository("at", redis_settings(os.environ["REDIS_URL"]))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        repository.save(queued())
    assert repository.get("AT-1") == queued()
    repository.close()
    return [warning.category for warning in caught]


def shows() -> None:
    assert warnings_of_a_save() == [PydanticDeprecatedSince20]


def is_cured() -> None:
    assert warnings_of_a_save() == []
