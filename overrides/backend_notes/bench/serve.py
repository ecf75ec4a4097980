"""How long a saved edit takes to show under `mkdocs serve`."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from backend_notes.project import Project

_PATIENCE = 120.0
_LEFT_OUT = {".git", ".venv", "site", ".cache", "node_modules"}
_MARK = "Edited for the stopwatch."


def time_edit(project: Project, page: str) -> float:
    """Seconds from saving a page until the server hands out the new text.

    Works on a copy, so that the checkout stays as it is.

    Args:
        project: whose site is served.
        page: the page to edit, relative to docs/, without `.md`.
    """
    with tempfile.TemporaryDirectory(prefix="notes-serve-") as name:
        copy = Path(name) / "notes"
        shutil.copytree(
            project.root,
            copy,
            symlinks=True,
            ignore=lambda folder, _: _LEFT_OUT if Path(folder) == project.root else set(),
        )
        if (project.root / "node_modules").is_dir():
            (copy / "node_modules").symlink_to(project.root / "node_modules")
        port = _free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=copy,
            env={name: value for name, value in os.environ.items() if name != "CI_PAGES_URL"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            return _edit_and_wait(copy / "docs" / f"{page}.md", f"http://127.0.0.1:{port}/{page}/")
        finally:
            server.terminate()
            server.wait()


def _edit_and_wait(source: Path, address: str) -> float:
    _wait_for(address, "</html>")
    source.write_text(source.read_text(encoding="utf-8") + f"\n{_MARK}\n", encoding="utf-8")
    saved = time.perf_counter()
    _wait_for(address, _MARK)
    return time.perf_counter() - saved


def _wait_for(address: str, text: str) -> None:
    """Ask until the page holds the text.

    Raises:
        TimeoutError: it does not in two minutes.
    """
    started = time.perf_counter()
    while text not in _get(address):
        if time.perf_counter() - started > _PATIENCE:
            raise TimeoutError(f"{address} did not show `{text}` within {_PATIENCE:g} s")
        time.sleep(0.05)


def _get(address: str) -> str:
    """A page's text; empty while the server does not answer."""
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as response:
            text: str = response.read().decode()
            return text
    except OSError:
        return ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
