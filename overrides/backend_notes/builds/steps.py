"""What a check says: one sentence for each thing that has to work, in order."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import StrEnum

from backend_notes.project import Project
from backend_notes.services.lease import Services

SOUND = "The service's files can be read and imported."

# Yields after each sentence that has come true; raises at the first one that has not.
Check = Callable[[Project, Services], Generator[None]]


class MissingError(Exception):
    """A sentence of the check is not true yet; the message says what was found instead.

    Attributes:
        look: where to look next; may be empty.
    """

    def __init__(self, found: str, look: str = "") -> None:
        super().__init__(found)
        self.look = look


class State(StrEnum):
    """How far a sentence is."""

    DONE = "done"
    MISSING = "missing"
    LATER = "later"


@dataclass(frozen=True)
class Step:
    """One sentence, and whether it is true.

    Attributes:
        sentence: what has to work.
        state: whether it does; later where something before it is missing.
        found: what was found instead.
        look: where to look next.
    """

    sentence: str
    state: State
    found: str = ""
    look: str = ""


@dataclass(frozen=True)
class Build:
    """A Build of the workbook.

    Attributes:
        title: as its page calls it.
        sentences: what has to work, in the order in which it is checked.
        check: looks at a working copy.
        after: what to do when everything works.
    """

    title: str
    sentences: tuple[str, ...]
    check: Check
    after: str


def take(build: Build, project: Project, services: Services) -> list[Step]:
    """Check a Build in a working copy, up to the first thing that is missing.

    Raises:
        ServiceError: a server that the check needs cannot be had.
    """
    from backend_notes.builds.working_copy import demand_sound_code

    sentences = (SOUND, *build.sentences)
    done = 0
    running = build.check(project, services)
    missing: MissingError | None = None
    try:
        demand_sound_code(project)
        done += 1
        for _ in build.sentences:
            next(running)
            done += 1
    except MissingError as error:
        missing = error
    finally:
        running.close()  # what it started ends now
    return [_step(number, text, done, missing) for number, text in enumerate(sentences)]


def _step(number: int, sentence: str, done: int, missing: MissingError | None) -> Step:
    if number < done:
        return Step(sentence, State.DONE)
    if number == done and missing:
        return Step(sentence, State.MISSING, str(missing), missing.look)
    return Step(sentence, State.LATER)


def as_text(name: str, build: Build, steps: list[Step]) -> str:
    """The steps for a terminal: what works, what is missing, what to look at next."""
    lines = [f"{name}: {build.title}", ""]
    for step in steps:
        lines.append(f"  {step.state:<8} {step.sentence}")
        lines += [f"           {line}" for line in step.found.splitlines()]
    look = next((step.look for step in steps if step.look), "")
    if look:
        lines += ["", f"Look next: {look}"]
    elif all(step.state is State.DONE for step in steps):
        lines += ["", f"All of it works. {build.after}"]
    return "\n".join(lines)
