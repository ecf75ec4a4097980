# /// script
# [tool.practice]
# fails = "test_an_exception_passes_outwards_until_a_layer_catches_it"
# hint = """
# Your pipeline turns an exception into a response by itself, so neither a layer nor \
# the caller can do better. Which error becomes which answer is decided by the \
# middleware that somebody added for it.
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
            handler = wrap(middleware, handler)
        return lambda request: guarded(handler, request)


def guarded(handler: Handler, request: Request) -> Response:
    try:
        return handler(request)
    except Exception:
        return Response(500)


def wrap(middleware: Middleware, call_next: Handler) -> Handler:
    """One layer around `call_next`, with two variables of its own to keep."""

    def layer(request: Request) -> Response:
        return middleware(request, call_next)

    return layer
