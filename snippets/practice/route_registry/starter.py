from collections.abc import Callable

Handler = Callable[..., object]


class RouteRegistry:
    """Which function answers which request."""

    def register(self, method: str, path: str, handler: Handler) -> None:
        """Remember the handler of a method and a path.

        A method counts the same in upper and in lower case, a path does not.
        Raises ValueError, with method and path in its message, when there is a
        handler already. That handler stays.
        """
        raise NotImplementedError

    def list_routes(self) -> list[tuple[str, str, str]]:
        """Every route as (method in upper case, path, name of the handler).

        In the order of registration. The caller may change the list.
        """
        raise NotImplementedError
