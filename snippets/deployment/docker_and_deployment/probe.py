# /// script
# [tool.notes]
# interpreter = "fresh"
# ///
# --8<-- [start:probe]
import os
import signal
import subprocess
import sys

from container import SOURCE, free_port, running, uvicorn


def check(port: int) -> None:
    env = {**os.environ, "PYTHONPATH": str(SOURCE), "PORT": str(port)}
    command = [sys.executable, "-m", "picking.healthcheck"]
    print("exit code", subprocess.run(command, env=env).returncode, flush=True)


port = free_port()
command = uvicorn(port, "--log-level", "critical")
with running(command, port) as process:
    check(port)
    process.send_signal(signal.SIGSTOP)  # (1)!
    check(port)
    print("the process is still there:", process.poll() is None)
# --8<-- [end:probe]
