"""Links and images that lead nowhere."""

from __future__ import annotations

from cases.case import PAGE, START, Case

CASES = [
    Case(
        rule="broken-link",
        when="a page that does not exist",
        file=START,
        edits=[("decorators.md#the-mental-model", "decorator.md")],
        at=(START, 8),
        message=(
            "`core-concepts/decorator.md` leads to docs/core-concepts/decorator.md, "
            "which does not exist (did you mean `core-concepts/decorators.md`?)"
        ),
        fix="correct the path, relative to this page and with `.md`, or take the link out",
    ),
    Case(
        rule="broken-link",
        when="a folder in place of a page",
        file=START,
        edits=[("core-concepts/decorators.md#the-mental-model", "core-concepts/decorators/")],
        at=(START, 8),
        message=(
            "`core-concepts/decorators/` leads to docs/core-concepts/decorators, which "
            "does not exist (did you mean `core-concepts/decorators.md`?)"
        ),
        fix="correct the path, relative to this page and with `.md`, or take the link out",
    ),
    Case(
        rule="broken-link",
        when="an image that does not exist",
        file=START,
        edits=[("arrow.svg", "arow.svg")],
        at=(START, 10),
        message="`assets/arow.svg` leads to docs/assets/arow.svg, which does not exist",
        fix="correct the path, relative to this page and with `.md`, or take the link out",
    ),
    Case(
        rule="broken-link",
        when="a file outside docs",
        file=START,
        edits=[("core-concepts/decorators.md#the-mental-model", "../mkdocs.yml")],
        at=(START, 8),
        message="`../mkdocs.yml` leads out of docs/",
        fix="correct the path, relative to this page and with `.md`, or take the link out",
    ),
    Case(
        rule="broken-link",
        when="the target of a definition",
        file=PAGE,
        edits=[("https://example.org/manual", "manual.md")],
        at=(PAGE, 58),
        message="`manual.md` leads to docs/core-concepts/manual.md, which does not exist",
        fix="correct the path, relative to this page and with `.md`, or take the link out",
    ),
    Case(
        rule="empty-link",
        when="no target",
        file=START,
        edits=[("(core-concepts/decorators.md#the-mental-model)", "()")],
        at=(START, 8),
        message="the link has no target",
        fix="write it between the brackets",
    ),
    Case(
        rule="empty-link",
        when="a reference that nothing defines",
        file=PAGE,
        edits=[("[manual]: https", "[handbook]: https")],
        at=(PAGE, 56),
        message="nothing defines the link `[manual]`",
        fix="add a line `[manual]: https://…`, or write the target in round brackets",
    ),
    Case(
        rule="broken-anchor",
        when="an anchor of another page",
        file=START,
        edits=[("#the-mental-model", "#mental-model")],
        at=(START, 8),
        message=(
            "docs/core-concepts/decorators.md has no anchor `#mental-model` (did you "
            "mean `the-mental-model`?)"
        ),
        fix="correct it, or give the heading an id: `## Heading { #id }`",
    ),
    Case(
        rule="broken-anchor",
        when="an anchor of the same page",
        file=PAGE,
        edits=[("(#a-server)", "(#server)")],
        at=(PAGE, 56),
        message=(
            "docs/core-concepts/decorators.md has no anchor `#server` (did you mean `a-server`?)"
        ),
        fix="correct it, or give the heading an id: `## Heading { #id }`",
    ),
    Case(
        rule="duplicate-anchor",
        when="an id twice",
        file=PAGE,
        edits=[("### A server", "### A server { #two-layers }")],
        at=(PAGE, 61),
        message="the id `two-layers` is taken by the heading on line 54",
        fix="give this heading an id of its own",
        also={"broken-anchor"},
    ),
    Case(
        rule="glossary-link",
        when="a term that the glossary does not have",
        file=PAGE,
        edits=[("glossary.md#closure", "glossary.md#clozure")],
        at=(PAGE, 84),
        message="the glossary has no term `clozure` (did you mean `closure`?)",
        fix="correct the id, or define the term: `### Term { #clozure }`",
    ),
    Case(
        rule="absolute-link",
        when="a path from the root",
        file=START,
        edits=[("core-concepts/decorators.md#the-mental-model", "/core-concepts/decorators/")],
        at=(START, 8),
        message="`/core-concepts/decorators/` is an absolute link into our own site",
        fix="link the Markdown file by its path relative to this page",
    ),
    Case(
        rule="absolute-link",
        when="the site's own address",
        file=START,
        edits=[
            ("core-concepts/decorators.md#the-mental-model", "https://notes.example/core-concepts/")
        ],
        at=(START, 8),
        message="`https://notes.example/core-concepts/` is an absolute link into our own site",
        fix="link the Markdown file by its path relative to this page",
    ),
    Case(
        rule="image-text",
        when="no alternative text",
        file=START,
        edits=[("![Two boxes and an arrow]", "![]")],
        at=(START, 10),
        message="the image `assets/arrow.svg` has no alternative text",
        fix="say in the square brackets (or in `alt`) what it shows",
    ),
    Case(
        rule="image-text",
        when="no alternative text in HTML",
        file=START,
        edits=[("![Two boxes and an arrow](assets/arrow.svg)", '<img src="assets/arrow.svg">')],
        at=(START, 10),
        message='the image `<img src="assets/arrow.svg">` has no alternative text',
        fix="say in the square brackets (or in `alt`) what it shows",
    ),
]
