"""What one case says: which edit breaks which rule, and what the author reads then."""

from __future__ import annotations

import subprocess
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
        released: the addresses that release 1.0 has on the published branch.
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
    released: list[str] = field(default_factory=list)

    def apply(self, root: Path) -> None:
        """Make the edit in a copy of the good project."""
        if self.released:
            publish(root, self.released)
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


def publish(root: Path, addresses: list[str]) -> None:
    """Make a git repository that knows of release 1.0, as the last fetch left it."""
    urls = "".join(f"<loc>https://notes.example/latest/{address}</loc>" for address in addresses)
    files = {
        "versions.json": '[{"version": "1.0", "title": "1.0", "aliases": ["latest"]}]',
        "latest/sitemap.xml": f"<urlset>{urls}</urlset>",
    }
    commit = "commit refs/remotes/origin/gh-pages\ncommitter A <a@example.com> 0 +0000\ndata 0\n"
    for name, text in files.items():
        commit += f"M 644 inline {name}\ndata {len(text)}\n{text}\n"
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=commit.encode(), check=True)
