# /// script
# [tool.practice]
# fails = "test_one_path_serves_several_methods"
# hint = """
# Your registry holds one handler for each path, so POST /orders collides with \
# GET /orders. Which two values together tell one route from another?
# """
# ///
from collections.abc import Callable

Handler = Callable[..., object]


class RouteRegistry:
    def __init__(self) -> None:
        self._routes: dict[str, tuple[str, Handler]] = {}

    def register(self, method: str, path: str, handler: Handler) -> None:
        if path in self._routes:
            raise ValueError(f"{method} {path} has a handler already")
        self._routes[path] = (method.upper(), handler)

    def list_routes(self) -> list[tuple[str, str, str]]:
        return [
            (method, path, handler.__name__)
            for path, (method, handler) in self._routes.items()
        ]
