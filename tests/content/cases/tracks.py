"""Reading orders that lead nowhere, and guides that none leads to."""

from __future__ import annotations

from cases.case import PAGE, Case

TRACKS = "docs/tracks.yml"

CASES = [
    Case(
        rule="tracks-file",
        when="no YAML",
        file=TRACKS,
        edits=[("title: The basics", "title: The: basics")],
        at=(TRACKS, 3),
        message="docs/tracks.yml is not YAML: mapping values are not allowed in this context",
        fix="correct it; its head says what it holds",
    ),
    Case(
        rule="tracks-file",
        when="a key misspelt",
        file=TRACKS,
        edits=[("    about:", "    abuot:")],
        at=(TRACKS, 4),
        message="`basics`: the key `abuot` means nothing; known are pages, title, about",
        fix="correct it; its head says what it holds",
    ),
    Case(
        rule="tracks-file",
        when="a track twice",
        file=TRACKS,
        edits=[("planned:", "  basics: {pages: []}\nplanned:")],
        at=(TRACKS, 9),
        message="`tracks`: the key `basics` stands twice",
        fix="correct it; its head says what it holds",
    ),
    Case(
        rule="tracks-file",
        when="pages that are no list",
        file=TRACKS,
        edits=[
            ("      - core-concepts/decorators\n      - core-concepts/generators", "      none")
        ],
        at=(TRACKS, 5),
        message="`pages` must be a list",
        fix="correct it; its head says what it holds",
    ),
    Case(
        rule="track-id",
        when="a key with a blank",
        file=TRACKS,
        edits=[("  basics:", "  The basics:")],
        at=(TRACKS, 2),
        message="the track's key `The basics` is not lower-case words joined by hyphens",
        fix="write it like `production-api`",
    ),
    Case(
        rule="track-title",
        when="a track without a title",
        file=TRACKS,
        edits=[("    title: The basics\n", "")],
        at=(TRACKS, 2),
        message="the track `basics` has no `title`",
        fix="add `title:` below its key",
    ),
    Case(
        rule="track-title",
        when="a track that does not say for whom it is",
        file=TRACKS,
        edits=[("about: For everyone.", "about:")],
        at=(TRACKS, 2),
        message="the track `basics` has no `about`",
        fix="add `about:` below its key",
    ),
    Case(
        rule="track-page",
        when="a page misspelt",
        file=TRACKS,
        edits=[("    - core-concepts/decorators\n", "    - core-concepts/decorator\n")],
        at=(TRACKS, 6),
        message=(
            "`core-concepts/decorator` is neither a page nor planned "
            "(did you mean `core-concepts/decorators`?)"
        ),
        fix="correct the path below docs/ without `.md`, or add it to `planned`",
        also={"page-in-no-track"},
    ),
    Case(
        rule="track-page",
        when="a page that only lists others",
        file=TRACKS,
        edits=[
            ("    - core-concepts/decorators\n", "    - core-concepts/decorators\n      - index\n")
        ],
        at=(TRACKS, 7),
        message="`index` is neither a page nor planned",
        fix="correct the path below docs/ without `.md`, or add it to `planned`",
    ),
    Case(
        rule="track-page-twice",
        when="a page twice in a track",
        file=TRACKS,
        edits=[("planned:", "      - core-concepts/decorators\nplanned:")],
        at=(TRACKS, 9),
        message="the track `basics` has `core-concepts/decorators` on line 6 already",
        fix="leave it in one place",
    ),
    Case(
        rule="track-page-twice",
        when="a page planned twice",
        file=TRACKS,
        edits=[("planned:\n", "planned:\n  - core-concepts/generators\n")],
        at=(TRACKS, 11),
        message="`planned` has `core-concepts/generators` on line 10 already",
        fix="leave it in one place",
    ),
    Case(
        rule="planned-page-written",
        when="a page that was written since",
        file=TRACKS,
        edits=[("planned:\n", "planned:\n  - core-concepts/decorators\n")],
        at=(TRACKS, 10),
        message=(
            "`core-concepts/decorators` is planned, and docs/core-concepts/decorators.md exists"
        ),
        fix="take it out of `planned`",
    ),
    Case(
        rule="page-in-no-track",
        when="a guide that nobody is led to",
        file=TRACKS,
        edits=[("      - core-concepts/decorators\n", "")],
        at=(PAGE, 1),
        message="no track leads to `core-concepts/decorators`",
        fix="add it to a track in docs/tracks.yml, where it is to be read",
    ),
    Case(
        rule="page-in-no-track",
        when="a session that nobody is led to",
        file="docs/workbook/redis.md",
        write="---\ntitle: Redis\ndescription: A cache.\nminutes: 1\n---\n\n# Redis\n",
        at=("docs/workbook/redis.md", 1),
        message="no track leads to `workbook/redis`",
        fix="add it to a track in docs/tracks.yml, where it is to be read",
        also={
            *("page-outside-nav", "front-matter-missing"),
            *("session-parts", "session-questions", "session-quizzes"),
        },
    ),
    Case(
        rule="page-in-no-track",
        when="a planned page that nobody will be led to",
        file=TRACKS,
        edits=[("planned:\n", "planned:\n  - core-concepts/iterators\n")],
        at=(TRACKS, 10),
        message="no track leads to `core-concepts/iterators`",
        fix="add it to a track in docs/tracks.yml, where it is to be read",
    ),
]
