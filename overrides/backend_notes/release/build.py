"""One version of the site, built strictly and made ready for a static host."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from backend_notes.project import Project
from backend_notes.release.addresses import latest_root
from backend_notes.release.compress import compress_folder
from backend_notes.release.errors import ReleaseError
from backend_notes.release.git import git
from backend_notes.release.redirects import read_redirects, write_redirects
from backend_notes.release.runtime import take_runtime_out
from backend_notes.site.settings import WITHOUT_PYTHON

_SCRIPTS = "assets/javascripts"
_OF_THE_THEME = {".js", ".map"}


@dataclass(frozen=True)
class Built:
    """A built version.

    Attributes:
        version: its number, or `dev`.
        site: the folder that holds it; addresses in it are those of the latest version.
        root: where the latest version stands.
        redirects: the addresses in it that only send readers on.
        runtime: the folder of the Python that runs in its pages, beside the site; None where it
            has none.
    """

    version: str
    site: Path
    root: str
    redirects: list[str]
    runtime: Path | None = None


def build_version(project: Project, version: str, site: Path, *, python: bool = True) -> Built:
    """Build a version into a folder, with redirects, hashed scripts and compressed copies.

    Python for the browser goes into a folder beside it, `runtime`; without it, programs do not run
    in the pages.

    Raises:
        ReleaseError: MkDocs objects to something; the message holds what it says.
    """
    _run_mkdocs(project, version, site, {} if python else {WITHOUT_PYTHON: "1"})
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # it carries the time of the build
    fingerprint_scripts(site)
    sitemap = site / "sitemap.xml"
    root = latest_root(sitemap.read_text("utf-8")) if sitemap.is_file() else ""
    if not root:
        raise ReleaseError(
            "mkdocs.yml has no `site_url`, or not the plugin mike with `canonical_version: latest`:"
            " pages would not name their own address."
        )
    moved = write_redirects(read_redirects(project)[0], site, root)
    sitemap.write_text(_with_addresses(sitemap.read_text("utf-8"), root, moved), "utf-8")
    runtime = take_runtime_out(site, site.with_name("runtime"))
    compress_folder(site)
    return Built(version, site, root, moved, runtime)


def _run_mkdocs(project: Project, version: str, site: Path, more: Mapping[str, str]) -> None:
    settings = {
        **more,
        "MIKE_DOCS_VERSION": version,
        "NO_MKDOCS_2_WARNING": "1",
        # Dates on the site are the commit's, so that a commit always makes the same site.
        "SOURCE_DATE_EPOCH": git(project.root, "log", "-1", "--format=%ct"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)],
        cwd=project.root,
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ReleaseError(
            "`mkdocs build --strict` fails: correct what it names, and commit.\n"
            + done.stdout.strip()[-4000:]
        )


def fingerprint_scripts(site: Path) -> None:
    """Move our scripts, and what lies beside them, to a folder that is named for what they hold.

    They find each other by relative paths, so they move together; a browser then never mixes the
    scripts of two deployments that it met at one address. The theme's are named so already.
    """
    scripts = [
        path for path in sorted((site / _SCRIPTS).glob("*.*")) if path.suffix not in _OF_THE_THEME
    ]
    if not scripts:
        return
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in scripts)).hexdigest()[:8]
    folder = site / f"{_SCRIPTS}.{digest}"
    folder.mkdir()
    for script in scripts:
        script.rename(folder / script.name)
    names = "|".join(re.escape(script.name) for script in scripts)
    named = re.compile(rf"{_SCRIPTS}/({names})")
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(named.sub(rf"{_SCRIPTS}.{digest}/\1", text), "utf-8")


def _with_addresses(sitemap: str, root: str, more: list[str]) -> str:
    """A site map with more addresses: the version selector leads through redirects too."""
    urls = "".join(
        f"    <url>\n         <loc>{root}{address}</loc>\n    </url>\n" for address in more
    )
    return sitemap.replace("</urlset>", f"{urls}</urlset>")
