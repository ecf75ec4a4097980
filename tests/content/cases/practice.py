"""Practice problems whose page or files a reader, or the harness, could not use."""

from __future__ import annotations

from cases.case import Case

PROBLEM = "docs/practice/stock-check.md"
_FOLDER = "snippets/practice/stock_check"
TESTS = f"{_FOLDER}/test_stock_check.py"
WRONG = f"{_FOLDER}/wrong_last_piece_kept.py"
_HINTS = 'write two, the second telling more: `??? tip "First hint: …"` and the text indented by 4'
_STATEMENT = "state it in three to six sentences between `#` and the first `##`"
_HEADER = "write `fails` and `hint` below `[tool.practice]` in a `/// script` header"
_STEADY = "pass a clock in, and let `asyncio.run` keep virtual time"

CASES = [
    Case(
        rule="front-matter-missing",
        when="a problem without a level",
        file=PROBLEM,
        edits=[("level: easy\n", "")],
        at=(PROBLEM, 1),
        message="the front matter has no `level`",
        fix="add `level: medium` between the two `---` at the top",
    ),
    Case(
        rule="practice-level",
        when="a level that does not exist",
        file=PROBLEM,
        edits=[("level: easy", "level: simple")],
        at=(PROBLEM, 4),
        message="the level `simple` means nothing",
        fix="write one of easy, medium, hard",
    ),
    Case(
        rule="practice-builds-on",
        when="a guide misspelled",
        file=PROBLEM,
        edits=[("[core-concepts/decorators]", "[core-concepts/decorator]")],
        at=(PROBLEM, 6),
        message="`core-concepts/decorator` is no guide (did you mean `core-concepts/decorators`?)",
        fix="name a guide by its path below docs/ without `.md`, or take the line out",
    ),
    Case(
        rule="practice-statement",
        when="two sentences",
        file=PROBLEM,
        edits=[(" Write the check that comes first.", "")],
        at=(PROBLEM, 10),
        message="the problem below the title has 2 sentences",
        fix=_STATEMENT,
    ),
    Case(
        rule="practice-parts",
        when="no hints",
        file=PROBLEM,
        edits=[(" { .hints }", "")],
        at=(PROBLEM, 1),
        message="the page has no part with the hints",
        fix="mark its level-2 heading: `## Some words { .hints }`",
    ),
    Case(
        rule="parts-in-order",
        when="hints before the tests",
        file=PROBLEM,
        edits=[
            ("The tests { .tests }", "The tests { .hints }"),
            ("Hints { .hints }", "H { .tests }"),
        ],
        at=(PROBLEM, 34),
        message="the part with the hints comes before the part with the tests",
        fix=(
            "keep the order: example, place for the answer, part with the tests,"
            " part with the hints, solution, production part"
        ),
        also={"practice-imports", "practice-hints"},
    ),
    Case(
        rule="practice-imports",
        when="the answer shows the solution",
        file=PROBLEM,
        edits=[('stock_check/starter.py"', 'stock_check/solution.py:solution"')],
        at=(PROBLEM, 24),
        message="`Your answer` imports practice/stock_check/solution.py:solution",
        fix="import practice/stock_check/starter.py there, in this order, and nothing else",
        also={"orphan-snippet"},
    ),
    Case(
        rule="practice-command",
        when="no command",
        file=PROBLEM,
        edits=[("--mine my_solution.py", "--mine")],
        at=(PROBLEM, 24),
        message="`Your answer` does not say how to grade an answer on the reader's machine",
        fix=(
            "write the command there:"
            " `uv run pytest snippets/practice/stock_check --mine my_solution.py`"
        ),
    ),
    Case(
        rule="practice-hints",
        when="one hint",
        file=PROBLEM,
        edits=[
            ('??? tip "Second hint: when they are equal"\n\n    The last piece can be sold.\n', "")
        ],
        at=(PROBLEM, 42),
        message="there are 1 folded hints",
        fix=_HINTS,
    ),
    Case(
        rule="practice-hints",
        when="a hint without text",
        file=PROBLEM,
        edits=[("    Stock and order.", "    —")],
        at=(PROBLEM, 42),
        message="a hint has no title or no text",
        fix=_HINTS,
    ),
    Case(
        rule="practice-folded",
        when="the tests are open",
        file=PROBLEM,
        edits=[('??? example "Show the tests"', '!!! example "Show the tests"')],
        at=(PROBLEM, 39),
        message="snippets/practice/stock_check/test_stock_check.py is open to everybody who"
        " scrolls by",
        fix='put the block into `??? success "Show …"`, indented by 4',
    ),
    Case(
        rule="practice-insight",
        when="no idea",
        file=PROBLEM,
        edits=[("!!! abstract", "!!! note")],
        at=(PROBLEM, 52),
        message="the fold of the solution does not hold the one idea behind it",
        fix='write `!!! abstract "The idea"` below the code, indented by 4',
    ),
    Case(
        rule="practice-files",
        when="one wrong approach",
        remove=WRONG,
        at=(f"{_FOLDER}/solution.out", 1),
        message=f"{_FOLDER} has 1 of the two known wrong approaches that it needs",
        fix="write `wrong_<misconception>.py` for the mistakes that people really make",
    ),
    Case(
        rule="practice-files",
        when="a file that nothing uses",
        file=f"{_FOLDER}/notes.txt",
        write="Later.\n",
        at=(f"{_FOLDER}/notes.txt", 1),
        message="nothing grades or shows this file",
        fix=(
            "delete it; a problem holds solution.out, solution.py, starter.py,"
            " test_stock_check.py, wrong_*.py and survivors.toml"
        ),
        also={"orphan-snippet"},
    ),
    Case(
        rule="practice-wrong",
        when="no hint",
        file=WRONG,
        edits=[("Equal is enough.", "")],
        at=(WRONG, 1),
        message="the header names no test that it fails, or has no hint",
        fix=_HEADER,
    ),
    Case(
        rule="practice-wrong",
        when="a test that does not exist",
        file=WRONG,
        edits=[("test_the_last_piece_can_be_picked", "test_the_last_piece")],
        at=(WRONG, 1),
        message="test_stock_check.py has no test `test_the_last_piece`",
        fix="name the one test that this approach fails",
    ),
    Case(
        rule="practice-wrong",
        when="one hint for two",
        file=WRONG,
        edits=[("Equal is enough.", "Zero is less than any stock.")],
        at=(f"{_FOLDER}/wrong_nothing_is_fine.py", 1),
        message="wrong_last_piece_kept.py has the same hint",
        fix="say what is wrong with this approach, not with both",
    ),
    Case(
        rule="practice-test-names",
        when="two tests of one name",
        file=TESTS,
        edits=[("test_nothing_cannot_be_picked", "test_more_than_there_is_cannot_be_picked")],
        at=(TESTS, 12),
        message="`test_more_than_there_is_cannot_be_picked` stands on line 8 already",
        fix="give each test a name of its own",
        also={"practice-wrong"},
    ),
    Case(
        rule="practice-clock",
        when="a test that sleeps",
        file=TESTS,
        edits=[("    assert can_pick(1, 1)", "    time.sleep(1)\n    assert can_pick(1, 1)")],
        at=(TESTS, 5),
        message="the tests use `time.sleep`",
        fix=_STEADY,
    ),
    Case(
        rule="practice-clock",
        when="a test that needs pytest",
        file=TESTS,
        edits=[("from answer import can_pick\n", "import pytest\nfrom answer import can_pick\n")],
        at=(TESTS, 1),
        message="the tests use `pytest`",
        fix=_STEADY,
    ),
    Case(
        rule="practice-syntax",
        when="a starter that does not parse",
        file=f"{_FOLDER}/starter.py",
        edits=[("-> bool:", "-> bool")],
        at=(f"{_FOLDER}/starter.py", 1),
        message="it does not parse: expected ':'",
        fix="correct the line; a reader starts from code that runs",
    ),
]
