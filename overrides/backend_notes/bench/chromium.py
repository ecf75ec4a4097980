"""Where Chromium is, and how it is started: quiet, and asking nobody for anything."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# The first one has no window to draw: it costs half the processor time.
_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


def find_chromium() -> Path:
    """The browser that $CHROMIUM names, or the first one on the path.

    Raises:
        FileNotFoundError: there is none; the message says how to get one.
    """
    named = os.environ.get("CHROMIUM")
    if named and not Path(named).is_file():
        raise FileNotFoundError(f"CHROMIUM={named}: there is no such file. Name a Chromium binary.")
    found = named or next(filter(None, map(shutil.which, _NAMES)), None)
    if not found:
        raise FileNotFoundError(
            "There is no Chromium here. Install it (Debian: apt-get install"
            " chromium-headless-shell), or name one in the environment variable CHROMIUM."
        )
    return Path(found)
