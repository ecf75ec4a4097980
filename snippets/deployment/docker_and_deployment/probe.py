# /// script
# [tool.notes]
# interpreter = "fresh"
# normalise = ["figures"]
# ///
# --8<-- [start:probe]
import os
import signal
import subprocess
import sys
import time

from container import SOURCE, free_port, running, uvicorn


def check(port: int) -> None:
    env = {**os.environ, "PYTHONPATH": str(SOURCE), "PORT": str(port)}
    started = time.perf_counter()
    code = subprocess.run(
        [sys.executable, "-m", "picking.healthcheck"], env=env
    ).returncode
    print(f"exit code {code} after {time.perf_counter() - started:.1f} s", flush=True)


port = free_port()
command = uvicorn(port, "--log-level", "critical")
with running(command, port) as process:
    check(port)
    process.send_signal(signal.SIGSTOP)  # (1)!
    check(port)
    print("the process is still there:", process.poll() is None)
# --8<-- [end:probe]
