"""Names for what we create on servers that are not ours, telling whose they are.

A run that is killed cannot clean up a server that somebody else keeps. The next run can: the name
says which process made the thing, and whether that process still lives.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import secrets
from contextlib import suppress
from pathlib import Path

PREFIX = "notes"
_NAME = re.compile(rf"{PREFIX}_([0-9a-f]{{8}})_(\d+)_[0-9a-f]{{8}}")


def new_name() -> str:
    """A name that nobody has used: this machine, this process, and chance."""
    return f"{PREFIX}_{_machine()}_{os.getpid()}_{secrets.token_hex(4)}"


def is_abandoned(name: str) -> bool:
    """Whether a process of this machine made it and is gone; false for all that is not ours."""
    match = _NAME.fullmatch(name)
    return match is not None and match[1] == _machine() and not _alive(int(match[2]))


def _machine() -> str:
    # Two containers may share a host name, and then have process ids of their own.
    namespace = ""
    with suppress(OSError):
        namespace = str(Path("/proc/self/ns/pid").readlink())
    return hashlib.sha256(f"{platform.node()} {namespace}".encode()).hexdigest()[:8]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
