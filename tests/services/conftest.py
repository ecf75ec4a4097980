"""Servers to try the resolution of servers on."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from holding import NOWHERE

from backend_notes.services.lease import Services, ServiceUnavailableError
from backend_notes.services.policy import skip_or_fail
from backend_notes.services.private import open_to_all

SETTINGS = ("DATABASE_URL", "REDIS_URL", "AMQP_URL")


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No address in the environment, nothing on the standard ports."""
    for setting in SETTINGS:
        monkeypatch.delenv(setting, raising=False)
    for kind, url in NOWHERE.items():
        monkeypatch.setattr(kind, "standard", url)


@pytest.fixture(scope="session")
def private() -> Iterator[Services]:
    """PostgreSQL, Valkey and RabbitMQ of our own, each started at its first use."""
    with pytest.MonkeyPatch.context() as patch:
        for setting in SETTINGS:
            patch.delenv(setting, raising=False)
        with Services() as services:
            yield services


@pytest.fixture
def rabbitmq(private: Services) -> Services:
    """The same, where this machine has RabbitMQ."""
    try:
        with private.lease(["rabbitmq"]):
            return private
    except ServiceUnavailableError as error:
        skip_or_fail(error)


@pytest.fixture
def address(private: Services):
    """The address of one of the private servers, as if somebody else kept it."""

    def address(name: str) -> str:
        with private.lease([name]):
            return private.source(name).url

    return address


@pytest.fixture(scope="session")
def python_for_all() -> Iterator[str]:
    """A Python that any user can run: this one, or a copy where it lies in a closed folder."""
    base = Path(sys.base_prefix)
    program = base / "bin" / f"python3.{sys.version_info.minor}"
    if not open_to_all(Path(__file__)) or not open_to_all(Path(sys.prefix)):
        pytest.skip("other users cannot read this checkout")
    if open_to_all(program):
        yield str(program)
        return
    copy = Path(tempfile.mkdtemp(prefix="python-for-all-"))
    try:
        copy.chmod(0o755)
        (copy / "bin").mkdir()
        (copy / "lib").mkdir()
        shutil.copy(program, copy / "bin")
        for library in (base / "lib").glob("libpython*.so*"):
            shutil.copy(library, copy / "lib")
        modules = f"lib/python3.{sys.version_info.minor}"
        unneeded = ("site-packages", "test", "__pycache__", "idlelib", "tkinter", "config-*")
        shutil.copytree(base / modules, copy / modules, ignore=shutil.ignore_patterns(*unneeded))
        yield str(copy / "bin" / program.name)
    finally:
        shutil.rmtree(copy)
