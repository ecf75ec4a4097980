"""The workbook's service beside a session, as a reader has it in another terminal."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from backend_notes.services.errors import ServiceUnavailableError
from backend_notes.services.lease import Services

# A terminal hides curl's meter; a reader's ports are the standard ones.
_CURL = """\
silent
show-error
connect-to = "localhost:8080:localhost:{port}"
connect-to = "localhost:8888:localhost:{config_port}"
"""


@contextmanager
def beside_the_stack(services: Services, profile: str, home: Path) -> Iterator[None]:
    """Run the service while a session lasts; `curl` and `picking-engine` find it by `home`.

    Raises:
        ServiceUnavailableError: a server that it needs cannot be had here.
        StackError: it does not start.
    """
    from backend_notes.stack.cli import noted
    from backend_notes.stack.local import LocalStack

    log = subprocess.DEVNULL
    with (
        LocalStack(services, profile=profile, log=log) as stack,
        noted(stack.environment(), home),
    ):
        if stack.without_rabbitmq:
            raise ServiceUnavailableError(stack.without_rabbitmq)
        ports = {"port": _port(stack.url), "config_port": _port(stack.config_url)}
        (home / ".curlrc").write_text(_CURL.format(**ports), encoding="utf-8")
        yield


def _port(url: str) -> str:
    return url.rpartition(":")[2]
