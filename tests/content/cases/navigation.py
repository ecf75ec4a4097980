"""A reading order that is not the pages'."""

from __future__ import annotations

from cases.case import CONFIG, Case

CASES = [
    Case(
        rule="site-configuration",
        when="no YAML",
        file=CONFIG,
        edits=[("site_name: Notes", "site_name: Notes: more")],
        at=(CONFIG, 1),
        message="mkdocs.yml is not YAML: mapping values are not allowed in this context",
        fix="correct mkdocs.yml",
    ),
    Case(
        rule="site-configuration",
        when="no nav",
        file=CONFIG,
        edits=[("nav:\n", "navigation:\n")],
        at=(CONFIG, 1),
        message="mkdocs.yml has no `nav`: the site has no reading order",
        fix="correct mkdocs.yml",
    ),
    Case(
        rule="site-configuration",
        when="no file",
        remove=CONFIG,
        at=(CONFIG, 1),
        message="mkdocs.yml is missing",
        fix="correct mkdocs.yml",
    ),
    Case(
        rule="site-configuration",
        when="a nav that contains itself",
        file=CONFIG,
        edits=[(("nav:\n  - Home: index.md"), ("nav: &nav\n  - *nav\n  - Home: index.md"))],
        at=(CONFIG, 3),
        message="the nav of mkdocs.yml contains itself",
        fix="correct mkdocs.yml",
    ),
    Case(
        rule="site-configuration",
        when="a pattern that git cannot read",
        file=CONFIG,
        edits=[("  drafts/\n", ("  drafts/\n  !\n"))],
        at=(CONFIG, 12),
        message="`not_in_nav` has the pattern `!`, which git cannot read",
        fix="correct mkdocs.yml",
    ),
    Case(
        rule="page-outside-nav",
        when="a page that nobody listed",
        file="docs/core-concepts/closures.md",
        write=("---\ntitle: Closures\ndescription: What a function remembers.\n---\n"),
        at=("docs/core-concepts/closures.md", 1),
        message="the nav does not list this page",
        fix=("add `core-concepts/closures.md` to `nav` (mkdocs.yml:3) where it is to be read"),
        also={"front-matter-missing", "one-title", "page-in-no-track", "page-parts", "quiz-count"},
    ),
    Case(
        rule="nav-without-page",
        when="an entry without a page",
        file=CONFIG,
        edits=[("core-concepts/decorators.md", "core-concepts/decorator.md")],
        at=(CONFIG, 7),
        message=(
            "docs/core-concepts/decorator.md does not exist (did you mean "
            "`core-concepts/decorators.md`?)"
        ),
        fix="correct the path, write the page, or take the line out",
        also={"page-outside-nav"},
    ),
    Case(
        rule="nav-twice",
        when="a page listed twice",
        file=CONFIG,
        edits=[
            ("  - Glossary: glossary.md", ("  - Glossary: glossary.md\n  - Words: glossary.md"))
        ],
        at=(CONFIG, 9),
        message="glossary.md stands in the nav on line 8 already",
        fix="leave it in one place",
    ),
]
