# /// script
# [tool.practice]
# fails = "test_the_first_layer_added_is_the_first_in_and_the_last_out"
# hint = """
# Your layers are inside out. Whoever wraps last stands outside, so think about which \
# layer has to be put on first.
# """
# ///
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Request:
    """What a client asks for."""

    path: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Response:
    """What the client gets."""

    status: int
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


Handler = Callable[[Request], Response]
Middleware = Callable[[Request, Handler], Response]


class Pipeline:
    """Puts middleware around a handler, as the layers of an onion."""

    def __init__(self) -> None:
        self._layers: list[Middleware] = []

    def add(self, middleware: Middleware) -> None:
        """Add a layer inside the ones that are there."""
        self._layers.append(middleware)

    def build(self, handler: Handler) -> Handler:
        """Return a function that sends a request through all layers."""
        for middleware in self._layers:
            handler = wrap(middleware, handler)
        return handler


def wrap(middleware: Middleware, call_next: Handler) -> Handler:
    """One layer around `call_next`, with two variables of its own to keep."""

    def layer(request: Request) -> Response:
        return middleware(request, call_next)

    return layer
