# /// script
# [tool.notes]
# interpreter = "fresh"
# ///
# --8<-- [start:fault]
import os
import subprocess
import sys

SCANNER = """
import ctypes

def read_barcode() -> bytes:
    return ctypes.string_at(0)

read_barcode()
"""

for value in ("", "1"):
    env = {**os.environ, "PYTHONFAULTHANDLER": value}
    scanner = subprocess.run(
        [sys.executable, "-c", SCANNER], env=env, capture_output=True, text=True
    )
    print(f"PYTHONFAULTHANDLER={value!r}: exit code {scanner.returncode}")
    for line in scanner.stderr.splitlines():
        if "<string>" in line:
            print(line.partition(", ")[2])
# --8<-- [end:fault]
