# --8<-- [start:tests]
import inspect
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar
from unittest.mock import Mock

import pytest

P = ParamSpec("P")
R = TypeVar("R")
audit: list[str] = []


def audited(func: Callable[P, R]) -> Callable[P, R]:
    @wraps(func)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        audit.append(func.__name__)
        return func(*args, **kwargs)

    return wrapper


@audited
def total(prices: list[int]) -> int:
    return sum(prices)


@pytest.fixture(autouse=True)
def empty_audit() -> None:
    audit.clear()


def test_the_logic_alone() -> None:
    undecorated = inspect.unwrap(total)
    assert undecorated([3, 4]) == 7
    assert audit == []


def test_the_decorator_is_transparent() -> None:
    func = Mock(__name__="pick", side_effect=LookupError)
    with pytest.raises(LookupError):
        audited(func)("BOX-3", quantity=2)
    func.assert_called_once_with("BOX-3", quantity=2)
    assert audit == ["pick"]


# --8<-- [end:tests]
