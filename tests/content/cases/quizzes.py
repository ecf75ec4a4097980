"""Quizzes that cannot be answered, explain nothing, or lie."""

from __future__ import annotations

from cases.case import PAGE, Case

CASES = [
    Case(
        rule="quiz-head",
        when="no id",
        file=PAGE,
        edits=[
            (
                '!!! quiz decorators-cost "What does a wrapper cost?"',
                '!!! quiz "What does a wrapper cost?"',
            )
        ],
        at=(PAGE, 86),
        message="the quiz has no id",
        fix='write `!!! quiz late-binding prints term-closure "What does this print?"`',
    ),
    Case(
        rule="quiz-head",
        when="an id in capitals",
        file=PAGE,
        edits=[
            (
                '!!! quiz decorators-cost "What does a wrapper cost?"',
                '!!! quiz Decorators.cost "What does a wrapper cost?"',
            )
        ],
        at=(PAGE, 86),
        message="the quiz's id `Decorators.cost` is not lower-case words joined by hyphens",
        fix='write `!!! quiz late-binding prints term-closure "What does this print?"`',
    ),
    Case(
        rule="quiz-head",
        when="no question",
        file=PAGE,
        edits=[
            ('!!! quiz decorators-cost "What does a wrapper cost?"', "!!! quiz decorators-cost")
        ],
        at=(PAGE, 86),
        message="quiz `decorators-cost` has no question in double quotes",
        fix='write `!!! quiz late-binding prints term-closure "What does this print?"`',
    ),
    Case(
        rule="quiz-head",
        when="an empty question",
        file=PAGE,
        edits=[
            ('!!! quiz decorators-cost "What does a wrapper cost?"', '!!! quiz decorators-cost ""')
        ],
        at=(PAGE, 86),
        message="quiz `decorators-cost` has no question in double quotes",
        fix='write `!!! quiz late-binding prints term-closure "What does this print?"`',
    ),
    Case(
        rule="quiz-head",
        when="an unknown word",
        file=PAGE,
        edits=[
            (
                '!!! quiz decorators-cost "What does a wrapper cost?"',
                '!!! quiz decorators-cost print "What does a wrapper cost?"',
            )
        ],
        at=(PAGE, 86),
        message="quiz `decorators-cost` has the word `print`, which means nothing there",
        fix='write `!!! quiz late-binding prints term-closure "What does this print?"`',
    ),
    Case(
        rule="quiz-head",
        when="a folded quiz",
        file=PAGE,
        edits=[
            (
                '!!! quiz decorators-cost "What does a wrapper cost?"',
                '??? quiz decorators-cost "What does a wrapper cost?"',
            )
        ],
        at=(PAGE, 86),
        message="quiz `decorators-cost` is folded with `???`",
        fix='write `!!! quiz late-binding prints term-closure "What does this print?"`',
    ),
    Case(
        rule="quiz-options",
        when="one option",
        file=PAGE,
        edits=[(("    - [ ] Nothing\n        - It is one more call.\n"), "")],
        at=(PAGE, 86),
        message="quiz `decorators-cost` has 1 option",
        fix="give it two to six, as `- [ ] text` indented by four columns",
    ),
    Case(
        rule="quiz-options",
        when="no right option",
        file=PAGE,
        edits=[("- [x] One more", "- [ ] One more")],
        at=(PAGE, 86),
        message="quiz `decorators-cost` has no right option",
        fix="mark the right one with `- [x]`",
    ),
    Case(
        rule="quiz-options",
        when="no wrong option",
        file=PAGE,
        edits=[("- [ ] Nothing", "- [X] Nothing")],
        at=(PAGE, 86),
        message="quiz `decorators-cost` has no wrong option",
        fix="add a mistake that people really make, as `- [ ]`",
    ),
    Case(
        rule="quiz-options",
        when="options that are not indented",
        file=PAGE,
        edits=[
            (
                (
                    "    - [ ] Nothing\n"
                    "        - It is one more call.\n"
                    "    - [x] One more call\n"
                    "        - Python calls the wrapper first."
                ),
                (
                    "- [ ] Nothing\n"
                    "    - It is one more call.\n"
                    "- [x] One more call\n"
                    "    - Python calls the wrapper first."
                ),
            )
        ],
        at=(PAGE, 86),
        message="quiz `decorators-cost` has no options",
        fix="give it two to six, as `- [ ] text` indented by four columns",
    ),
    Case(
        rule="quiz-reason",
        when="no reason",
        file=PAGE,
        edits=[("        - It is one more call.\n", "")],
        at=(PAGE, 90),
        message="the option `Nothing` of quiz `decorators-cost` has no reasons",
        fix="say why it is right or wrong in one bullet below it, four columns deeper",
    ),
    Case(
        rule="quiz-reason",
        when="two reasons",
        file=PAGE,
        edits=[
            (
                "        - It is one more call.\n",
                ("        - It is one more call.\n        - Calls cost.\n"),
            )
        ],
        at=(PAGE, 90),
        message="the option `Nothing` of quiz `decorators-cost` has 2 reasons",
        fix="say why it is right or wrong in one bullet below it, four columns deeper",
    ),
    Case(
        rule="quiz-reason",
        when="a reason at the wrong depth",
        file=PAGE,
        edits=[("        - It is one more call.\n", "      - It is one more call.\n")],
        at=(PAGE, 90),
        message="the option `Nothing` of quiz `decorators-cost` has no reasons",
        fix="say why it is right or wrong in one bullet below it, four columns deeper",
        also={"quiz-stray"},
    ),
    Case(
        rule="quiz-reason",
        when="an option without a text",
        file=PAGE,
        edits=[("- [ ] Nothing", "- [ ]")],
        at=(PAGE, 90),
        message="quiz `decorators-cost` has an option without a text",
        fix="write the answer after the box",
    ),
    Case(
        rule="quiz-stray",
        when="a text after the options",
        file=PAGE,
        edits=[
            (
                "        - Python calls the wrapper first.",
                ("        - Python calls the wrapper first.\n\n    Was it hard?"),
            )
        ],
        at=(PAGE, 95),
        message="`Was it hard?` is neither an option nor a reason of quiz `decorators-cost`",
        fix=("indent options (`- [ ] text`) by four columns and reasons (`- text`) by eight"),
    ),
    Case(
        rule="quiz-stray",
        when="a box that is none",
        file=PAGE,
        edits=[("- [ ] Nothing", "- [] Nothing")],
        at=(PAGE, 90),
        message="`- [] Nothing` is neither an option nor a reason of quiz `decorators-cost`",
        fix=("indent options (`- [ ] text`) by four columns and reasons (`- text`) by eight"),
        also={"quiz-options"},
    ),
    Case(
        rule="quiz-id",
        when="an id taken on the same page",
        file=PAGE,
        edits=[("quiz decorators-cost", "quiz decorators-time")],
        at=(PAGE, 86),
        message=("the quiz id `decorators-time` is taken by docs/core-concepts/decorators.md:35"),
        fix="give this quiz an id of its own",
    ),
    Case(
        rule="quiz-term",
        when="a term that the glossary does not have",
        file=PAGE,
        edits=[("term-closure", "term-closures")],
        at=(PAGE, 42),
        message=(
            "quiz `decorators-late-binding` names `term-closures`, and the glossary has "
            "no term `closures` (did you mean `closure`?)"
        ),
        fix="correct the id, or define the term in docs/glossary.md",
    ),
    Case(
        rule="quiz-count",
        when="two quizzes",
        file=PAGE,
        edits=[
            (
                '!!! quiz decorators-time term-decorator "When does a decorator run?"',
                '!!! tip "When does a decorator run?"',
            )
        ],
        at=(PAGE, 1),
        message="the page has 2 quizzes",
        fix="give it three to five",
    ),
    Case(
        rule="quiz-count",
        when="no quiz about an output",
        file=PAGE,
        edits=[(" prints term", " term")],
        at=(PAGE, 35),
        message="no quiz of the page has the class `prints`",
        fix="let one ask what a program prints: `!!! quiz <id> prints`",
    ),
]
