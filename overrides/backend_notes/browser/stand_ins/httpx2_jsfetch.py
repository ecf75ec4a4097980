"""Stands in for the package that lets httpx2 use the browser's fetch.

With it a program's request would leave the reader's browser for another host, and would be told
nothing about connections and time-outs. Programs under test use ASGI or mock transports.
"""

from __future__ import annotations

from typing import Any

from backend_notes.browser.limits import SOCKETS


class JavascriptFetchTransport:
    """Refuses to connect."""

    def __init__(self, **_: Any) -> None:
        """Takes the options of the real transport."""

    def handle_request(self, request: Any) -> Any:
        """Raise what an unreachable host raises."""
        raise _refusal(request)

    def close(self) -> None:
        """Nothing is open."""

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class AsyncJavascriptFetchTransport:
    """Refuses to connect."""

    def __init__(self, **_: Any) -> None:
        """Takes the options of the real transport."""

    async def handle_async_request(self, request: Any) -> Any:
        """Raise what an unreachable host raises."""
        raise _refusal(request)

    async def aclose(self) -> None:
        """Nothing is open."""

    async def __aenter__(self) -> Any:
        return self

    async def __aexit__(self, *_: object) -> None:
        pass


def _refusal(request: Any) -> Exception:
    import httpx2

    error: Any = httpx2.ConnectError(SOCKETS, request=request)
    error.sentence = SOCKETS
    return error  # type: ignore[no-any-return]
