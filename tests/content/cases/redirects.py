"""Addresses that readers know and that lead nowhere."""

from __future__ import annotations

from cases.case import Case

FILE = "redirects.yaml"

CASES = [
    Case(
        rule="redirect",
        when="no YAML",
        file=FILE,
        write="a.md: b.md: c.md\n",
        at=(FILE, 1),
        message="redirects.yaml is not YAML: mapping values are not allowed in this context",
        fix="correct redirects.yaml",
    ),
    Case(
        rule="redirect",
        when="a list",
        file=FILE,
        write="# Moved.\n- a.md\n",
        at=(FILE, 2),
        message="redirects.yaml is not a list of `old.md: new.md` lines",
        fix="correct redirects.yaml",
    ),
    Case(
        rule="redirect",
        when="an address in place of a page",
        file=FILE,
        write="closures.md: core-concepts/decorators/\n",
        at=(FILE, 1),
        message=(
            "`closures.md: core-concepts/decorators/` does not name two pages below docs/, with"
            " `.md`"
        ),
        fix="correct redirects.yaml",
    ),
    Case(
        rule="redirect",
        when="a page that exists",
        file=FILE,
        write="glossary.md: index.md\n",
        at=(FILE, 1),
        message="docs/glossary.md exists, so nobody is sent on from it",
        fix="take the line out",
    ),
    Case(
        rule="redirect",
        when="the same page twice",
        file=FILE,
        write="closures.md: index.md\nclosures.md: glossary.md\n",
        at=(FILE, 2),
        message="`closures.md` stands on line 1 already",
        fix="take one of the lines out",
    ),
    Case(
        rule="redirect",
        when="a target that does not exist",
        file=FILE,
        write="closures.md: core-concepts/decorator.md\n",
        at=(FILE, 1),
        message=(
            "docs/core-concepts/decorator.md does not exist (did you mean"
            " `core-concepts/decorators.md`?)"
        ),
        fix="name the page that takes the readers now",
    ),
    Case(
        rule="redirect",
        when="an anchor that does not exist",
        file=FILE,
        write="closures.md: glossary.md#closures\n",
        at=(FILE, 1),
        message="docs/glossary.md has no anchor `#closures` (did you mean `closure`?)",
        fix="correct the anchor",
    ),
    Case(
        rule="moved-page",
        when="a released page that is gone",
        released=["", "glossary/", "core-concepts/scopes/", "core-concepts/closures/"],
        file=FILE,
        write="core-concepts/scopes.md: core-concepts/decorators.md\n",
        at=(FILE, 1),
        message="release 1.0 has a page at `core-concepts/closures/`, and nothing is there now",
        fix="add the line `core-concepts/closures.md: <the page that takes its readers>`",
    ),
]
