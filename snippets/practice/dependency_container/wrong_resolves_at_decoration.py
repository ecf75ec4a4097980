# /// script
# [tool.practice]
# fails = "test_services_are_looked_up_when_the_call_is_made"
# hint = """
# `inject` looks the services up at once, while the module is being imported and \
# before anyone has registered them, and a replacement made later is never seen. What \
# must happen on every call belongs into the inner function.
# """
# ///
import functools
import inspect
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class DependencyError(LookupError):
    """A service cannot be built: it is not registered, or needs itself."""


class Container:
    """Knows how to build services, and keeps each one it has built."""

    def __init__(self) -> None:
        self._factories: dict[str, Callable[..., object]] = {}
        self._services: dict[str, object] = {}
        self._building: list[str] = []  # the chain of names being built

    def register(self, name: str, factory: Callable[..., object]) -> None:
        """Note down how the service `name` is built."""
        self._factories[name] = factory
        self._services.pop(name, None)

    def get(self, name: str) -> Any:
        """Return the service `name`; the first time, build it."""
        if name in self._services:
            return self._services[name]
        if name not in self._factories:
            raise DependencyError(f"nothing is registered as {name!r}")
        if name in self._building:
            circle = " -> ".join([*self._building, name])
            raise DependencyError(f"services need each other: {circle}")
        self._building.append(name)
        try:
            # A factory is a function with dependencies, like any other.
            self._services[name] = self.inject(self._factories[name])()
        finally:
            self._building.pop()
        return self._services[name]

    def inject(self, fn: Callable[..., T]) -> Callable[..., T]:
        """Return a function that fills in what its caller leaves out."""
        signature = inspect.signature(fn)
        services = {
            name: self.get(name)
            for name in signature.parameters
            if name in self._factories
        }

        @functools.wraps(fn)
        def call(*args: Any, **kwargs: Any) -> T:
            given = signature.bind_partial(*args, **kwargs).arguments
            for name, parameter in signature.parameters.items():
                if name in given or parameter.kind in (
                    inspect.Parameter.VAR_POSITIONAL,
                    inspect.Parameter.VAR_KEYWORD,
                ):
                    continue
                if name in services:
                    kwargs[name] = services[name]
                elif parameter.default is parameter.empty:
                    raise DependencyError(f"nothing is registered as {name!r}")
            return fn(*args, **kwargs)

        return call
