"""Small changes to a program, each of which a good test suite notices.

Operators, constants, conditions, calls of methods and statements, one change at a time. What no
test can care about is left alone: annotations, docstrings, imports, the `__main__` block, and
wording, which is every string with a space in it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_SWAPS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitXor: (ast.BitOr,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
    ast.USub: (ast.UAdd,),
    ast.Break: (ast.Continue,),
    ast.Continue: (ast.Break,),
}
_REMOVABLE = (
    ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Delete, ast.Expr, ast.Raise, ast.Assert,
)  # fmt: skip
_UNTOUCHED = (ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal)
_ANNOTATIONS = {"annotation", "returns", "type_params"}
_NAMES_OF_TYPES = {"TypeVar", "ParamSpec", "NewType", "cast"}


@dataclass(frozen=True)
class Mutant:
    """A program with one change.

    Attributes:
        place: the class and function around the change, as in `TokenBucket.allow`.
        line: the changed statement before, on one line as `ast.unparse` writes it.
        becomes: the same after.
        source: the whole program after.
    """

    place: str
    line: str
    becomes: str
    source: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from others, wherever in the file it stands."""
        return self.place, self.line, self.becomes


def mutants(source: str) -> list[Mutant]:
    """Every mutant of a program, none twice.

    Raises:
        SyntaxError: it does not parse.
    """
    tree = ast.parse(source)
    found: dict[str, Mutant] = {}
    for spot in _statements(tree.body, ""):
        before = _first_line(spot.statement)
        for change in _changes(spot):
            new = change.apply()
            mutant = Mutant(spot.place, before, _first_line(new), ast.unparse(tree))
            change.undo()
            found.setdefault(mutant.source, mutant)
    return list(found.values())


@dataclass(frozen=True)
class _Spot:
    """A statement, the list that holds it, and where that is."""

    statement: ast.stmt
    block: list[ast.stmt]
    position: int
    place: str


@dataclass
class _Change:
    """One value of the tree replaced: an attribute, or an item of a list."""

    spot: _Spot
    owner: Any
    key: str | int
    new: Any
    old: Any = None

    def apply(self) -> ast.stmt:
        """Make the change; the statement as it is now."""
        self.old = self.owner[self.key] if isinstance(self.key, int) else vars(self.owner)[self.key]
        self._put(self.new)
        return self.spot.block[self.spot.position]

    def undo(self) -> None:
        """Take it back."""
        self._put(self.old)

    def _put(self, value: Any) -> None:
        if isinstance(self.key, int):
            self.owner[self.key] = value
        else:
            setattr(self.owner, self.key, value)


def _statements(block: list[ast.stmt], place: str) -> Iterator[_Spot]:
    """The statements that count, the outer ones first."""
    for position, statement in enumerate(block):
        if isinstance(statement, _UNTOUCHED) or _is_docstring(statement) or _is_main(statement):
            continue
        inner = place
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            inner = f"{place}.{statement.name}".removeprefix(".")
        yield _Spot(statement, block, position, inner)
        for child in _blocks(statement):
            yield from _statements(child, inner)


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        yield getattr(statement, name, [])
    for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        yield part.body


def _changes(spot: _Spot) -> Iterator[_Change]:
    """Everything that can be changed in a statement, its inner statements left out."""
    statement = spot.statement
    if isinstance(statement, _REMOVABLE) and not _is_type_alias(spot):
        yield _Change(spot, spot.block, spot.position, ast.Pass())
    if isinstance(statement, ast.Return) and not _is_none(statement.value):
        yield _Change(spot, statement, "value", ast.Constant(None))
    if type(statement) in _SWAPS:
        yield _Change(spot, spot.block, spot.position, _SWAPS[type(statement)][0]())
    yield from _in_node(spot, statement)


def _in_node(spot: _Spot, node: ast.AST) -> Iterator[_Change]:
    """The changes below a node; one of its values after the other."""
    for name, value in ast.iter_fields(node):
        if name in _ANNOTATIONS:
            continue
        if isinstance(value, list):
            for position, item in enumerate(value):
                yield from _of_value(spot, value, position, item)
        else:
            yield from _of_value(spot, node, name, value)


def _of_value(spot: _Spot, owner: Any, key: str | int, value: Any) -> Iterator[_Change]:
    if not isinstance(value, ast.AST) or isinstance(value, ast.stmt):
        return
    if isinstance(value, ast.ExceptHandler | ast.match_case) or _is_wording(value):
        return
    negated = isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.Not)
    if isinstance(value, ast.UnaryOp) and negated:
        yield _Change(spot, owner, key, value.operand)
    elif key == "test" and isinstance(value, ast.expr) and not _has_opposite(value):
        yield _Change(spot, owner, key, ast.UnaryOp(ast.Not(), value))
    for new in _replacements(value):
        yield _Change(spot, owner, key, new)
    yield from _in_node(spot, value)


def _replacements(value: ast.AST) -> Iterator[ast.AST]:
    """What may stand in place of an operator or a constant."""
    for swap in _SWAPS.get(type(value), ()):
        yield swap()
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        if not value.args and not value.keywords:
            yield value.func.value  # `method.upper()` → `method`
    elif isinstance(value, ast.Constant):
        constant = value.value
        if isinstance(constant, bool):
            yield ast.Constant(not constant)
        elif isinstance(constant, int | float):
            yield ast.Constant(constant + 1)
        elif isinstance(constant, str):
            yield ast.Constant("mutated")
        elif isinstance(constant, bytes):
            yield ast.Constant(b"mutated")


def _has_opposite(value: ast.expr) -> bool:
    """Whether the operator of a comparison is swapped with its opposite anyway."""
    return isinstance(value, ast.Compare) and len(value.ops) == 1


def _is_wording(value: ast.AST) -> bool:
    """Whether it is text for people, or the name of a type for the type checker."""
    if isinstance(value, ast.Call):
        return getattr(value.func, "id", "") in _NAMES_OF_TYPES
    parts = value.values if isinstance(value, ast.JoinedStr) else [value]
    return any(
        isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value
        for part in parts
    )


def _is_none(value: ast.expr | None) -> bool:
    return value is None or (isinstance(value, ast.Constant) and value.value is None)


def _is_type_alias(spot: _Spot) -> bool:
    """Whether it is `Handler = Callable[..., object]`: read by the type checker alone."""
    value = getattr(spot.statement, "value", None)
    return not spot.place and isinstance(value, ast.Subscript)


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _is_main(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test)


def _first_line(statement: ast.stmt) -> str:
    return ast.unparse(statement).splitlines()[0]
