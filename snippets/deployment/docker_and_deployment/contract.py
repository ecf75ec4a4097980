# /// script
# [tool.notes]
# interpreter = "fresh"
# normalise = ["pids", "ports"]
# ///
# --8<-- [start:contract]
import signal

from container import free_port, get, running, uvicorn

port = free_port()
with running(uvicorn(port), port, WAREHOUSE="Leipzig") as process:  # (1)!
    print(get(port, "/orders/O-1001"))  # (2)!
    process.send_signal(signal.SIGTERM)  # (3)!
    print("exit code", process.wait())  # (4)!
# --8<-- [end:contract]
