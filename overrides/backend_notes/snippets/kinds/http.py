"""HTTP exchanges: a request, a blank line, what the application answers.

    POST /orders HTTP/1.1
    Content-Type: application/json

    {"sku": "A1"}

    HTTP/1.1 201 Created
    content-type: application/json

    {"id": 1}

The header names the application: `app = "main.py:app"`. Lines of `###` separate exchanges, which
meet the same running application, lifespan included. Of the response's headers those are recorded
that stand there already.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

from backend_notes.finding import Finding
from backend_notes.services.lease import Services
from backend_notes.snippets.kinds.http_exchanges import Exchange, Piece, parse, render
from backend_notes.snippets.kinds.requirements import check_header
from backend_notes.snippets.output import normalise, settle
from backend_notes.snippets.process import clean_environment, run_session
from backend_notes.snippets.runner import shown_paths, work_folder
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification

# RFC 9110 renamed these; Python followed in 3.13.
_REASONS = {
    413: "Content Too Large",
    414: "URI Too Long",
    416: "Range Not Satisfiable",
    422: "Unprocessable Content",
}
_WIDTH = 80
_BETWEEN = "\x01"


def verify(snippet: Snippet, services: Services) -> Verification:
    """Send the requests; what the application answers is what the file ought to hold.

    Raises:
        ServiceUnavailableError: it needs a service that this machine does not have.
    """
    pieces = parse(snippet.text)
    exchanges = [piece for piece in pieces if isinstance(piece, Exchange)]
    findings = check_header(snippet) + list(_malformed(snippet, exchanges))
    if findings:
        return Verification(findings)
    replies, problem = _send(snippet, services, exchanges)
    findings = list(_failures(snippet, exchanges, replies, problem))
    if findings:
        return Verification(findings)
    return Verification(recorded={snippet.path: _recorded(snippet, pieces, replies)})


def _malformed(snippet: Snippet, exchanges: list[Exchange]) -> Iterator[Finding]:
    file, _, name = snippet.header.app.rpartition(":")
    if not name or not (snippet.path.parent / file).is_file():
        message = (
            f"there is no file `{file}` beside this one"
            if name
            else "the header does not name the application"
        )
        fix = 'write `app = "main.py:app"` in the header: file and variable'
        yield Finding(snippet.name, 1, "http-app", message, fix)
    if not exchanges:
        message, fix = "the file has no request", "write one, such as `GET /orders HTTP/1.1`"
        yield Finding(snippet.name, 1, "http-empty", message, fix)
    for exchange in exchanges:
        for line, message in exchange.mistakes:
            fix = "write `METHOD /path HTTP/1.1`, headers, a blank line, the body"
            yield Finding(snippet.name, line, "http-syntax", message, fix)


def _send(
    snippet: Snippet, services: Services, exchanges: list[Exchange]
) -> tuple[list[dict[str, Any]], str]:
    """The replies that came, and why not all of them did."""
    header = snippet.header
    with services.lease(header.needs) as leased, work_folder() as folder:
        cwd, home, output = folder / "run", folder / "home", folder / "output"
        requests, replies = folder / "requests", folder / "replies"
        cwd.mkdir()
        home.mkdir()
        requests.write_text(json.dumps([e.request for e in exchanges]), encoding="utf-8")
        app = snippet.path.parent / header.app
        command = ["-m", "backend_notes.snippets.http_client", str(app)]
        code = run_session(
            [sys.executable, *command, str(requests), str(replies)],
            cwd=cwd,
            env=clean_environment(home) | leased | header.env,
            output=output,
            timeout=header.timeout,
        )
        answered = replies.read_text(encoding="utf-8") if replies.exists() else ""
        if code is None:
            problem = f"did not end within {header.timeout:g} s"
        else:
            said = output.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            problem = f"ended: {said[-1]}" if code and said else ""
    return [json.loads(line) for line in answered.splitlines() if line], problem


def _failures(
    snippet: Snippet, exchanges: list[Exchange], replies: list[dict[str, Any]], problem: str
) -> Iterator[Finding]:
    for exchange, reply in zip(exchanges, replies, strict=False):
        if reply["raised"] and exchange.status != reply["status"]:
            yield Finding(
                snippet.name,
                exchange.line,
                "http-exception",
                f"`{exchange.title}` makes the application raise {reply['raised']}",
                "correct the application; or, if that is the point, record"
                f" `HTTP/1.1 {reply['status']} {_reason(reply['status'])}`",
            )
    if problem or len(replies) < len(exchanges):
        last = exchanges[min(len(replies), len(exchanges) - 1)]
        where = f"before it answered `{last.title}`"
        if len(replies) == len(exchanges):
            where = "after the last answer, at shutdown"
        yield Finding(
            snippet.name,
            last.line,
            "http-application",
            f"the application {problem or 'ended'}, {where}",
            "correct the application, or set `timeout` in the header",
        )


def _recorded(snippet: Snippet, pieces: list[Piece], replies: list[dict[str, Any]]) -> str:
    """The file with the real responses.

    All responses go through the rules as one text: the same id stays the same id in all of them.
    """
    rules = snippet.header.normalise
    exchanges = [piece for piece in pieces if isinstance(piece, Exchange)]
    texts = [_response(e, reply) for e, reply in zip(exchanges, replies, strict=True)]
    paths = shown_paths(snippet.project, Path("/nonexistent"))
    real = normalise(f"\n{_BETWEEN}\n".join(texts), rules, paths).split(f"\n{_BETWEEN}\n")
    settled = {
        exchange.line: settle("\n".join(exchange.response), text, rules).strip("\n").splitlines()
        for exchange, text in zip(exchanges, real, strict=True)
    }
    return render(pieces, settled)


def _response(exchange: Exchange, reply: dict[str, Any]) -> str:
    lines = [f"HTTP/1.1 {reply['status']} {_reason(reply['status'])}"]
    for name in exchange.shown_headers:
        lines += [f"{name}: {value}" for key, value in reply["headers"] if key == name.lower()]
    body = _pretty(reply["body"])
    return "\n".join([*lines, "", body] if body else lines)


def _reason(status: int) -> str:
    try:
        return _REASONS.get(status) or HTTPStatus(status).phrase
    except ValueError:
        return ""


def _pretty(body: str) -> str:
    """A body as the server sent it; JSON that does not fit on a line is indented."""
    body = body.rstrip("\n")
    if len(body) <= _WIDTH or "\n" in body:
        return body
    try:
        return json.dumps(json.loads(body), indent=2, ensure_ascii=False)
    except ValueError:
        return body
