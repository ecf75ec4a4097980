# /// script
# [tool.practice]
# fails = "test_changing_the_returned_list_changes_no_route"
# hint = """
# `list_routes` hands out the list that the registry works with, so its caller can \
# empty the registry. Give away a copy.
# """
# ///
from collections.abc import Callable

Handler = Callable[..., object]


class RouteRegistry:
    def __init__(self) -> None:
        self._routes: list[tuple[str, str, str]] = []

    def register(self, method: str, path: str, handler: Handler) -> None:
        method = method.upper()
        if any(route[:2] == (method, path) for route in self._routes):
            raise ValueError(f"{method} {path} has a handler already")
        self._routes.append((method, path, handler.__name__))

    def list_routes(self) -> list[tuple[str, str, str]]:
        return self._routes
