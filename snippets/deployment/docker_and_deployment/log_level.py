# /// script
# [tool.notes]
# interpreter = "fresh"
# normalise = ["pids", "ports"]
# ///
# --8<-- [start:levels]
from container import free_port, get, running, uvicorn

for options in (["--log-level", "warning"], ["--no-access-log"]):
    print(*options)
    port = free_port()
    with running(uvicorn(port, *options), port) as process:
        get(port, "/orders/O-1001")
        process.terminate()
        process.wait()
# --8<-- [end:levels]
