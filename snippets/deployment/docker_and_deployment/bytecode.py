# /// script
# [tool.notes]
# interpreter = "fresh"
# ///
# --8<-- [start:which]
import os
import subprocess
import sys
from pathlib import Path

ENV = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}


def python(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(command, env=ENV, capture_output=True, text=True, check=True)
    return done.stderr


def compiled() -> list[str]:
    return sorted(path.name.split(".")[0] for path in Path().rglob("*.pyc"))


Path("stock.py").write_text("LEVEL = 3\n")
Path("orders.py").write_text("OPEN = 7\n")
python("-c", "import stock")
print("after an import:", compiled())
python("-m", "compileall", "-q", "orders.py")
print("after compileall:", compiled())
for module in ("stock", "orders"):
    trace = python("-v", "-c", f"import {module}").splitlines()
    read = any(" matches " in line and f"{module}.py" in line for line in trace)
    print(f"{module} read from bytecode:", read)
# --8<-- [end:which]
