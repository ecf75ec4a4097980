"""`mkdocs serve` while an author works: it says what is wrong, and never stops or hangs."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_site import MKDOCS, SmallSite, copy_site

from backend_notes.project import Project
from backend_notes.site.serving import address_problem

GUIDE = "docs/core-concepts/decorators.md"
SNIPPET = "snippets/core_concepts/decorators/registry.py"
OTHER = "docs/reference/other.md"
SECONDS = 40


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _until(found: Callable[[], bool], explain: Callable[[], str]) -> None:
    end = time.monotonic() + SECONDS
    while not found():
        if time.monotonic() > end:
            pytest.fail(explain(), pytrace=False)
        time.sleep(0.1)


@dataclass
class Server:
    """A running `mkdocs serve`, and what it said; `start` is what its first build said."""

    site: SmallSite
    process: subprocess.Popen[bytes]
    log: Path
    port: int
    read: int = 0
    start: str = ""

    def said(self) -> str:
        """What it said in its last build since the last change; empty while it builds."""
        text = self.log.read_text("utf-8")[self.read :].rpartition("Building documentation...")[2]
        return text if "Reloading browsers" in text or "Serving on" in text else ""

    def change(self, *changes: Callable[[], object], until: str = "") -> str:
        """Change files, wait for a build that says a text, and give back all that it said.

        Without a text it waits for a build that has nothing to say.
        """
        self.read = len(self.log.read_text("utf-8"))
        for change in changes:
            change()
        self.wait_for(until)
        return self.said()

    def wait_for(self, text: str) -> None:
        """Wait for a build that says a text, or that finds nothing wrong."""

        def found() -> bool:
            said = self.said()
            well = "WARNING" not in said and "ERROR" not in said
            return bool(said) and (text in said if text else well)

        _until(
            lambda: self.process.poll() is not None or found(),
            lambda: f"never said: {text}\n{self.log.read_text('utf-8')[self.read :]}",
        )
        assert self.process.poll() is None, self.log.read_text("utf-8")[self.read :]

    def get(self, path: str = "core-concepts/decorators/") -> str:
        """A page; waits no longer than a reader would."""
        address = f"http://127.0.0.1:{self.port}/{path}"
        with urllib.request.urlopen(address, timeout=10) as answer:
            text: str = answer.read().decode()
            return text


@pytest.fixture(scope="module")
def server(
    project: Project, tmp_path_factory: pytest.TempPathFactory, modules: Path
) -> Iterator[Server]:
    """A server that started on a page with a wrong macro, which is mended."""
    site = copy_site(project, tmp_path_factory.mktemp("serve") / "site", modules)
    site.write(OTHER, "---\ntitle: Other\ndescription: One sentence.\n---\n\n# Other\n")
    site.list_in_nav("reference/other.md")
    site.replace(GUIDE, "version(", "verson(")
    log, port = site.root / "serve.log", _free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*MKDOCS, "serve", "-a", f"127.0.0.1:{port}"],
            cwd=site.root,
            # A pipeline's setting: macros would end the process at the first mistake.
            env=site.environment | {"CI": "true"},
            stdout=output,
            stderr=output,
        )
    running = Server(site, process, log, port)
    try:
        running.wait_for("is undefined")
        running.start = running.said()
        running.change(lambda: site.replace(GUIDE, "verson(", "version("))
        yield running
    finally:
        process.terminate()
        process.wait(10)


def test_it_starts_on_a_mistake_and_shows_the_mended_page(server: Server) -> None:
    assert "'verson' is undefined [macro]" in server.start
    assert server.start.count("WARNING") == 1
    assert "Version 0." in server.get()


def test_mistakes_in_pages_and_snippets(server: Server) -> None:
    site = server.site
    files = {path: (site.root / path).read_bytes() for path in (GUIDE, SNIPPET, OTHER)}
    said = server.change(
        lambda: site.replace(GUIDE, "late_binding.py:program", "late_binding.py:progam"),
        lambda: site.replace(GUIDE, "minutes: 3", "minutes: [3"),
        lambda: site.write(SNIPPET, b"# /// script\n# [tool\n# ///\n" + files[SNIPPET]),
        lambda: site.write(OTHER, b"# Caf\xe9\n"),
        until=f"{OTHER}:1: byte 0xe9 is not UTF-8",
    )

    for message in (
        "late_binding.py has no section `progam`",
        "the front matter is not YAML",
        f"{SNIPPET}:1: the header is not TOML",
        f"{OTHER}:1: byte 0xe9 is not UTF-8",
    ):
        assert said.count(message) == 1
    assert "Traceback" not in said
    assert "Count the calls of a function" in server.get()
    assert "Caf\ufffd" in server.get("reference/other/")

    server.change(*(lambda path=path: site.write(path, files[path]) for path in files))
    assert "Caf\ufffd" not in server.get("reference/other/")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("nav:\n", "nav: [\n", "mkdocs.yml:{line}: mkdocs.yml is not YAML: "),
        ("  - mike:\n", "  - mikey:\n", 'The "mikey" plugin is not installed'),
        ("site_name: ", "site_nam: ", "Required configuration not provided"),
    ],
    ids=["yaml", "plugin", "missing setting"],
)
def test_mistakes_in_the_settings(server: Server, old: str, new: str, message: str) -> None:
    before = _content(server.get())
    line = server.site.line_of("mkdocs.yml", old.strip()) + 1  # where the parser notices
    settings = (server.site.root / "mkdocs.yml").read_bytes()
    message = message.format(line=line)

    said = server.change(lambda: server.site.replace("mkdocs.yml", old, new), until=message)
    assert said.count(message) == 1
    assert "Traceback" not in said
    assert _content(server.get()) == before

    server.change(lambda: server.site.write("mkdocs.yml", settings))
    assert _content(server.get()) == before


def test_a_broken_template(server: Server) -> None:
    path = "overrides/main.html"
    template = (server.site.root / path).read_bytes()
    line = len(template.splitlines()) + 1
    message = f"{path}:{line}: the site was not built: TemplateSyntaxError"

    said = server.change(lambda: server.site.write(path, template + b"{% if %}\n"), until=message)
    assert said.count(message) == 1
    assert "Traceback" not in said
    with pytest.raises(urllib.error.HTTPError):  # an answer, if not a page
        server.get()

    server.change(lambda: server.site.write(path, template))
    assert "Nobody knows" in server.get()


def test_an_address_in_use(server: Server) -> None:
    done = subprocess.run(
        [*MKDOCS, "serve", "-a", f"127.0.0.1:{server.port}"],
        cwd=server.site.root,
        env=server.site.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=SECONDS,
    )

    assert done.returncode == 1
    progress, _, said = done.stdout.strip().partition("\n\n")
    assert progress == "INFO    -  Building documentation..."
    assert said.startswith(f"127.0.0.1:{server.port} cannot be served on (Address already in use)")
    assert f"`uv run mkdocs serve -a localhost:{server.port + 1}`" in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("host", "port", "reason"),
    [("127.0.0.1", 99_999, "port must be 0-65535"), ("192.0.2.1", 8000, "annot assign")],
    ids=["port", "host"],
)
def test_an_address_that_does_not_exist(host: str, port: int, reason: str) -> None:
    problem = address_problem(host, port)

    assert problem is not None
    assert f"{host}:{port} cannot be served on (" in problem
    assert reason in problem
    assert "`uv run mkdocs serve -a localhost:8001`" in problem


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_an_address_that_is_free(host: str) -> None:
    assert address_problem(host, _free_port()) is None


def _content(html: str) -> str:
    """A page without the time stamps of its live reload."""
    return html[: html.rindex("var livereload")]
