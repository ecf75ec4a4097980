from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar

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
        """A success with any data, None included. No error, empty meta."""
        raise NotImplementedError

    @classmethod
    def fail(
        cls, code: str, message: str, details: dict[str, Any] | None = None
    ) -> Self:
        """A failure: no data, empty meta, details empty unless given."""
        raise NotImplementedError

    @classmethod
    def paginated(
        cls,
        items: Iterable[Item],
        *,
        page: int,
        page_size: int,
        total: int,
    ) -> "Envelope[list[Item]]":
        """A success with the items of one page as a list; pages count from 1.

        Its meta holds page, page_size and total as given, pages (how many
        there are: none if total is 0), has_next and has_previous (whether
        there is a page before or after this one). Called on a subclass, it
        returns one of the subclass, as `ok` and `fail` do.

        Raises:
            ValueError: page or page_size is less than 1.
        """
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """The response body, ready for JSON.

        Always these four keys: success, data, error (None, or a dict with
        code, message and details), meta. Dataclasses inside the data, at any
        depth of lists and dicts, become dicts. The caller may change the
        result.
        """
        raise NotImplementedError
