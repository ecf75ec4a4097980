"""A quiz can be answered, explains every answer, and tells the truth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from backend_notes.content.page import Page
from backend_notes.content.prose import plural
from backend_notes.content.quiz import Quiz, fold
from backend_notes.content.repository import Repository, nearest
from backend_notes.finding import Finding
from backend_notes.snippets.sections import section_text

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def quiz_head(page: Page, _: Repository) -> Iterator[Finding]:
    """A quiz starts with `!!! quiz <id> [prints] [term-…] "Question?"`."""
    example = 'write `!!! quiz late-binding prints term-closure "What does this print?"`'
    for quiz in page.quizzes:
        if quiz.mark != "!!!":
            message = f"{quiz.name} is folded with `{quiz.mark}`"
        elif not quiz.id:
            message = "the quiz has no id"
        elif not _ID.fullmatch(quiz.id):
            message = f"the quiz's id `{quiz.id}` is not lower-case words joined by hyphens"
        elif not (quiz.question or "").strip():
            message = f"{quiz.name} has no question in double quotes"
        elif quiz.unknown:
            message = f"{quiz.name} has the word `{quiz.unknown[0]}`, which means nothing there"
        else:
            continue
        yield page.finding("quiz-head", quiz.line, message, example)


def quiz_options(page: Page, _: Repository) -> Iterator[Finding]:
    """A quiz has two to six options; at least one is right, and not all are."""
    for quiz in page.quizzes:
        right = sum(option.right for option in quiz.options)
        if not 2 <= len(quiz.options) <= 6:
            message = f"{quiz.name} has {plural(len(quiz.options), 'option')}"
            fix = "give it two to six, as `- [ ] text` indented by four columns"
        elif right == 0:
            message = f"{quiz.name} has no right option"
            fix = "mark the right one with `- [x]`"
        elif right == len(quiz.options):
            message = f"{quiz.name} has no wrong option"
            fix = "add a mistake that people really make, as `- [ ]`"
        else:
            continue
        yield page.finding("quiz-options", quiz.line, message, fix)


def quiz_reason(page: Page, _: Repository) -> Iterator[Finding]:
    """Every option has its text and exactly one reason."""
    for quiz in page.quizzes:
        for option in quiz.options:
            if not option.text.strip():
                message = f"{quiz.name} has an option without a text"
                fix = "write the answer after the box"
            elif len(option.reasons) != 1:
                count = plural(len(option.reasons), "reason")
                message = f"the option `{option.plain}` of {quiz.name} has {count}"
                fix = "say why it is right or wrong in one bullet below it, four columns deeper"
            else:
                continue
            yield page.finding("quiz-reason", option.line, message, fix)


def quiz_stray(page: Page, _: Repository) -> Iterator[Finding]:
    """After its question a quiz holds options and reasons, each at its depth, and nothing else."""
    for quiz in page.quizzes:
        for line in quiz.stray[:1]:
            text = page.lines[line - 1].strip()
            yield page.finding(
                "quiz-stray",
                line,
                f"`{text}` is neither an option nor a reason of {quiz.name}",
                "indent options (`- [ ] text`) by four columns and reasons (`- text`) by eight",
            )


def quiz_id(repository: Repository) -> Iterator[Finding]:
    """No two quizzes share an id: a reader's progress is kept by it."""
    first: dict[str, str] = {}
    for page in (*repository.pages, *repository.examples):
        for quiz in page.quizzes:
            if quiz.id and quiz.id in first:
                yield page.finding(
                    "quiz-id",
                    quiz.line,
                    f"the quiz id `{quiz.id}` is taken by {first[quiz.id]}",
                    "give this quiz an id of its own",
                )
            first.setdefault(quiz.id, f"{page.name}:{quiz.line}")


def quiz_term(page: Page, repository: Repository) -> Iterator[Finding]:
    """A quiz names glossary terms that exist."""
    for quiz in page.quizzes:
        for term in quiz.terms:
            if term not in repository.terms:
                yield page.finding(
                    "quiz-term",
                    quiz.line,
                    f"{quiz.name} names `term-{term}`, and the glossary has no term"
                    f" `{term}`{nearest(term, repository.terms)}",
                    "correct the id, or define the term in docs/glossary.md",
                )


def quiz_prints(page: Page, repository: Repository) -> Iterator[Finding]:
    """The right option of a `prints` quiz is what its program prints, and no other one is."""
    for quiz in page.quizzes:
        if quiz.prints and (mistake := _prints_mistake(quiz, repository)):
            line, message, fix = mistake
            yield page.finding("quiz-prints", line, message, fix)


def quiz_count(page: Page, _: Repository) -> Iterator[Finding]:
    """A guide has three to five quizzes, and one of them asks what a program prints."""
    count = len(page.quizzes)
    if not 3 <= count <= 5:
        yield page.finding(
            "quiz-count",
            1,
            f"the page has {count or 'no'} quiz{'' if count == 1 else 'zes'}",
            "give it three to five",
        )
    elif not any(quiz.prints for quiz in page.quizzes):
        yield page.finding(
            "quiz-count",
            page.quizzes[0].line,
            "no quiz of the page has the class `prints`",
            "let one ask what a program prints: `!!! quiz <id> prints`",
        )


def _prints_mistake(quiz: Quiz, repository: Repository) -> tuple[int, str, str] | None:
    """Line, message and fix of what is wrong with a `prints` quiz; None where nothing is."""
    if len(quiz.imports) != 1 or not quiz.imports[0].section:
        whole = any(not entry.section for entry in quiz.imports)
        count = "a whole file" if whole else plural(len(quiz.imports), "section")
        return (
            quiz.line,
            f"{quiz.name} asks what is printed and imports {count}",
            "import exactly one section of one program, and not its output",
        )
    entry = quiz.imports[0]
    program = repository.snippets.get(entry.path)
    if program is None or entry.section not in program.sections:
        return None  # Rules of their own say so.
    output = repository.snippets.get(program.golden)
    if output is None:
        return (
            entry.line,
            f"{quiz.name} asks what {program.name} prints, and no output is recorded",
            f"create snippets/{program.golden} and run `uv run notes update {program.name}`",
        )
    if "#>" in section_text(program.text, program.sections[entry.section]):
        return (
            entry.line,
            f"{quiz.name} shows `#>` comments, which give the answer away",
            "take them out; the `.out` file records the output",
        )
    return _answer_mistake(quiz, fold(output.text), output.name)


def _answer_mistake(quiz: Quiz, printed: str, name: str) -> tuple[int, str, str] | None:
    """What is wrong with the options, given what the program prints."""
    right = [option for option in quiz.options if option.right]
    if len(right) > 1:
        return (
            right[1].line,
            f"{quiz.name} has {len(right)} right options, and a program prints one thing",
            "leave one `- [x]`",
        )
    for option in quiz.options:
        if option.right and option.plain != printed:
            return (
                option.line,
                f"the right option of {quiz.name} says `{option.plain}`, but {name} holds"
                f" `{printed}`",
                "copy the output into the option, or correct the program",
            )
        if not option.right and option.plain == printed:
            return (
                option.line,
                f"the wrong option `{option.plain}` of {quiz.name} is what the program prints",
                "mark it with `- [x]`, or change it",
            )
    return None
