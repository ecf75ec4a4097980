# /// script
# [tool.practice]
# fails = "test_each_call_of_call_next_runs_everything_further_in"
# hint = """
# The calls of `call_next` share one position in the list, and the first call moves it \
# to the end; a layer that tries again then skips those inside it. What comes next \
# must be fixed for each layer and not count along.
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
        layers = list(self._layers)

        def app(request: Request) -> Response:
            remaining = iter(layers)

            def call_next(inner: Request) -> Response:
                middleware = next(remaining, None)
                if middleware is None:
                    return handler(inner)
                return middleware(inner, call_next)

            return call_next(request)

        return app
