"""What is to be written, checked as a whole before the first file changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from backend_notes.content.front_matter import read_front_matter
from backend_notes.content.page import Page
from backend_notes.content.repository import Repository, nearest
from backend_notes.content.rules.front_matter import minutes_to_read

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class NewError(Exception):
    """Nothing was written; the message is one sentence for the author."""


@dataclass
class Plan:
    """New files and changed ones.

    Attributes:
        repository: as it is before.
        created: the text of each new file, by its path from the root.
        changed: the new text of each changed file, by its path from the root.
    """

    repository: Repository
    created: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)

    def create(self, name: str, text: str) -> None:
        """Plan a new file.

        Raises:
            NewError: there is one of this name.
        """
        if (self.repository.project.root / name).exists():
            raise NewError(f"{name} exists already, and nothing is overwritten.")
        self.created[name] = text

    def text(self, name: str) -> str:
        """What a file holds, planned changes included."""
        for planned in (self.created, self.changed):
            if name in planned:
                return planned[name]
        return (self.repository.project.root / name).read_text(encoding="utf-8")

    def change(self, name: str, text: str) -> None:
        """Plan another text for a file, new or not."""
        (self.created if name in self.created else self.changed)[name] = text

    def page(self, slug: str) -> Page:
        """A page with its planned changes.

        Raises:
            NewError: there is no such page.
        """
        name = f"docs/{slug}.md"
        known = self.repository.page_by_slug
        if name not in self.created and slug not in known:
            raise NewError(f"{name} does not exist{nearest(slug, known)}.")
        return Page(self.repository.project.root / name, name, slug, self.text(name))

    def change_page(self, page: Page, text: str) -> None:
        """Plan another text for a page, its reading time made true again."""
        stated = page.front_matter.values.get("minutes")
        after = Page(page.path, page.name, page.slug, text)
        real = minutes_to_read(after)
        if type(stated) is int and not page.is_problem and abs(stated - real) > 1:
            line = read_front_matter(text).line_of("minutes") - 1
            lines = text.split("\n")
            lines[line] = f"minutes: {real}"
            text = "\n".join(lines)
        self.change(page.name, text)

    def write(self) -> list[str]:
        """Write everything; gives what was done, file by file."""
        for name, text in (self.created | self.changed).items():
            path: Path = self.repository.project.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return [f"wrote {name}" for name in self.created] + [
            f"changed {name}" for name in self.changed
        ]


def demand_slug(text: str, what: str) -> str:
    """The text, if it can stand in an address.

    Raises:
        NewError: it is not lower-case words joined by hyphens.
    """
    if not _SLUG.fullmatch(text):
        raise NewError(f"The {what} `{text}` is not lower-case words joined by hyphens.")
    return text


def words(slug: str) -> str:
    """A slug as a title: `dead-letter-queue` is `Dead letter queue`."""
    text = slug.replace("-", " ")
    return text[:1].upper() + text[1:]


def insert_line(text: str, after: int, line: str) -> str:
    """The text with a line more, after the one of that number."""
    lines = text.split("\n")
    return "\n".join([*lines[:after], line, *lines[after:]])
