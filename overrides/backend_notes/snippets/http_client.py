"""Send requests to an ASGI application, in a process of its own.

Started by `kinds/http.py` as `python -m backend_notes.snippets.http_client APP REQUESTS REPLIES`:
APP is `/path/to/file.py:name`, REQUESTS a JSON file with a list of requests; each reply becomes one
line of JSON in REPLIES as soon as it is there, so that one that never ends can be told.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import traceback
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]


def main(app: str, requests: str, replies: str) -> None:
    """Send every request and write down every reply."""
    from starlette.testclient import TestClient

    raised: list[BaseException] = []
    # Nothing in the environment, nothing that the exchange does not show: no cookies, no headers.
    client = TestClient(
        _noting(_load(app), raised),
        base_url="http://localhost",
        raise_server_exceptions=False,
        follow_redirects=False,
        client=("127.0.0.1", 50000),
    )
    with Path(replies).open("w", encoding="utf-8") as stream, client:
        for request in json.loads(Path(requests).read_text(encoding="utf-8")):
            raised.clear()
            client.cookies.clear()
            client.headers.clear()
            response = client.request(
                request["method"],
                request["target"],
                headers=request["headers"],
                content=request["body"].encode(),
            )
            reply = {
                "status": response.status_code,
                "headers": response.headers.multi_items(),
                "body": response.content.decode("utf-8", errors="replace"),
                "raised": _place(raised[0]) if raised else "",
            }
            stream.write(json.dumps(reply) + "\n")
            stream.flush()


def _load(app: str) -> Application:
    """The application, its file imported as `python file.py` finds its neighbours."""
    file, _, name = app.rpartition(":")
    path = Path(file)
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    application: Application = getattr(module, name)
    return application


def _noting(app: Application, raised: list[BaseException]) -> Application:
    """The application, with what escapes it noted: the server would only log it."""

    async def noting(scope: Message, receive: Receive, send: Send) -> None:
        try:
            await app(scope, receive, send)
        except Exception as error:
            if scope["type"] == "lifespan":
                raise
            raised.append(error)

    return noting


def _place(error: BaseException) -> str:
    """The exception in one line, with the innermost line of code that is not a library's."""
    what = traceback.format_exception_only(error)[-1].strip()
    own = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if "site-packages" not in frame.filename and frame.filename != __file__
    ]
    return f"{what} ({Path(own[-1].filename).name}:{own[-1].lineno})" if own else what


if __name__ == "__main__":
    main(*sys.argv[1:])
