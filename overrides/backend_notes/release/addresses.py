"""The addresses inside a built version, which MkDocs takes all for those of `latest`."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from backend_notes.release.versions import LATEST

_ROOT = re.compile(rf"<loc>(\S*/{LATEST}/)</loc>")
_URL = re.compile(r"[ \t]*<url>.*?</url>\n?", re.DOTALL)


def latest_root(sitemap: str) -> str:
    """Where the latest version will stand; empty where the site map does not say it."""
    match = _ROOT.search(sitemap)
    return match[1] if match else ""


def sitemap_of(sitemap: str, version: str) -> str:
    """A version's own site map: instant navigation and the version selector read it."""
    root = latest_root(sitemap)
    return sitemap.replace(f"<loc>{root}", f"<loc>{_sibling(root, version)}")


def public_sitemap(sitemap: str, redirects: list[str]) -> str:
    """The one site map for search engines: each page of the latest version, once.

    Args:
        sitemap: that version's, as it was built.
        redirects: addresses in it that only send readers on.
    """
    root = latest_root(sitemap)
    hidden = {f"{root}{address}" for address in redirects}
    seen: set[str] = set()

    def once(match: re.Match[str]) -> str:
        location = re.search(r"<loc>(.*?)</loc>", match[0])
        found = location[1] if location else ""
        if found in hidden or found in seen:
            return ""
        seen.add(found)
        return match[0]

    return _URL.sub(once, sitemap)


def not_found_of(page: str, root: str, version: str) -> str:
    """The 404 page of a version: its links are absolute, because it is shown at any address.

    Args:
        page: as it was built, with links into the latest version.
        root: where the latest version stands.
        version: whose page it becomes.
    """
    path, own = urlsplit(root).path, urlsplit(_sibling(root, version)).path
    return re.sub(
        rf'(?P<open>["\']){re.escape(path.rstrip("/"))}(?P<end>["\'/])',
        # The theme finds versions.json beside its base only if that ends with a slash.
        lambda match: match["open"] + own + ("" if match["end"] == "/" else match["end"]),
        page,
    )


def site_root(root: str) -> str:
    """Where all versions stand, from where the latest stands."""
    return root.removesuffix(f"{LATEST}/")


def _sibling(root: str, version: str) -> str:
    return f"{site_root(root)}{version}/"
