"""RabbitMQ: a virtual host of its own for each run, where the server lets us make one."""

from __future__ import annotations

import base64
import json
import os
import shutil
import signal
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from backend_notes.services import ownership
from backend_notes.services.private import PrivateServer, free_port
from backend_notes.services.service import CONNECT_SECONDS, Service

_CONSOLE_PORT = 15672
# Debian's `rabbitmq-server` in the PATH is a wrapper that starts the system's own broker.
_DEBIAN = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
# Where packages put the programs and the PATH of an ordinary user does not look.
_FOLDERS = ["/usr/bin", "/bin", "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"]
_SETTINGS = """\
listeners.tcp.1 = 127.0.0.1:{port}
management.tcp.ip = 127.0.0.1
management.tcp.port = {console}
disk_free_limit.absolute = 50MB
log.console = true
log.file = false
"""


class RabbitMQ(Service):
    """RabbitMQ, found or from an installed `rabbitmq-server`."""

    name = "rabbitmq"
    title = "RabbitMQ"
    setting = "AMQP_URL"
    schemes = ("amqp", "amqps")
    standard = "amqp://guest:guest@127.0.0.1:5672/%2F"
    remedy = (
        "Install it (`apt install rabbitmq-server`, `brew install rabbitmq`), start one on port"
        " 5672, or set AMQP_URL."
    )

    def __init__(self) -> None:
        self._consoles: dict[str, str] = {}

    def probe(self, url: str) -> None:
        """Log in and open a channel."""
        import pika

        parameters = pika.URLParameters(url)
        parameters.socket_timeout = parameters.stack_timeout = CONNECT_SECONDS
        try:
            with pika.BlockingConnection(parameters) as connection:
                connection.channel().close()
        except pika.exceptions.AMQPConnectionError as error:
            raise ConnectionError(str(error) or repr(error)) from None

    def program(self) -> Path | None:
        """The installed broker, if the Erlang that it runs on is there too."""
        if _find("erl") is None or _find("epmd") is None:
            return None
        return _DEBIAN if _DEBIAN.exists() else _find("rabbitmq-server")

    def start(self, server: PrivateServer, port: int) -> str | None:
        """Start a broker, with an Erlang name server and a management console of its own."""
        names = _find("epmd")
        assert names is not None, "program() has looked"
        console, name_port = free_port(), free_port()
        environment = _environment(server, port, name_port)
        settings = {
            "rabbitmq.conf": _SETTINGS.format(port=port, console=console),
            "enabled_plugins": "[rabbitmq_management].\n",
            "rabbitmq-env.conf": "",
        }
        for name, text in settings.items():
            (server.home / name).write_text(text, encoding="utf-8")
            server.give(server.home / name)
        # Without one of ours, the broker would start a name server that outlives it.
        server.spawn(
            [names, "-port", str(name_port), "-address", "127.0.0.1"], environment, signal.SIGKILL
        )
        server.spawn([server.program], environment, signal.SIGKILL)
        if not server.await_ready("Server startup complete", 90):
            return None
        url = f"amqp://guest:guest@127.0.0.1:{port}/%2F"
        self._consoles[url] = f"http://127.0.0.1:{console}"
        return url

    @contextmanager
    def lease(self, url: str) -> Iterator[str]:
        """A virtual host, deleted afterwards; the address's own where we may not make one."""
        console = _Console(url, self._consoles.get(url))
        if not console.answers():
            yield url
            return
        console.sweep()
        name = ownership.new_name()
        console.create(name)
        try:
            yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        finally:
            console.delete(name)


class _Console:
    """The management plugin's HTTP API, which creates virtual hosts in no time.

    Source: "RabbitMQ Management HTTP API", `/api/index.html` of a running server.
    """

    def __init__(self, amqp_url: str, address: str | None) -> None:
        parts = urlsplit(amqp_url)
        self._user = unquote(parts.username or "guest")
        login = f"{self._user}:{unquote(parts.password or 'guest')}"
        self._headers = {
            "Authorization": f"Basic {base64.b64encode(login.encode()).decode()}",
            "Content-Type": "application/json",
        }
        self._address = address or f"http://{parts.hostname}:{_CONSOLE_PORT}"

    def answers(self) -> bool:
        """Whether it is there, and lets this user administer the server."""
        try:
            tags = self._ask("GET", "whoami")["tags"]
        except (OSError, ValueError, KeyError, TypeError):
            return False
        # A string up to RabbitMQ 3.8, a list since.
        return "administrator" in (tags.split(",") if isinstance(tags, str) else tags)

    def create(self, name: str) -> None:
        """Make a virtual host in which this user may do anything."""
        self._ask("PUT", f"vhosts/{name}", {})
        everything = {"configure": ".*", "write": ".*", "read": ".*"}
        self._ask("PUT", f"permissions/{name}/{self._user}", everything)

    def delete(self, name: str) -> None:
        """Delete a virtual host and all that is in it."""
        self._ask("DELETE", f"vhosts/{name}")

    def sweep(self) -> None:
        """Delete the virtual hosts of runs that were killed."""
        for host in self._ask("GET", "vhosts"):
            if ownership.is_abandoned(host["name"]):
                with suppress(urllib.error.HTTPError):  # another run was faster
                    self.delete(host["name"])

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        request = urllib.request.Request(
            f"{self._address}/api/{path}",
            method=method,
            headers=self._headers,
            data=None if body is None else json.dumps(body).encode(),
        )
        # No proxy: the server is on this machine or beside it.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=20 if method != "GET" else CONNECT_SECONDS) as answer:
            text = answer.read()
        return json.loads(text) if text else None


def _find(name: str) -> Path | None:
    found = shutil.which(name, path=_path())
    return Path(found) if found else None


def _path() -> str:
    return os.pathsep.join([os.environ.get("PATH", os.defpath), *_FOLDERS])


def _environment(server: PrivateServer, port: int, name_port: int) -> dict[str, str]:
    """Everything the broker would otherwise read from the system's own configuration."""
    home = server.home
    return {
        "PATH": _path(),
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        # The start script then becomes the broker, instead of waiting for it as its parent.
        "RUNNING_UNDER_SYSTEMD": "true",
        "ERL_EPMD_PORT": str(name_port),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODENAME": f"notes{port}@localhost",
        "RABBITMQ_DIST_PORT": str(free_port()),
        "RABBITMQ_CONF_ENV_FILE": str(home / "rabbitmq-env.conf"),
        "RABBITMQ_CONFIG_FILE": str(home / "rabbitmq.conf"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(home / "enabled_plugins"),
        "RABBITMQ_MNESIA_BASE": str(home / "mnesia"),
        "RABBITMQ_LOG_BASE": str(home / "log"),
        "RABBITMQ_GENERATED_CONFIG_DIR": str(home / "config"),
        # Idle schedulers must not spin; nobody else's machine may join.
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": (
            "+sbwt none -kernel inet_dist_use_interface {127,0,0,1}"
        ),
    }
