"""The real site in three versions, as the project pages of a GitLab namespace serve them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from checkout import copy_checkout
from scratch_clone import Clone, run_git

from backend_notes.project import Project
from backend_notes.release import build, runtime
from backend_notes.release.release import release

HOST, PATH = "notes.test", "/notes/"

_PAGE = "---\ntitle: {0}\ndescription: A page of a test.\n---\n\n# {0}\n\nNothing else.\n"


def publish_versions(project: Project, folder: Path, modules: Path) -> None:
    """Release this repository as it is twice, deploy main, and lay the result out as a host does.

    1.0 has the page first-news.md; in 2.0 it is news.md; dev has coming.md besides.
    """
    clone = _clone(project, folder / "notes", modules)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("CI_PAGES_URL", f"http://{HOST}{PATH}")
        # Compressed copies are proven on the small site; here they would cost most of the time.
        for module in (build, runtime):
            patched.setattr(module, "compress_folder", lambda _: None)
        _add(clone, "first-news", "News")
        clone.publish("1.0")
        _add(clone, "news", "News")
        clone.replace("mkdocs.yml", "  - first-news.md\n", "")
        (clone.docs / "first-news.md").unlink()
        clone.write("redirects.yaml", "first-news.md: news.md\n")
        clone.publish("2.0")
        _add(clone, "coming", "Coming")
        clone.commit()
        release(clone, "dev")
    public = folder / "public"
    (public / "notes").mkdir(parents=True)
    archive = subprocess.run(
        ["git", "archive", "gh-pages"], cwd=clone.remote, capture_output=True, check=True
    )
    subprocess.run(["tar", "-x", "-C", public / "notes"], input=archive.stdout, check=True)
    # GitLab Pages shows the root's page wherever there is none, inside a version too.
    shutil.copy(public / "notes" / "404.html", public / "404.html")


def _add(clone: Clone, name: str, title: str) -> None:
    clone.write(f"docs/{name}.md", _PAGE.format(title))
    clone.replace("mkdocs.yml", "  - Home: index.md\n", f"  - Home: index.md\n  - {name}.md\n")


def _clone(project: Project, root: Path, modules: Path) -> Clone:
    copy_checkout(project, root, modules)
    run_git(root.parent, "init", "--quiet", "--bare", "remote.git")
    run_git(root, "init", "--quiet", "--initial-branch=main")
    (root / ".git" / "info" / "exclude").write_text("/node_modules\n")
    run_git(root, "config", "user.name", "Ada Example")
    run_git(root, "config", "user.email", "ada@example.com")
    run_git(root, "remote", "add", "origin", (root.parent / "remote.git").as_uri())
    return Clone(root)
