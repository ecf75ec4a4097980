# /// script
# [tool.practice]
# fails = "test_an_impossible_page_is_refused"
# hint = """
# A page size of zero comes straight from a query string, and your division turns it \
# into a ZeroDivisionError: a 500 for what is the client's mistake. Refuse what makes \
# no sense before you calculate with it.
# """
# ///
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Generic, Self, TypeVar, cast

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
    def ok(cls, data: T) -> Self:
        """A success with any data, None included."""
        return cls(success=True, data=data, error=None, meta={})

    @classmethod
    def fail(
        cls, code: str, message: str, details: dict[str, Any] | None = None
    ) -> Self:
        """A failure: a code for programs, a message for people."""
        problem = Problem(code, message, details or {})
        return cls(success=False, data=None, error=problem, meta={})

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
        pages = -(-total // page_size)  # rounded up, without floats
        meta = {
            "page": page,
            "page_size": page_size,
            "total": total,
            "pages": pages,
            "has_next": page < pages,
            "has_previous": page > 1,
        }
        # T has been the type of the data; from here on it is a list of items.
        listing = cast("type[Envelope[list[Item]]]", cls)
        return listing(success=True, data=list(items), error=None, meta=meta)

    def to_dict(self) -> dict[str, Any]:
        """The response body: the same four keys, whatever happened."""
        return asdict(self)  # copies, at every depth
