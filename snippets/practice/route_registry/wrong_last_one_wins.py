# /// script
# [tool.practice]
# fails = "test_a_second_handler_for_the_same_route_is_refused"
# hint = """
# Assigning to a key that exists replaces its value without a word, and one of the \
# two handlers is lost. Look before you store.
# """
# ///
from collections.abc import Callable

Handler = Callable[..., object]


class RouteRegistry:
    def __init__(self) -> None:
        self._handlers: dict[tuple[str, str], Handler] = {}

    def register(self, method: str, path: str, handler: Handler) -> None:
        self._handlers[method.upper(), path] = handler

    def list_routes(self) -> list[tuple[str, str, str]]:
        return [(*key, handler.__name__) for key, handler in self._handlers.items()]
