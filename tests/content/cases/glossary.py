"""A glossary out of shape."""

from __future__ import annotations

from cases.case import GLOSSARY, Case

CASES = [
    Case(
        rule="glossary-id",
        when="no id",
        file=GLOSSARY,
        edits=[("### Decorator { #decorator }", "### Decorator")],
        at=(GLOSSARY, 17),
        message="the term `Decorator` has no id",
        fix="give the term one id: `### Term { #term-id }`",
    ),
    Case(
        rule="glossary-id",
        when="an id in capitals",
        file=GLOSSARY,
        edits=[("{ #decorator }", "{ #Decorator }")],
        at=(GLOSSARY, 17),
        message="the id `Decorator` is not lower-case words joined by hyphens",
        fix="give the term one id: `### Term { #term-id }`",
        also={"glossary-link", "quiz-term", "terms"},
    ),
    Case(
        rule="glossary-id",
        when="an id twice",
        file=GLOSSARY,
        edits=[("{ #decorator }", "{ #closure }")],
        at=(GLOSSARY, 17),
        message="the id `closure` stands on line 10 already",
        fix="give the term one id: `### Term { #term-id }`",
        also={"glossary-link", "quiz-term", "terms"},
    ),
    Case(
        rule="glossary-order",
        when="a term out of order",
        file=GLOSSARY,
        edits=[
            (
                "### Decorator {",
                (
                    "### Data model { #data-model }\n"
                    "\n"
                    "It has two sentences. One is this. "
                    "[Decorators](core-concepts/decorators.md).\n"
                    "\n"
                    "### Context { #context }\n"
                    "\n"
                    "It has two sentences. One is this. "
                    "[Decorators](core-concepts/decorators.md).\n"
                    "\n"
                    "### Decorator {"
                ),
            )
        ],
        at=(GLOSSARY, 21),
        message="`Context` comes after `Data model`",
        fix="sort the terms by the alphabet",
        also={"glossary-letter"},
    ),
    Case(
        rule="glossary-letter",
        when="a term below another letter",
        file=GLOSSARY,
        edits=[("## D\n", "## E\n")],
        at=(GLOSSARY, 17),
        message="`Decorator` stands below the letter `E`",
        fix="move it below `## D`",
    ),
    Case(
        rule="glossary-length",
        when="one sentence",
        file=GLOSSARY,
        edits=[((" It looks them up when it is\ncalled, e.g. `rate`, not when it is made."), "")],
        at=(GLOSSARY, 10),
        message="`Closure` is explained in 1 sentence",
        fix="use two or three, the closing link left aside",
    ),
    Case(
        rule="glossary-length",
        when="four sentences",
        file=GLOSSARY,
        edits=[
            ("The name is bound", "It may be a class. It may be any callable. The name is bound")
        ],
        at=(GLOSSARY, 17),
        message="`Decorator` is explained in 4 sentences",
        fix="use two or three, the closing link left aside",
    ),
    Case(
        rule="glossary-page",
        when="no link to a page",
        file=GLOSSARY,
        edits=[(" [Decorators](core-concepts/decorators.md).", "")],
        at=(GLOSSARY, 10),
        message="`Closure` links no page",
        fix=("end with a link to the page that explains it: `[Title](section/page.md#anchor).`"),
    ),
]
