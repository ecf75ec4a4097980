"""What stands outside the built pages of a version, and mike leaves out."""

from __future__ import annotations

from backend_notes.release.addresses import (
    not_found_of,
    public_sitemap,
    site_root,
    sitemap_of,
)
from backend_notes.release.build import Built
from backend_notes.release.compress import compressed
from backend_notes.release.redirects import moved_page
from backend_notes.release.versions import LATEST


def files_of_version(built: Built, folder: str) -> dict[str, bytes]:
    """The files of a version that name their own folder: that of its number, or `latest`."""
    sitemap, not_found = _read(built, "sitemap.xml"), _read(built, "404.html")
    files = {
        f"{folder}/sitemap.xml": sitemap_of(sitemap, folder),
        f"{folder}/404.html": not_found_of(not_found, built.root, folder),
    }
    return _with_copies({name: text for name, text in files.items() if text})


def files_of_root(built: Built) -> dict[str, bytes]:
    """The files beside the versions, from the version that readers are led to.

    That is the latest release, or `dev` before the first one: then there is nothing yet that a
    search engine should know.
    """
    folder = built.version if built.version == "dev" else LATEST
    root = site_root(built.root)
    files = {
        "404.html": not_found_of(_read(built, "404.html"), built.root, folder),
        "index.html": moved_page(f"{folder}/", canonical=f"{root}{folder}/"),
    }
    if folder == LATEST:
        files["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {root}sitemap.xml\n"
        files["sitemap.xml"] = public_sitemap(_read(built, "sitemap.xml"), built.redirects)
    return _with_copies({name: text for name, text in files.items() if text})


def _read(built: Built, name: str) -> str:
    path = built.site / name
    return path.read_text("utf-8") if path.is_file() else ""


def _with_copies(files: dict[str, str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, text in files.items():
        data = text.encode()
        found |= {name: data, **compressed(name, data)}
    return found
