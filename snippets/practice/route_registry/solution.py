# --8<-- [start:solution]
from collections.abc import Callable

Handler = Callable[..., object]


class RouteRegistry:
    """Which function answers which request."""

    def __init__(self) -> None:
        self._handlers: dict[tuple[str, str], Handler] = {}

    def register(self, method: str, path: str, handler: Handler) -> None:
        """Remember the handler of a method and a path."""
        key = (method.upper(), path)
        if key in self._handlers:
            taken = self._handlers[key].__name__
            raise ValueError(f"{key[0]} {path} is answered by {taken} already")
        self._handlers[key] = handler

    def list_routes(self) -> list[tuple[str, str, str]]:
        """Every route as (method in upper case, path, name of the handler)."""
        return [
            (method, path, handler.__name__)
            for (method, path), handler in self._handlers.items()
        ]


# --8<-- [end:solution]
if __name__ == "__main__":
    # --8<-- [start:example]
    registry = RouteRegistry()

    def list_orders() -> list[str]:
        return ["A-17"]

    def create_order() -> str:
        return "A-18"

    registry.register("GET", "/orders", list_orders)
    registry.register("post", "/orders", create_order)
    print(registry.list_routes())

    try:
        registry.register("get", "/orders", create_order)
    except ValueError as error:
        print(error)
    # --8<-- [end:example]
