# /// script
# [tool.notes]
# interpreter = "fresh"
# normalise = ["figures"]
# timeout = 60
# ///
# --8<-- [start:cost]
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

CACHE = Path("cache").resolve()


def processor_time() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def start(write: bool = False) -> float:
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(CACHE)}
    env["PYTHONDONTWRITEBYTECODE"] = "" if write else "1"
    before = processor_time()
    command = [sys.executable, "-c", "import starlette.applications"]
    subprocess.run(command, env=env, check=True)
    return processor_time() - before


start(write=True)
everything = min(start() for _ in range(2))
shutil.rmtree(CACHE / sysconfig.get_path("stdlib").lstrip("/"))
packages_only = start()
shutil.rmtree(CACHE)
nothing = start()
print(f"packages only: {packages_only / everything:.1f} times as much")
print(f"nothing compiled: {nothing / everything:.1f} times as much")
# --8<-- [end:cost]
