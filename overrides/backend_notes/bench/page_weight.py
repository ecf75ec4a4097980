"""What a reader's first view of a page downloads, beside stock Material with the same Markdown."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backend_notes.bench.chromium import FLAGS, find_chromium
from backend_notes.bench.site_build import build_site
from backend_notes.bench.static_server import serve_folder
from backend_notes.bench.stock import make_stock_project
from backend_notes.project import Project

# Stock Material loads the index at once and we do not; fonts are each reader's choice of looks.
_LEFT_OUT = ("search_index.json", ".woff2")


@dataclass(frozen=True)
class PageWeight:
    """Bytes on the wire, compressed, search index and web fonts left out.

    Attributes:
        page: the address below the site's root.
        ours: what this site sends.
        stock: what stock Material sends from its own host.
    """

    page: str
    ours: int
    stock: int

    @property
    def extra(self) -> float:
        """Kilobytes above stock Material."""
        return (self.ours - self.stock) / 1000

    def __str__(self) -> str:
        ours, stock = self.ours / 1000, self.stock / 1000
        return f"{ours:6.1f} kB, stock {stock:6.1f} kB, {self.extra:+.1f} kB  {self.page or '/'}"


def weigh_pages(project: Project, site: Path, pages: Iterable[str]) -> Iterator[PageWeight]:
    """Open pages of a built site and of stock Material as a new reader on a phone does.

    Args:
        project: the checkout that the stock site is made from.
        site: the built site.
        pages: addresses below its root.

    Raises:
        FileNotFoundError: there is no Chromium.
        RuntimeError: the stock site cannot be built.
    """
    pages = list(pages)
    with tempfile.TemporaryDirectory(prefix="notes-stock-") as name:
        stock, target = make_stock_project(project, Path(name)), Path(name) / "site"
        build_site(stock, target)
        ours, theirs = _weigh(site, pages), _weigh(target, pages)
    for page in pages:
        yield PageWeight(page, ours[page], theirs[page])


def _weigh(site: Path, pages: list[str]) -> dict[str, int]:
    from playwright.sync_api import sync_playwright

    with serve_folder(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        try:
            return {page: _first_view(browser, address, page) for page in pages}
        finally:
            browser.close()


def _first_view(browser: Any, address: str, path: str) -> int:
    """Bytes until the network rests; requests to other hosts are refused and not counted."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    context.route(lambda url: not url.startswith(address), lambda route: route.abort())
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    urls: dict[str, str] = {}
    sizes: list[int] = []
    network.on(
        "Network.responseReceived",
        lambda event: urls.update({event["requestId"]: event["response"]["url"]}),
    )

    def count(event: dict[str, Any]) -> None:
        url = urls.get(event["requestId"], "")
        if url.startswith(address) and not url.endswith(_LEFT_OUT):
            sizes.append(int(event["encodedDataLength"]))

    network.on("Network.loadingFinished", count)
    page.goto(address + path, wait_until="networkidle")
    context.close()
    return sum(sizes)
