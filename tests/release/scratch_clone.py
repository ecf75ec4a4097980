"""A clone of a small site, and what stands on its published branch."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from backend_notes.project import Project
from backend_notes.release.release import release


def run_git(folder: Path, *arguments: str) -> str:
    """Run git; fails the test with what git says."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass(frozen=True)
class Clone(Project):
    """A clone of the small site; its remote is a bare repository beside it."""

    @property
    def remote(self) -> Path:
        """The bare repository."""
        return self.root.parent / "remote.git"

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Change a file."""
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def commit(self, message: str = "Change", *options: str, push: bool = True) -> None:
        """Commit everything."""
        run_git(self.root, "add", "--all")
        run_git(self.root, "commit", "--quiet", "--message", message, *options)
        if push:
            run_git(self.root, "push", "--quiet", "origin", "HEAD")

    def announce(self, version: str) -> None:
        """Tell readers of a version, and commit."""
        log = self.root / "CHANGELOG.md"
        log.write_text(f"{log.read_text()}\n## {version}\n\n- What is new.\n", encoding="utf-8")
        self.commit(f"Announce {version}")

    def publish(self, version: str) -> None:
        """Announce and release a version."""
        self.announce(version)
        release(self, version)

    def tree(self, folder: str = "", *, branch: str = "gh-pages") -> list[str]:
        """The published files, copies in .gz and .br left out."""
        names = run_git(self.remote, "ls-tree", "-r", "--name-only", branch).splitlines()
        return [
            name.removeprefix(folder)
            for name in names
            if name.startswith(folder) and not name.endswith((".gz", ".br"))
        ]

    def published(self, path: str) -> str:
        """A published file."""
        return run_git(self.remote, "show", f"gh-pages:{path}")

    def published_bytes(self, path: str) -> bytes:
        """A published file that is no text."""
        command = ["git", "cat-file", "blob", f"gh-pages:{path}"]
        return subprocess.run(command, cwd=self.remote, capture_output=True, check=True).stdout

    def tip(self) -> str:
        """The commit of the published branch; empty before the first."""
        return run_git(self.remote, "for-each-ref", "--format=%(objectname)", "refs/heads/gh-pages")
