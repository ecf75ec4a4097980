"""One reader's visit: a page, and everything that went wrong on it."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Response

_WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Visit:
    """A browser page that remembers its requests and its problems.

    Attributes:
        page: Playwright's page.
        requests: the addresses asked for, below the site's root.
        problems: console messages, failed requests, requests to other hosts.
    """

    def __init__(self, page: Page, address: str, axe: str) -> None:
        self.page = page
        self.requests: list[str] = []
        self.problems: list[str] = []
        self._address = address
        self._axe = axe
        page.on("request", lambda request: self._note_request(request.url))
        page.on("response", self._note_response)
        page.on("console", self._note_message)
        page.on("pageerror", lambda error: self.problems.append(f"exception: {error}"))

    def go(self, path: str) -> Visit:
        """Open a page of the site."""
        self.page.goto(self._address + path, wait_until="load")
        return self

    def read_through(self) -> None:
        """Scroll to the end, as a reader does, and wait until every diagram is drawn."""
        self.page.evaluate(
            """async () => {
                for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
                    scrollTo(0, y);
                    await new Promise(requestAnimationFrame);
                }
            }"""
        )
        for figure in self.page.locator("figure.diagram").all():
            figure.scroll_into_view_if_needed()
            figure.locator("svg").first.wait_for()
        self.page.evaluate("scrollTo(0, 0)")

    def pixels_too_wide(self) -> int:
        """How far the page scrolls sideways."""
        return int(self.page.evaluate(_WIDER))

    def axe_violations(self, *rules: str) -> list[str]:
        """What axe-core objects to on the page as it is now, one line for each element."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(self._axe)
        found = self.page.evaluate(
            """async rules => {
                const runOnly = rules.length ? { type: "rule", values: rules } : undefined;
                const options = { resultTypes: ["violations"], runOnly };
                // The theme's tooltips stand outside of all landmarks.
                const context = { exclude: [".md-tooltip2"] };
                // What the page does when something changed its size comes with the next frame.
                const frame = () => new Promise(requestAnimationFrame);
                await frame().then(frame);
                const { violations } = await axe.run(context, options);
                return violations.flatMap(({ id, nodes }) =>
                    nodes.map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ""}`));
            }""",
            list(rules),
        )
        return sorted(map(str, found))

    def use_dark_colours(self) -> None:
        """The system turns dark; the page follows."""
        self.page.emulate_media(color_scheme="dark")
        self.page.locator("body[data-md-color-scheme=slate]").wait_for()

    def asked_for_search_index(self) -> bool:
        """Whether the search index was requested so far."""
        return any(request.endswith("search_index.json") for request in self.requests)

    def _note_request(self, url: str) -> None:
        if url.startswith(self._address):
            self.requests.append(url.removeprefix(self._address))
        elif urlsplit(url).scheme not in ("data", "blob", "about"):
            self.problems.append(f"request to another host: {url}")

    def _note_response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.problems.append(f"{response.status}: {response.url}")

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console {message.type}: {message.text}")
