# /// script
# [tool.practice]
# fails = "test_the_first_layer_added_is_the_first_in_and_the_last_out"
# hint = """
# One layer runs in place of the other: every inner function reads the loop's variable \
# when it is called, and by then the loop has finished. Each layer needs a variable of \
# its own.
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
        for middleware in reversed(self._layers):

            def layer(request: Request, call_next: Handler = handler) -> Response:
                return middleware(request, call_next)

            handler = layer
        return handler
