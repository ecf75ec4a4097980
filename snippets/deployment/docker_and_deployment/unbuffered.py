# /// script
# [tool.notes]
# interpreter = "fresh"
# ///
# --8<-- [start:lost]
import os
import signal
import subprocess
import sys

PICKER = "import time; print('picked SKU-7'); time.sleep(30)"


def lines_that_arrive(**env: str) -> int:
    process = subprocess.Popen(
        [sys.executable, "-c", PICKER],
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
    )
    try:
        process.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    return len(process.communicate()[0].splitlines())


print(lines_that_arrive(), lines_that_arrive(PYTHONUNBUFFERED="1"))
# --8<-- [end:lost]
