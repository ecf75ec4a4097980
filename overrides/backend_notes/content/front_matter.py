"""The YAML block at the top of a page, with the line of every key."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

# The fast loader where PyYAML was built with libyaml, which its wheels are.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BLOCK = re.compile(r"\A---[ \t]*\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """What a page says about itself.

    Attributes:
        values: the keys and their values; empty where the block is missing or broken.
        end: its last line, counted from 1; 0 where there is none.
        mistakes: what makes it unusable, as (line, message).
        places: the line of each key, and of each item of a list as (key, position).
    """

    values: dict[str, Any] = field(default_factory=dict)
    end: int = 0
    mistakes: tuple[tuple[int, str], ...] = ()
    places: dict[tuple[str, int], int] = field(default_factory=dict)

    def line_of(self, key: str, item: int = -1) -> int:
        """The line of a key, or of an item of its list; 1 where it is missing."""
        return self.places.get((key, item)) or self.places.get((key, -1), 1)

    def strings(self, key: str) -> list[tuple[int, str]]:
        """The strings of a list, each with its line; nothing where it is no list."""
        value = self.values.get(key)
        if not isinstance(value, list):
            return []
        return [
            (self.line_of(key, n), item) for n, item in enumerate(value) if isinstance(item, str)
        ]


def read_front_matter(text: str) -> FrontMatter:
    """Read the block at the top of a page; a broken one comes back empty, with its mistakes."""
    match = _BLOCK.match(text)
    if match is None:
        if re.match(r"---[ \t]*\n", text):
            return FrontMatter(
                mistakes=((1, "the front matter opens with `---` and never closes"),)
            )
        return FrontMatter()
    end = text.count("\n", 0, match.end()) + 1
    try:
        loader = Loader(match["body"])
        node = loader.get_single_node()
        if node is None:
            return FrontMatter(end=end)
        if not isinstance(node, yaml.MappingNode):
            return FrontMatter(
                end=end, mistakes=((2, "the front matter is not a list of `key: value` lines"),)
            )
        values = loader.construct_document(node)
    except (yaml.YAMLError, ValueError) as error:
        return FrontMatter(end=end, mistakes=(yaml_mistake(error, "the front matter", 1),))
    places, mistakes = _places(node)
    return FrontMatter({str(key): value for key, value in values.items()}, end, mistakes, places)


def yaml_mistake(error: Exception, what: str, above: int = 0) -> tuple[int, str]:
    """The line and the sentence of a YAML error; `above` is the number of lines before the text."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return (mark.line + 1 if mark else 1) + above, f"{what} is not YAML: {problem}"


def _places(node: Any) -> tuple[dict[tuple[str, int], int], tuple[tuple[int, str], ...]]:
    """The lines of keys and list items, and the keys that stand twice."""
    places: dict[tuple[str, int], int] = {}
    mistakes: list[tuple[int, str]] = []
    for key, value in node.value:
        # Counted from 0 in the block, which itself starts on the page's second line.
        line, name = key.start_mark.line + 2, str(key.value)
        if (name, -1) in places:
            mistakes.append((line, f"the key `{name}` stands twice in the front matter"))
        places.setdefault((name, -1), line)
        if isinstance(value, yaml.SequenceNode):
            for position, item in enumerate(value.value):
                places[name, position] = item.start_mark.line + 2
    return places, tuple(mistakes)
