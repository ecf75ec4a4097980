"""Each code block says which snippet it shows, for scripts that run it or open its file.

A fence that imports `core_concepts/decorators/late_binding.py:bug`
becomes `<div class="language-python highlight" data-snippet="…">` with the same words: the path
below snippets/, and behind a colon the section, where the block shows one. They stand in one
attribute because a guide has some forty blocks, and every byte of it comes with the first view;
recorded outputs, which are no programs, stay without. So do a problem's example and its tests: to
run or unfold the one would give the solution away, and the others need an answer to run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from backend_notes.project import Project
from backend_notes.snippets.header import header_span
from backend_notes.snippets.sections import find_sections, section_text, without_markers

ATTRIBUTE = "data-snippet"

# What scripts ask for when the first block comes near.
FACTS = "assets/code-blocks.json"

# A fence that opens on one line, and an import alone on the next.
_SHOWN = re.compile(
    r"""^(?P<head>[> \t]*(?P<mark>`{3,}|~{3,})[ \t]*(?P<language>[\w#.+-]*))
        [ \t]*(?P<options>[^`\n]*?)[ \t]*\n
        (?P<import>[> \t]*-+8<-+[ \t]+"(?P<target>[\w./-]+(?::[a-zA-Z][-\w]*)?)"[ \t]*\n
        [> \t]*(?P=mark)[ \t]*)$""",
    re.MULTILINE | re.VERBOSE,
)

# Before pymdownx.snippets (32) puts the code in the place of its address.
_PRIORITY = 34


KEPT_QUIET = re.compile(r".+\.out|practice/\w+/(?:solution\.py:example|test_\w+\.py)")


def name_snippets(text: str) -> str:
    """A page whose fences carry the address of what they import.

    Args:
        text: Markdown, its imports not yet replaced by code. A fence with several imports, or
            with an import that brings in counted lines, stays as it is.
    """
    return _SHOWN.sub(_named, text) if "8<-" in text else text


def _named(match: re.Match[str]) -> str:
    if KEPT_QUIET.fullmatch(match["target"]):
        return match[0]
    # Only options in braces can have a hyphen in their name; superfences reads both the same.
    options = match["options"].strip("{}").strip()
    attributes = f'{options} {ATTRIBUTE}="{match["target"]}"'.strip()
    return f"{match['head']} {{ {attributes} }}\n{match['import']}"


def block_facts(
    project: Project, repository: str | None, cloned: list[str], environ: Mapping[str, str]
) -> str:
    """What scripts want to know about code blocks beyond their attribute, as JSON.

    - `files`: the address of snippets/ in the repository, at the commit that GitLab CI builds
      (`main` elsewhere); empty where the repository has no address.
    - `parts`: the blocks that show less than their whole program.
    - `packages`: folders whose modules are no programs of their own.
    - `cloned`: programs that a reader needs a clone for.

    Args:
        project: the checkout.
        repository: its address, as in mkdocs.yml.
        cloned: the programs that do not run from their address on the site.
        environ: the environment of the build.
    """
    version = environ.get("CI_COMMIT_SHA") or "main"
    files = f"{repository.rstrip('/')}/-/blob/{version}/snippets/" if repository else ""
    packages = [f"{path.parent.name}/" for path in sorted(project.snippets.glob("*/__init__.py"))]
    facts = {"files": files, "parts": list(_parts(project)), "packages": packages, "cloned": cloned}
    return json.dumps(facts, separators=(",", ":"))


def _parts(project: Project) -> Iterator[str]:
    """Each section that leaves out some of its program, as pages name it."""
    for path in sorted(project.snippets.rglob("*.py")):
        try:
            text = path.read_text("utf-8")
        except ValueError:
            continue  # The content rules say so.
        sections, _ = find_sections(text)
        whole = _program(text) if sections else ""
        for section in sections.values():
            if section_text(text, section).strip() != whole:
                yield f"{path.relative_to(project.snippets).as_posix()}:{section.name}"


def _program(text: str) -> str:
    """A file without its header and its markers."""
    if span := header_span(text):
        lines = text.splitlines(keepends=True)
        text = "".join(lines[: span[0] - 1] + lines[span[1] :])
    return without_markers(text).strip()


class _Provenance(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """Called by Markdown."""
        return name_snippets("\n".join(lines)).split("\n")


class ProvenanceExtension(Extension):
    """Registers the preprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Markdown calls
        """Called by Markdown."""
        md.preprocessors.register(_Provenance(md), "provenance", _PRIORITY)


def makeExtension(**kwargs: Any) -> ProvenanceExtension:  # noqa: N802 - the name Markdown calls
    """Called by Markdown."""
    return ProvenanceExtension(**kwargs)
