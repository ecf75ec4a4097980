"""Tests whose asserts show what they compared.

A test file stays plain Python with plain asserts. Before it runs, each

    assert left == right, "why"

becomes `if not check(n, left, right): raise failed(n, "why")`, which evaluates both
sides once and keeps them. pytest does the same; it is too large to load into a page.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

LONGEST_VALUE = 400

_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
    ast.In: lambda left, right: left in right,
    ast.NotIn: lambda left, right: left not in right,
}


class FailedError(AssertionError):
    """An assert that did not hold.

    Attributes:
        source: the assert as it is written.
        values: what it compared, as (what it is, its repr).
        message: what stands behind its comma.
    """

    def __init__(
        self, source: str, values: list[tuple[str, str]], message: str
    ) -> None:
        super().__init__(message)
        self.source, self.values, self.message = source, values, message


class Suite:
    """A test file, compiled.

    Attributes:
        code: the module, its asserts rewritten.
        names: its tests, in the order of the file.
        imported: the names that it imports from the answer.
        helpers: what the module needs in its namespace.

    Raises:
        SyntaxError: it does not parse.
    """

    def __init__(self, text: str, filename: str) -> None:
        self._lines = text.splitlines()
        self._asserts: list[ast.Assert] = []
        self._values: list[Any] = []
        tree = ast.parse(text, filename)
        self.names = [
            node.name
            for node in tree.body
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            and node.name.startswith("test_")
        ]
        self.imported = [
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "answer"
            for alias in node.names
        ]
        rewritten = ast.fix_missing_locations(_Rewriter(self._asserts).visit(tree))
        self.code = compile(rewritten, filename, "exec", dont_inherit=True)
        self.helpers = {_CHECK: self._check, _FAILED: self._failed}

    def statement(self, line: int) -> str:
        """The text of a line, without its indentation."""
        return self._lines[line - 1].strip() if 0 < line <= len(self._lines) else ""

    def _check(self, number: int, *values: Any) -> bool:
        self._values = list(values)
        test = self._asserts[number].test
        if isinstance(test, ast.Compare):
            pairs = zip(test.ops, values, values[1:], strict=False)
            return all(_COMPARE[type(op)](left, right) for op, left, right in pairs)
        if _is_instance_check(test):
            return isinstance(values[0], values[1])
        return not values[0] if _is_negation(test) else bool(values[0])

    def _failed(self, number: int, message: object = "") -> FailedError:
        node = self._asserts[number]
        shown = [
            (name, show(v))
            for name, v in zip(_labels(node.test), self._values, strict=True)
        ]
        return FailedError(self._source(node), shown, str(message))

    def _source(self, node: ast.Assert) -> str:
        """The assert without its message, its lines moved to the left."""
        end, column = node.test.end_lineno or node.lineno, node.test.end_col_offset or 0
        lines = [line.encode() for line in self._lines[node.lineno - 1 : end]]
        lines[-1] = lines[-1][:column]
        return "\n".join(line[node.col_offset :].decode() for line in lines)


_CHECK, _FAILED = "__check__", "__failed__"


class _Rewriter(ast.NodeTransformer):
    """Turns asserts into checks that keep their values."""

    def __init__(self, found: list[ast.Assert]) -> None:
        self._found = found

    def visit_Assert(self, node: ast.Assert) -> ast.If:
        number = ast.Constant(len(self._found))
        self._found.append(node)
        checked = _call(_CHECK, number, *_operands(node.test))
        failed = _call(_FAILED, number, *([node.msg] if node.msg else []))
        raised = ast.copy_location(ast.Raise(exc=failed), node)
        return ast.copy_location(
            ast.If(
                test=ast.UnaryOp(op=ast.Not(), operand=checked),
                body=[raised],
                orelse=[],
            ),
            node,
        )


def show(value: object) -> str:
    """The repr of a value, cut where it is long."""
    try:
        text = repr(value)
    except Exception as error:
        return f"<a {type(value).__name__} whose repr raises {type(error).__name__}>"
    if len(text) <= LONGEST_VALUE:
        return text
    return f"{text[: LONGEST_VALUE - 1]}…"


def _call(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(func=ast.Name(name, ast.Load()), args=list(arguments), keywords=[])


def _operands(test: ast.expr) -> list[ast.expr]:
    """The parts of an assert whose values tell why it failed."""
    if isinstance(test, ast.Compare):
        return [test.left, *test.comparators]
    if isinstance(test, ast.Call) and _is_instance_check(test):
        return test.args
    return (
        [test.operand]
        if isinstance(test, ast.UnaryOp) and _is_negation(test)
        else [test]
    )


def _labels(test: ast.expr) -> list[str]:
    """What each of those values is to the reader."""
    if isinstance(test, ast.Compare):
        if len(test.ops) == 1 and isinstance(test.ops[0], (ast.Eq, ast.Is)):
            return ["got", "expected"]
        return ["left", *("right" for _ in test.ops)]
    return ["got", "expected a"] if _is_instance_check(test) else ["got"]


def _is_instance_check(test: ast.expr) -> bool:
    return (
        isinstance(test, ast.Call)
        and isinstance(test.func, ast.Name)
        and test.func.id == "isinstance"
        and len(test.args) == 2
        and not test.keywords
    )


def _is_negation(test: ast.expr) -> bool:
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
