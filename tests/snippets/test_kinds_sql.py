"""SQL runs on PostgreSQL, and what the server answers is what is recorded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from backend_notes.services.lease import Services, ServiceUnavailableError
from backend_notes.services.policy import skip_or_fail
from backend_notes.snippets import verify
from backend_notes.snippets.kinds.sql_statements import split
from backend_notes.snippets.source import Snippet

Write = Callable[..., Snippet]

STOCK = """\
CREATE TABLE stock (sku text PRIMARY KEY, quantity int, note text);
-- --8<-- [start:insert]
INSERT INTO stock VALUES ('A1', 3, NULL), ('B2', 120, 'it''s; here');
--> INSERT 0 2
-- --8<-- [end:insert]
-- --8<-- [start:select]
SELECT sku, quantity, note
FROM stock;
--> sku | quantity | note
--> ----+----------+-----------
--> A1  |        3 | NULL
--> B2  |      120 | it's; here
-- --8<-- [end:select]
INSERT INTO stock VALUES ('A1', 1, NULL);
--> ERROR: duplicate key value violates unique constraint "stock_pkey"
--> DETAIL: Key (sku)=(A1) already exists.
SELECT sku FROM stock WHERE quantity < 0;
--> sku
--> ---
--> (0 rows)
"""


@pytest.fixture(autouse=True)
def _postgres(services: Services) -> None:
    try:
        with services.lease(["postgres"]):
            pass
    except ServiceUnavailableError as error:
        skip_or_fail(error)


def test_results_that_are_recorded_pass(write: Write, services: Services) -> None:
    for _ in range(2):  # the second run finds a fresh database
        assert verify.check(write("s.sql", STOCK), services) == []


def test_changed_results_are_found_and_rewritten(write: Write, services: Services) -> None:
    snippet = write("s.sql", STOCK.replace("|        3", "|        4"))
    (finding,) = verify.check(snippet, services)
    assert (finding.path, finding.line, finding.rule) == ("snippets/s.sql", 11, "snippet-output")
    assert verify.update(snippet, services) == ([snippet.path], [])
    assert snippet.path.read_text() == STOCK


def test_new_statements_get_their_results(write: Write, services: Services) -> None:
    text = "CREATE TABLE a (b int);\nSELECT 1 AS one;\nUPDATE a SET b = 1;\n-->\n\nSELECT 2 AS two"
    snippet = write("s.sql", text)
    verify.update(snippet, services)
    assert snippet.path.read_text() == (
        "CREATE TABLE a (b int);\nSELECT 1 AS one;\n--> one\n--> ---\n-->   1\n"
        "UPDATE a SET b = 1;\n--> UPDATE 0\n\nSELECT 2 AS two\n--> two\n--> ---\n-->   2\n"
    )


def test_volatile_values_are_normalised_before_they_are_aligned(
    write: Write, services: Services
) -> None:
    snippet = write(
        "s.sql",
        '-- /// script\n-- [tool.notes]\n-- normalise = ["ids", "times"]\n-- ///\n'
        "CREATE TABLE o AS SELECT gen_random_uuid() AS id;\n"
        "SELECT id, '2024-05-06 07:08:09.12+00'::timestamptz AS at FROM o;\n"
        "SELECT id FROM o;\n",
    )
    text = verify.verify(snippet, services).recorded[snippet.path]
    row, again = text.splitlines()[8], text.splitlines()[-1]
    assert row.endswith(" | 2026-01-15 09:30:00.000000+00")
    assert again == row.partition(" | ")[0]


@pytest.mark.parametrize(
    ("text", "line", "rule", "message"),
    [
        ("-- nothing\n", 1, "sql-empty", "the file has no SQL statement"),
        ("SELECT 1;\n\n--> 1\n", 3, "sql-result-place", "does not follow a statement"),
        ("SELECT 1;\n\nSELECT 1,\n  nope;\n", 4, "sql-error", 'column "nope" does not exist'),
        ("SELECT 1;\nSELEC 1;\n", 2, "sql-error", 'syntax error at or near "SELEC"'),
        ("SELECT 1;\n--> ERROR: no\n", 1, "sql-no-error", "now succeeds: SELECT 1"),
        ("COPY pg_class TO STDOUT;\n", 1, "sql-error", "COPY from or to the client"),
        (
            "-- /// script\n-- [tool.notes]\n-- timeout = 0.2\n-- ///\nSELECT pg_sleep(60);\n",
            5,
            "sql-error",
            "canceling statement due to statement timeout",
        ),
    ],
)
def test_mistakes_are_found_where_they_are(
    write: Write, services: Services, text: str, line: int, rule: str, message: str
) -> None:
    (finding,) = verify.check(write("s.sql", text), services)
    assert (finding.path, finding.line, finding.rule) == ("snippets/s.sql", line, rule)
    assert message in finding.message


def test_a_semicolon_in_a_literal_ends_nothing() -> None:
    texts = [
        "SELECT ';', E'\\';', \"a;b\"",
        "CREATE FUNCTION f() RETURNS int AS $body$ BEGIN; $$;$$ END $body$ LANGUAGE plpgsql",
        "SELECT /* ; */ 1 -- ;\n + 2",
    ]
    statements, strays = split("".join(f"-- ; {n}\n{text};\n" for n, text in enumerate(texts)))
    assert [statement.text for statement in statements] == texts
    assert [(s.line, s.last_line) for s in statements] == [(2, 2), (4, 4), (6, 7)]
    assert strays == []
