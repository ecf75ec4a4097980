# /// script
# [tool.notes]
# interpreter = "fresh"
# normalise = ["figures"]
# ///
# --8<-- [start:cost]
import os
import subprocess
import sys
import time


def start(cache: str, write: bool) -> float:
    env = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
    env["PYTHONDONTWRITEBYTECODE"] = "" if write else "1"
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import fastapi"], env=env, check=True)
    return time.perf_counter() - started


start("filled", write=True)
with_bytecode = min(start("filled", write=False) for _ in range(2))
without = min(start("empty", write=False) for _ in range(2))
print(f"a start without bytecode takes {without / with_bytecode:.1f} times as long")
# --8<-- [end:cost]
