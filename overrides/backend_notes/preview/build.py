"""A preview of the site: every page, to be read without a server of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from backend_notes.content.repository import Repository
from backend_notes.preview.browsable import make_browsable
from backend_notes.preview.changed import Changes, as_html, changed_files, changes
from backend_notes.project import Project

LIST = "changed.html"


class PreviewError(Exception):
    """The site cannot be built; the message holds what MkDocs says."""


def build_preview(project: Project, site: Path, since: str) -> Changes:
    """Build the site strictly into a folder, with a list of the pages that changed.

    Args:
        project: the checkout.
        site: the folder; what is in it is replaced.
        since: the commit or branch to compare with.

    Raises:
        PreviewError: MkDocs objects to something.
        GitError: git knows no such commit.
    """
    found = changes(Repository(project), changed_files(project, since))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site.resolve())],
        cwd=project.root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise PreviewError(f"`mkdocs build --strict` fails:\n{done.stdout.strip()[-4000:]}")
    make_browsable(site)
    (site / LIST).write_text(as_html(found, since), "utf-8")
    return found
