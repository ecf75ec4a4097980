"""The whole stack on this machine: servers, config server, service; gone with us."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, closing
from pathlib import Path
from typing import IO

from cryptography.fernet import Fernet

import picking_engine
from backend_notes.services.errors import ServiceUnavailableError
from backend_notes.services.lease import Services
from backend_notes.services.private import free_port
from backend_notes.services.service import redacted
from backend_notes.stack import tethered
from backend_notes.stack.config_files import Addresses, write_config
from picking_engine.config import COUNTRIES

PACKAGE = Path(picking_engine.__path__[0])
_PATIENCE = 60.0
_GRACE = 15.0


class StackError(Exception):
    """The stack cannot be started; the message says why and what to do."""


class LocalStack:
    """What `uv run picking-engine` starts; a context manager.

    Attributes:
        url: where the service answers.
        config_url: where the config server answers.
        config: the folder that the config server serves.
        addresses: where the parts are.
        key: what the secrets of the configuration are encrypted with.
        without_rabbitmq: why there is no consumer; empty where there is one.
    """

    def __init__(
        self,
        services: Services,
        *,
        profile: str = "development",
        port: int = 0,
        config_port: int = 0,
        workers: int = 1,
        reload: bool = False,
        package: Path | None = None,
        log: int | IO[bytes] | None = None,
    ) -> None:
        """Nothing starts yet.

        Args:
            services: finds or starts the servers; stays open.
            profile: one of the service's profiles.
            port: where the API is served; 0 stands for any free port.
            config_port: the same for the config server.
            workers: processes.
            reload: whether workers start anew when the code changes.
            package: the folder of the service's code; None means the installed one.
            log: where the log goes, as in `subprocess`; None means our standard error.
        """
        self._services = services
        self.profile = profile
        self._port = port or free_port()
        self._config_port = config_port or free_port()
        self._workers = workers
        self._reload = reload
        self._package = package or PACKAGE
        self._log = log
        self._open = ExitStack()
        self.key = Fernet.generate_key().decode()
        self.url = f"http://localhost:{self._port}"
        self.config_url = f"http://localhost:{self._config_port}"
        self.without_rabbitmq = ""

    def __enter__(self) -> LocalStack:
        """Start everything.

        Raises:
            StackError: a port is taken, or the service does not come up.
            ServiceError: a server cannot be had.
        """
        try:
            demand_port(self._port, "--port")
            demand_port(self._config_port, "--config-port")
            self.addresses = self._lease()
            self._configure()
            self._serve()
        except BaseException:
            self._open.close()
            raise
        return self

    def __exit__(self, *exc: object) -> None:
        self._open.close()

    def wait(self) -> int:
        """Wait until the service ends by itself; its exit code."""
        return self._service.wait()

    def environment(self) -> dict[str, str]:
        """What a process needs to find the configuration and the code."""
        return {
            "PICKING_PROFILE": self.profile,
            "PICKING_CONFIG_SERVER": self.config_url,
            "PICKING_ENCRYPT_KEY": self.key,
            "PYTHONPATH": str(self._package.parent),
        }

    def parts(self) -> list[tuple[str, str]]:
        """Name and place of every part, for people."""
        by_country = " ".join(f"{c} {_path(u)}" for c, u in self.addresses.redis.items())
        reports = self.profile in ("staging", "production")
        database = redacted(self.addresses.database)
        return [
            ("PostgreSQL", database + ("" if reports else f" (unused in {self.profile})")),
            ("Redis", f"{_server(self.addresses.redis)} (databases: {by_country})"),
            ("RabbitMQ", self._rabbitmq()),
            (
                "config server",
                f"{self.config_url}, serves {self.config}",
            ),
            ("API", f"{self.url}, interactive docs on {self.url}/docs"),
        ]

    def _rabbitmq(self) -> str:
        if self.without_rabbitmq:
            return f"off, so no consumer runs: {self.without_rabbitmq}"
        hosts = " ".join(f"{c} {_path(u)}" for c, u in self.addresses.rabbitmq.items())
        return f"{_server(self.addresses.rabbitmq)} (virtual hosts: {hosts})"

    def _lease(self) -> Addresses:
        """A database for all, and for each country a key space and a virtual host."""
        database = self._open.enter_context(self._services.lease(["postgres"]))
        redis = {country: self._share("redis")["REDIS_URL"] for country in COUNTRIES}
        rabbitmq: dict[str, str] = {}
        try:
            rabbitmq = {country: self._share("rabbitmq")["AMQP_URL"] for country in COUNTRIES}
        except ServiceUnavailableError as error:
            self.without_rabbitmq = str(error)
        if rabbitmq and len(set(rabbitmq.values())) < len(COUNTRIES):
            rabbitmq = {}
            self.without_rabbitmq = (
                "this RabbitMQ lets us make no virtual host for each country."
                " Enable its management plugin: `rabbitmq-plugins enable rabbitmq_management`."
            )
        return Addresses(database["DATABASE_URL"], redis, rabbitmq)

    def _share(self, service: str) -> dict[str, str]:
        return self._open.enter_context(self._services.lease([service]))

    def _configure(self) -> None:
        scratch = self._open.enter_context(tempfile.TemporaryDirectory(prefix="picking-engine-"))
        self.config = Path(scratch) / "config"
        write_config(self._package, self.config, self.profile, self.addresses, self.key)
        module = "picking_engine.config_server"
        server = self._start(
            [sys.executable, "-m", module, str(self.config), str(self._config_port)]
        )
        await_answer(f"{self.config_url}/picking-engine-at/{self.profile}", server)

    def _serve(self) -> None:
        argv = [sys.executable, "-m", "gunicorn"]
        argv += ["--config", "python:picking_engine.gunicorn_conf"]
        self._service = self._start(argv + ["--reload"] * self._reload)
        await_answer(f"{self.url}/ping", self._service)

    def _start(self, argv: list[str]) -> subprocess.Popen[bytes]:
        """A process in a session of its own: Ctrl-C reaches us, and we end it in order."""
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", tethered.__file__, str(int(signal.SIGTERM)), *argv],
            env={
                **os.environ,
                **self.environment(),
                "PICKING_BIND": f"127.0.0.1:{self._port}",
                "PICKING_WORKERS": str(self._workers),
            },
            stderr=self._log,
            start_new_session=True,
        )
        self._open.callback(_end, process)
        return process


def demand_port(port: int, option: str) -> None:
    """See that nobody serves on a port.

    Raises:
        StackError: somebody does.
    """
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise StackError(
                f"Port {port} is in use. Stop the program that uses it, or choose another port"
                f" with {option}."
            ) from None


def await_answer(url: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until a process that was started serves an address.

    Raises:
        StackError: it ends before, or takes longer than a minute.
    """
    deadline = time.monotonic() + _PATIENCE
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise StackError("The service did not start; its last line above says why.")
        try:
            with opener.open(url, timeout=5) as answer:
                json.load(answer)
                return
        except (OSError, ValueError):
            time.sleep(0.05)
    raise StackError(f"{url} did not answer within {_PATIENCE:g} s.")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _server(urls: dict[str, str]) -> str:
    return redacted(next(iter(urls.values()))).rpartition("/")[0]


def _path(url: str) -> str:
    return url.rpartition("/")[2]
