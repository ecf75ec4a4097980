# --8<-- [start:solution]
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
        return middleware(request, call_next)

    return layer


# --8<-- [end:solution]

if __name__ == "__main__":
    # --8<-- [start:example]
    def log(request: Request, call_next: Handler) -> Response:
        print("log: in", request.path)
        response = call_next(request)
        print("log: out", response.status)
        return response

    def require_key(request: Request, call_next: Handler) -> Response:
        if "X-Api-Key" not in request.headers:
            print("key: missing, answering here")
            return Response(401)
        print("key: passing on")
        return call_next(request)

    def list_orders(request: Request) -> Response:
        print("handler: the orders")
        return Response(200, "A-17, A-18")

    pipeline = Pipeline()
    pipeline.add(log)
    pipeline.add(require_key)
    app = pipeline.build(list_orders)

    app(Request("/orders", headers={"X-Api-Key": "s3cret"}))
    print()
    app(Request("/orders"))
    # --8<-- [end:example]
