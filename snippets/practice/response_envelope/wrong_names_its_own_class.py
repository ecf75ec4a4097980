# /// script
# [tool.practice]
# fails = "test_a_subclass_makes_its_own_kind"
# hint = """
# You build an Envelope by name, so a subclass that adds something gets a plain \
# Envelope back. A class method receives the class that it was called on: use that.
# """
# ///
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Item = TypeVar("Item")


@dataclass
class Problem:
    """Why a request failed."""

    code: str
    message: str
    details: dict[str, Any]


@dataclass
class Envelope(Generic[T]):
    """The one shape of every response, around data of type T."""

    success: bool
    data: T | None
    error: Problem | None
    meta: dict[str, Any]

    @classmethod
    def ok(cls, data: T) -> "Envelope[T]":
        """A success with any data, None included."""
        return Envelope(success=True, data=data, error=None, meta={})

    @classmethod
    def fail(
        cls, code: str, message: str, details: dict[str, Any] | None = None
    ) -> "Envelope[T]":
        """A failure: a code for programs, a message for people."""
        problem = Problem(code, message, details or {})
        return Envelope(success=False, data=None, error=problem, meta={})

    @classmethod
    def paginated(
        cls,
        items: Iterable[Item],
        *,
        page: int,
        page_size: int,
        total: int,
    ) -> "Envelope[list[Item]]":
        """A success with the items of one page; pages count from 1."""
        if page < 1 or page_size < 1:
            raise ValueError(f"no such page: page={page}, page_size={page_size}")
        pages = -(-total // page_size)  # rounded up, without floats
        meta = {
            "page": page,
            "page_size": page_size,
            "total": total,
            "pages": pages,
            "has_next": page < pages,
            "has_previous": page > 1,
        }
        return Envelope(success=True, data=list(items), error=None, meta=meta)

    def to_dict(self) -> dict[str, Any]:
        """The response body: the same four keys, whatever happened."""
        return asdict(self)  # copies, at every depth
