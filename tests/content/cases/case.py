"""What one case says: which edit breaks which rule, and what the author reads then."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

PAGE = "docs/core-concepts/decorators.md"
START = "docs/index.md"
GLOSSARY = "docs/glossary.md"
CONFIG = "mkdocs.yml"
REGISTRY = "snippets/core_concepts/decorators/registry.py"
LATE_BINDING = "snippets/core_concepts/decorators/late_binding.py"
ORDER = "snippets/core_concepts/decorators/order.py"


@dataclass(frozen=True)
class Case:
    """An edit of the good project and the one finding of the rule that it breaks.

    Attributes:
        rule: the rule that it breaks.
        when: what the author did, in a few words.
        at: file and line of the finding.
        message: what is wrong, word for word.
        fix: what to do, word for word.
        file: the file that is edited or written.
        edits: texts that stand in it once, each with what takes its place.
        write: what a new file holds.
        remove: the file that is deleted.
        also: other rules that the same edit breaks, unavoidably.
    """

    rule: str
    when: str
    at: tuple[str, int]
    message: str
    fix: str
    file: str = ""
    edits: list[tuple[str, str]] = field(default_factory=list)
    write: str | None = None
    remove: str = ""
    also: set[str] = field(default_factory=set)

    def apply(self, root: Path) -> None:
        """Make the edit in a copy of the good project."""
        if self.remove:
            (root / self.remove).unlink()
            return
        path = root / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8") if self.write is None else self.write
        for old, new in self.edits:
            assert text.count(old) == 1, f"{old!r} does not stand in {self.file} exactly once"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
