"""`mkdocs serve` starts with a clear message or not at all, and then outlives every mistake."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from backend_notes.content.site_config import read_site_config
from backend_notes.finding import Finding
from backend_notes.project import Project
from backend_notes.site.messages import defect


def address_problem(host: str, port: int) -> str | None:
    """Why no server can listen at an address, and the way out; None where one can."""
    try:
        with socket.socket(_family(host)) as probe:
            if os.name == "posix":  # elsewhere it would let two servers share an address
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            return None
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
    other = port + 1 if 1024 <= port < 65535 else 8001
    return (
        f"{host}:{port} cannot be served on ({reason}): take another address with"
        f" `uv run mkdocs serve -a localhost:{other}`, or end the program that uses this one."
    )


def _family(host: str) -> socket.AddressFamily:
    try:
        version = ipaddress.ip_address(host).version
    except ValueError:  # a name
        return socket.AF_INET
    return socket.AF_INET6 if version == 6 else socket.AF_INET


def outlive(
    build: Callable[..., object], project: Project, say: Callable[[str], object]
) -> Callable[..., None]:
    """A build for the server that reports a failure instead of raising it.

    After an exception MkDocs' server answers no request until a build succeeds. This way it goes
    on showing what there is.

    Args:
        build: what the server calls at each change.
        project: holds mkdocs.yml, which is read anew for each build.
        say: told what went wrong.
    """

    def build_or_say(*arguments: object) -> None:
        try:
            build(*arguments)
        except Abort:
            pass  # whoever raised it has said why
        except ConfigurationError as error:
            say(configuration_problem(project, error))
        except Exception as error:  # nothing may end the server
            say(str(defect(error, "the site was not built")))

    return build_or_say


def configuration_problem(project: Project, error: ConfigurationError) -> str:
    """What is wrong with mkdocs.yml: with its line, where our own reader sees it too."""
    mistakes = read_site_config(project).mistakes or ((1, " ".join(str(error).split())),)
    line, message = mistakes[0]
    return str(
        Finding(
            "mkdocs.yml",
            line,
            "site-configuration",
            message,
            "correct it and save: until then the site stays as it was",
        )
    )


@dataclass
class Serving:
    """What one run of `mkdocs` knows about being a server.

    Attributes:
        active: whether the command is `mkdocs serve`.
        started: whether its first build has begun.
    """

    active: bool = False
    started: bool = False

    def start(self, command: str) -> None:
        """Called once, before any build."""
        self.active, self.started = command == "serve", False

    def prepare(self, config: MkDocsConfig) -> None:
        """Called before each build; changes settings of a server in place.

        Raises:
            Abort: the server could not listen. MkDocs would find out after the first build.
        """
        if not self.active:
            return
        config.plugins["macros"].config["on_error_fail"] = False  # it ends the process
        if not self.started and (problem := address_problem(*config.dev_addr)):
            raise Abort(problem)
        self.started = True
