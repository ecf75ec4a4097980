# /// script
# [tool.notes]
# interpreter = "fresh"
# normalise = ["figures"]
# ///
# --8<-- [start:cost]
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

CACHE = Path("cache").resolve()


def start(write: bool = False) -> float:
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(CACHE)}
    env["PYTHONDONTWRITEBYTECODE"] = "" if write else "1"
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import fastapi"], env=env, check=True)
    return time.perf_counter() - started


start(write=True)
everything = min(start() for _ in range(2))
shutil.rmtree(CACHE / sysconfig.get_path("stdlib").lstrip("/"))
packages_only = start()
shutil.rmtree(CACHE)
nothing = start()
print(f"packages only: {packages_only / everything:.1f} times as long")
print(f"nothing compiled: {nothing / everything:.1f} times as long")
# --8<-- [end:cost]
