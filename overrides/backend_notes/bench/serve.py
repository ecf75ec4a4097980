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
            ignore=shutil.ignore_patterns(".git", ".venv", "site", ".cache", "node_modules"),
        )
        if (project.root / "node_modules").is_dir():
            (copy / "node_modules").symlink_to(project.root / "node_modules")
        port = _free_port()
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=copy,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            return _edit_and_wait(copy / "docs" / f"{page}.md", f"http://127.0.0.1:{port}", page)
        finally:
            server.terminate()
            server.wait()


def _edit_and_wait(source: Path, address: str, page: str) -> float:
    base = address
    while "404" in (body := _get(f"{base}/")) or not body:
        time.sleep(0.1)
    # The server mounts the site under the path of site_url.
    target = _find_page(base, page)
    source.write_text(source.read_text(encoding="utf-8") + "\nEdited for the stopwatch.\n")
    saved = time.perf_counter()
    while "Edited for the stopwatch." not in _get(target):
        if time.perf_counter() - saved > _PATIENCE:
            raise TimeoutError(f"{target} did not show the edit within {_PATIENCE:g} s")
        time.sleep(0.02)
    return time.perf_counter() - saved


def _find_page(base: str, page: str) -> str:
    with urllib.request.urlopen(f"{base}/", timeout=10) as response:
        return f"{response.geturl().rstrip('/')}/{page}/"


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as response:
            text: str = response.read().decode()
            return text
    except OSError:
        return ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
