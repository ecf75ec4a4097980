# /// script
# [tool.practice]
# fails = "test_a_missing_service_is_named_in_the_error"
# hint = """
# Your error names a service that is registered and cannot be finished. Whoever reads \
# it wants the next name in the chain: the one that nobody registered.
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
        needed = inspect.signature(self._factories[name]).parameters
        if any(part not in self._factories for part in needed):
            raise DependencyError(f"cannot build {name!r}: it needs something else")
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

        @functools.wraps(fn)
        def call(*args: Any, **kwargs: Any) -> T:
            given = signature.bind_partial(*args, **kwargs).arguments
            for name, parameter in signature.parameters.items():
                if name in given or parameter.kind in (
                    inspect.Parameter.VAR_POSITIONAL,
                    inspect.Parameter.VAR_KEYWORD,
                ):
                    continue
                if name in self._factories or parameter.default is parameter.empty:
                    kwargs[name] = self.get(name)
            return fn(*args, **kwargs)

        return call
