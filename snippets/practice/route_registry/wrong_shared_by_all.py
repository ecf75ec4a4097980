# /// script
# [tool.practice]
# fails = "test_two_registries_know_nothing_of_each_other"
# hint = """
# A value in the body of the class is made once and belongs to all instances. \
# Each registry needs a mapping of its own: where does an instance begin?
# """
# ///
from collections.abc import Callable

Handler = Callable[..., object]


class RouteRegistry:
    _handlers: dict[tuple[str, str], Handler] = {}

    def register(self, method: str, path: str, handler: Handler) -> None:
        key = (method.upper(), path)
        if key in self._handlers:
            raise ValueError(f"{key[0]} {path} has a handler already")
        self._handlers[key] = handler

    def list_routes(self) -> list[tuple[str, str, str]]:
        return [(*key, handler.__name__) for key, handler in self._handlers.items()]
