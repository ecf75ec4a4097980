from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class DependencyError(LookupError):
    """A service cannot be built: it is not registered, or needs itself."""


class Container:
    """Knows how to build services, and keeps each one it has built."""

    def register(self, name: str, factory: Callable[..., object]) -> None:
        """Note down how the service `name` is built. Nothing is built yet.

        Parameters of the factory are services too: they are found by their
        names. Registering a name again replaces the factory and forgets what
        it had built.
        """
        raise NotImplementedError

    def get(self, name: str) -> Any:
        """Return the service `name`: built once, and the same ever after.

        Raises:
            DependencyError: nothing is registered under a name that is needed
                (the message holds that name), or services need each other in a
                circle (the message holds the circle, such as `orders -> stock
                -> orders`).
        """
        raise NotImplementedError

    def inject(self, fn: Callable[..., T]) -> Callable[..., T]:
        """Return a function that calls `fn` and adds what its caller left out.

        A parameter that the caller passes stays as passed. Any other is the
        service of its name, looked up when the call is made. If there is no
        such service, a default stands, and without a default a DependencyError
        is raised. `*args` and `**kwargs` are left alone. The new function
        keeps the name of `fn`.
        """
        raise NotImplementedError
