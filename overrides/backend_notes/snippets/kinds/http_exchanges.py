"""Read and write the text of an `.http` file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from backend_notes.snippets.sections import find_markers

_REQUEST = re.compile(r"(?P<method>[A-Z]+) (?P<target>\S+)( HTTP/[\d.]+)?$")
_HEADER = re.compile(r"(?P<name>[!#$%&'*+.^_`|~\w-]+):[ \t]*(?P<value>.*)$")
_SEPARATOR = re.compile(r"###(\s|$)")


@dataclass
class Exchange:
    """A request and its recorded response.

    Attributes:
        line: of the request, counted from 1.
        sent: the request's lines.
        middle: blank lines, section markers and comments up to the response.
        response: the recorded response's lines; none in a new file.
        after: what follows up to the next exchange.
        mistakes: what cannot be sent, as (line, message).
    """

    line: int
    sent: list[str]
    middle: list[str]
    response: list[str]
    after: list[str]
    mistakes: list[tuple[int, str]] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The request in short."""
        return self.sent[0].partition(" HTTP/")[0]

    @property
    def request(self) -> dict[str, object]:
        """What `http_client` sends."""
        head, body = _head_and_body(self.sent)
        method, target = self.title.split(" ", 1)
        return {
            "method": method,
            "target": target,
            "headers": [[m["name"], m["value"]] for line in head[1:] if (m := _HEADER.match(line))],
            "body": "\n".join(body),
        }

    @property
    def status(self) -> int:
        """The recorded status code; 0 where none is recorded."""
        match = re.match(r"HTTP/\S+ (\d+)", self.response[0]) if self.response else None
        return int(match[1]) if match else 0

    @property
    def shown_headers(self) -> list[str]:
        """The response headers to record, as they are written, each once."""
        if not self.response:
            return ["content-type"]
        head, _ = _head_and_body(self.response)
        return list(dict.fromkeys(m["name"] for line in head[1:] if (m := _HEADER.match(line))))


Piece = Exchange | list[str]


def parse(text: str) -> list[Piece]:
    """The exchanges of a file, in order, and the lines around them."""
    pieces: list[Piece] = []
    block: list[str] = []
    first = 1
    for number, line in enumerate(text.splitlines(), 1):
        if _SEPARATOR.match(line):
            pieces += [*_exchange(block, first), [line]]
            block, first = [], number + 1
        else:
            block.append(line)
    return pieces + _exchange(block, first)


def render(pieces: list[Piece], responses: dict[int, list[str]]) -> str:
    """The file's text with new responses, given by the line of their request."""
    lines: list[str] = []
    for piece in pieces:
        if isinstance(piece, list):
            lines += piece
            continue
        middle = piece.middle if piece.response else [""]
        lines += piece.sent + middle + responses[piece.line] + piece.after
    return "\n".join(lines) + "\n"


def _exchange(block: list[str], first: int) -> list[Piece]:
    """The pieces of what stands between two separators; `first` is its first line."""
    start = next((n for n, line in enumerate(block) if not _is_gap(line)), len(block))
    if start == len(block):
        return [block] if block else []
    answer = next((n for n, line in enumerate(block) if line.startswith("HTTP/")), len(block))
    sent, middle = _split_gap(block[start:answer])
    response, after = _split_gap(block[answer:])
    if not response:  # a new file: what follows the request will follow the response
        middle, after = [], middle
    exchange = Exchange(first + start, sent, middle, response, after)
    exchange.mistakes += _mistakes(exchange)
    for place, gap in ((answer - len(middle), middle), (len(block) - len(after), after)):
        exchange.mistakes += [
            (first + place + n, f"`{line}` stands after a section marker")
            for n, line in enumerate(gap)
            if not _is_gap(line)
        ]
    return [block[:start], exchange] if start else [exchange]


def _mistakes(exchange: Exchange) -> list[tuple[int, str]]:
    if not exchange.sent:
        return [(exchange.line, "a response without a request")]
    mistakes = []
    if not _REQUEST.match(exchange.sent[0]):
        mistakes.append((exchange.line, f"`{exchange.sent[0]}` is not a request line"))
    head, _ = _head_and_body(exchange.sent)
    for number, line in enumerate(head[1:], exchange.line + 1):
        if not _HEADER.match(line):
            mistakes.append((number, f"`{line}` is not a header (`Name: value`)"))
    return mistakes


def _is_gap(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def _split_gap(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines, and what follows them from the first section marker or the last blank lines on."""
    end = next((n for n, line in enumerate(lines) if find_markers(line)), len(lines))
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end], lines[end:]


def _head_and_body(lines: list[str]) -> tuple[list[str], list[str]]:
    blank = lines.index("") if "" in lines else len(lines)
    return lines[:blank], lines[blank + 1 :]
