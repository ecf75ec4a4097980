# /// script
# [tool.notes]
# interpreter = "fresh"
# ///
# --8<-- [start:lost]
import os
import subprocess
import sys

PICKER = """
import os, signal

print("picked SKU-7")
os.kill(os.getpid(), signal.SIGKILL)
"""


def lines_that_arrive(value: str) -> int:
    env = {**os.environ, "PYTHONUNBUFFERED": value}
    picker = subprocess.run(
        [sys.executable, "-c", PICKER], env=env, stdout=subprocess.PIPE
    )
    return len(picker.stdout.splitlines())


print(lines_that_arrive(""), lines_that_arrive("1"))
# --8<-- [end:lost]
