# /// script
# [tool.practice]
# fails = "test_dataclasses_become_json_at_any_depth"
# hint = """
# You convert the data itself and not what lies inside it, so a list of orders stays a \
# list of objects that JSON cannot write. The conversion has to go down as far as the \
# data does.
# """
# ///
from collections.abc import Iterable
from dataclasses import asdict, dataclass, is_dataclass
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
        # T has been the type of the data; from here on it is a list of items.
        listing = cast("type[Envelope[list[Item]]]", cls)
        return listing(success=True, data=list(items), error=None, meta=meta)

    def to_dict(self) -> dict[str, Any]:
        """The response body: the same four keys, whatever happened."""
        error = self.error and {
            "code": self.error.code,
            "message": self.error.message,
            "details": dict(self.error.details),
        }
        data: Any = self.data
        if is_dataclass(data) and not isinstance(data, type):
            data = asdict(data)
        return {
            "success": self.success,
            "data": data,
            "error": error,
            "meta": self.meta,
        }
