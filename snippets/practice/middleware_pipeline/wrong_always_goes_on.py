# /// script
# [tool.practice]
# fails = "test_a_layer_that_answers_itself_keeps_the_request_from_the_handler"
# hint = """
# The handler ran although the layer had answered by itself. A layer that does not \
# call `call_next` means to stop the request; nobody may call it in its place.
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
        return handler


def wrap(middleware: Middleware, call_next: Handler) -> Handler:
    """One layer around `call_next`, with two variables of its own to keep."""

    def layer(request: Request) -> Response:
        called = False

        def noticed(inner: Request) -> Response:
            nonlocal called
            called = True
            return call_next(inner)

        response = middleware(request, noticed)
        if not called:
            call_next(request)
        return response

    return layer
