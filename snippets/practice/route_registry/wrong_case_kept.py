# /// script
# [tool.practice]
# fails = "test_a_method_counts_the_same_in_lower_case"
# hint = """
# Your registry keeps the method as it was written, so `get` and `GET` are two \
# routes. A request carries one spelling: settle on it when you register.
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
        return [(*key, handler.__name__) for key, handler in self._handlers.items()]
