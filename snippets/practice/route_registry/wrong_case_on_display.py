# /// script
# [tool.practice]
# fails = "test_a_method_counts_the_same_in_lower_case"
# hint = """
# The list shows the method in upper case, and the check for a duplicate still \
# sees it as it was written. Change the spelling before the method is stored.
# """
# ///
from collections.abc import Callable

Handler = Callable[..., object]


class RouteRegistry:
    def __init__(self) -> None:
        self._handlers: dict[tuple[str, str], Handler] = {}

    def register(self, method: str, path: str, handler: Handler) -> None:
        if (method, path) in self._handlers:
            raise ValueError(f"{method} {path} has a handler already")
        self._handlers[method, path] = handler

    def list_routes(self) -> list[tuple[str, str, str]]:
        return [
            (method.upper(), path, handler.__name__)
            for (method, path), handler in self._handlers.items()
        ]
