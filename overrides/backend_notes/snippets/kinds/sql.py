"""SQL, run on PostgreSQL: statements, and below each what the server answers.

    SELECT sku, quantity FROM stock;
    --> sku | quantity
    --> ----+---------
    --> A1  |        3

Statements run one by one, in one session, in a database of their own. A statement that returns rows
always shows them. `--> UPDATE 1` and the like is recorded only where a `-->` line stands already,
and a statement that must fail is followed by `--> ERROR: …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backend_notes.finding import Finding
from backend_notes.services.lease import Services
from backend_notes.snippets.kinds.requirements import check_header
from backend_notes.snippets.kinds.sql_statements import ARROW, Statement, split
from backend_notes.snippets.output import normalise, settle
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification

if TYPE_CHECKING:
    from psycopg.pq.abc import PGresult

# Types whose values align to the right: int8, int2, int4, oid, float4, float8, numeric.
_NUMBERS = {20, 21, 23, 26, 700, 701, 1700}

# PostgreSQL leaves trailing zeros out, so that one time in ten is shorter than the others.
_SHORT_FRACTION = re.compile(r"(?<=:\d\d)\.\d{1,5}(?!\d)")


@dataclass(frozen=True)
class Answer:
    """What the server said to one statement.

    Attributes:
        status: the command's tag, such as `UPDATE 1`; empty where it failed.
        error: the message's lines, `ERROR: …` first; empty where it succeeded.
        position: where in the statement the error is, counted from 0.
        columns: the names, None where the statement returns no rows.
        rows: the values as PostgreSQL writes them.
        right: for each column, whether its values align to the right.
    """

    status: str = ""
    error: tuple[str, ...] = ()
    position: int = 0
    columns: tuple[str, ...] | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    right: tuple[bool, ...] = ()


def verify(snippet: Snippet, services: Services) -> Verification:
    """Run the statements; what the server answers is what the file ought to hold.

    Raises:
        ServiceUnavailableError: there is no PostgreSQL here.
    """
    statements, strays = split(snippet.text)
    findings = check_header(snippet)
    if strays or not statements:
        findings += _malformed(snippet, strays)
    if findings:
        return Verification(findings)
    with services.lease({*snippet.header.needs, "postgres"}) as env:
        answers = _run(env["DATABASE_URL"], statements, snippet.header.timeout)
    findings = [
        finding
        for statement, answer in zip(statements, answers, strict=True)
        for finding in _failures(snippet, statement, answer)
    ]
    if findings:
        return Verification(findings)
    rules = snippet.header.normalise
    answers = _normalised(answers, rules)
    lines = snippet.text.splitlines()
    # From the end, so that the lines of the statements before stay where they are.
    for statement, answer in reversed(list(zip(statements, answers, strict=True))):
        real = "".join(f"{line}\n" for line in _recording(statement, answer))
        old = "".join(f"{line}\n" for line in statement.recorded)
        after = statement.last_line + len(statement.recorded)
        lines[statement.last_line : after] = settle(old, real, rules).splitlines()
    return Verification(recorded={snippet.path: "\n".join(lines) + "\n"})


def _malformed(snippet: Snippet, strays: list[int]) -> Iterator[Finding]:
    if not strays:
        yield Finding(
            snippet.name,
            1,
            "sql-empty",
            "the file has no SQL statement",
            "write at least one, ended by `;`",
        )
    for line in strays:
        yield Finding(
            snippet.name,
            line,
            "sql-result-place",
            f"a result line (`{ARROW} …`) that does not follow a statement",
            "put it directly below the line on which its statement ends with `;`, or delete it",
        )


def _run(address: str, statements: list[Statement], timeout: float) -> list[Answer]:
    """Run statements one by one, as psql does: each in a transaction of its own unless in BEGIN."""
    import psycopg

    # SQLAlchemy's addresses name the driver; libpq's do not.
    scheme, _, rest = address.partition("://")
    address = f"{scheme.partition('+')[0]}://{rest}"
    options = f"-c statement_timeout={timeout * 1000:.0f} -c TimeZone=UTC"
    with closing(psycopg.connect(address, autocommit=True, options=options)) as connection:
        server = connection.pgconn
        return [_answer(server.exec_(statement.text.encode())) for statement in statements]


def _answer(result: PGresult) -> Answer:
    from psycopg.pq import DiagnosticField, ExecStatus

    def field(name: DiagnosticField) -> str:
        return _value(result.error_field(name) or b"")

    if result.status == ExecStatus.TUPLES_OK:
        columns = range(result.nfields)
        return Answer(
            status=(result.command_status or b"").decode(),
            columns=tuple((result.fname(n) or b"").decode() for n in columns),
            rows=tuple(
                tuple(_value(result.get_value(row, n)) for n in columns)
                for row in range(result.ntuples)
            ),
            right=tuple(result.ftype(n) in _NUMBERS for n in columns),
        )
    if result.status in (ExecStatus.COMMAND_OK, ExecStatus.EMPTY_QUERY):
        return Answer(status=(result.command_status or b"").decode())
    if result.status != ExecStatus.FATAL_ERROR:
        return Answer(error=("COPY from or to the client needs a client; use INSERT or SELECT",))
    error = f"{field(DiagnosticField.SEVERITY)}: {field(DiagnosticField.MESSAGE_PRIMARY)}"
    detail = field(DiagnosticField.MESSAGE_DETAIL)
    return Answer(
        error=(error, f"DETAIL: {detail}") if detail else (error,),
        position=int(field(DiagnosticField.STATEMENT_POSITION) or 1) - 1,
    )


def _value(raw: bytes | None) -> str:
    """A value on one line; NULL is written out, so that it differs from an empty text."""
    return "NULL" if raw is None else "↵".join(raw.decode().splitlines())


def _failures(snippet: Snippet, statement: Statement, answer: Answer) -> Iterator[Finding]:
    must_fail = bool(statement.recorded) and statement.recorded[0].startswith(f"{ARROW} ERROR")
    if answer.error and not must_fail:
        yield Finding(
            snippet.name,
            statement.line + statement.text.count("\n", 0, answer.position),
            "sql-error",
            f"PostgreSQL refuses the statement: {'; '.join(answer.error)}",
            f"correct it; or, if failing is the point, put `{ARROW} ERROR:` below its last line",
        )
    elif must_fail and not answer.error:
        yield Finding(
            snippet.name,
            statement.line,
            "sql-no-error",
            f"the statement is recorded as failing and now succeeds: {answer.status}",
            f"make it fail again, or delete its `{ARROW} ERROR` line",
        )


def _normalised(answers: list[Answer], rules: tuple[str, ...]) -> list[Answer]:
    """The answers with their volatile values rewritten.

    All values go through the rules as one text, a value a line, so that the same id stays the same
    id throughout the file; and before they are aligned, so that the widths do not change. The mark
    keeps the rules for tracebacks, which know lines by how they begin, away from values.
    """
    mark = "\x01"
    values = [
        v for answer in answers for v in (*answer.error, *(v for r in answer.rows for v in r))
    ]
    text = "".join(f"{mark}{value}\n" for value in values)
    if "times" in rules:
        text = _SHORT_FRACTION.sub(lambda m: m[0].ljust(7, "0"), text)
    fresh = iter(normalise(text, rules, {}).splitlines())
    return [
        Answer(
            status=answer.status,
            error=tuple(next(fresh).removeprefix(mark) for _ in answer.error),
            columns=answer.columns,
            rows=tuple(tuple(next(fresh).removeprefix(mark) for _ in row) for row in answer.rows),
            right=answer.right,
        )
        for answer in answers
    ]


def _recording(statement: Statement, answer: Answer) -> list[str]:
    """The `-->` lines that belong below a statement."""
    if answer.columns is not None:
        lines = _table(answer, answer.columns)
    elif statement.recorded:
        lines = list(answer.error) or [answer.status]
    else:
        lines = []
    return [f"{ARROW} {line}".rstrip() for line in lines]


def _table(answer: Answer, columns: tuple[str, ...]) -> list[str]:
    cells = [columns, *answer.rows]
    widths = [max(len(row[n]) for row in cells) for n in range(len(columns))]
    aligned = [
        " | ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, answer.right, strict=True)
        )
        for row in cells
    ]
    rule = "-+-".join("-" * width for width in widths)
    return [aligned[0], rule, *aligned[1:], *([] if answer.rows else ["(0 rows)"])]
