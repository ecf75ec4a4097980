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

    def add(self, middleware: Middleware) -> None:
        """Add a layer inside those that are there: the first is outermost.

        A middleware is called with the request and with `call_next`, a
        function that runs everything further in and returns its response. It
        may change both, call `call_next` with another request, several times,
        or not at all.
        """
        raise NotImplementedError

    def build(self, handler: Handler) -> Handler:
        """Return a function that sends a request through all layers.

        It can be called any number of times. An exception from further in
        reaches the middleware around it, at its `call_next`; what nobody
        catches reaches the caller. Layers added later do not change what was
        built before.
        """
        raise NotImplementedError
