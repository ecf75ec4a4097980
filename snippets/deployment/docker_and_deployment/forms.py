# /// script
# [tool.notes]
# interpreter = "fresh"
# ///
# --8<-- [start:forms]
import contextlib
import os
import signal
import time
from pathlib import Path

from container import answers, free_port, running

for name in ("start_shell.sh", "start_exec.sh"):
    port = free_port()
    script = str(Path(__file__).with_name(name))
    with running(["sh", script], port, PORT=str(port)) as process:
        process.send_signal(signal.SIGTERM)
        print(name, "ended with", process.wait())
        time.sleep(0.3)
        print("the server still answers:", answers(port))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
# --8<-- [end:forms]
