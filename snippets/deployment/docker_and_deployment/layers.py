# --8<-- [start:rule]
from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class File:
    size: int
    owner: str = "root"


Tree = dict[str, File]


def layer(before: Tree, after: Tree) -> Tree:
    changed = {path: after[path] for path in after if before.get(path) != after[path]}
    removed = {f".wh.{path}": File(0) for path in before if path not in after}
    return changed | removed


def sizes(*steps: Callable[[Tree], Tree]) -> list[int]:
    tree: Tree = {}
    found = []
    for step in steps:
        after = step(tree)
        found.append(sum(file.size for file in layer(tree, after).values()))
        tree = after
    return found


# --8<-- [end:rule]
# --8<-- [start:use]
def copy(tree: Tree) -> Tree:
    return tree | {"app/.venv": File(80), "app/rates.csv": File(20)}


def chown(tree: Tree) -> Tree:
    return {path: replace(file, owner="app") for path, file in tree.items()}


def remove(tree: Tree) -> Tree:
    return {path: tree[path] for path in tree if path != "app/rates.csv"}


print("COPY, then RUN chown -R:", sizes(copy, chown))
print("COPY --chown:", sizes(lambda tree: chown(copy(tree))))
print("COPY, then RUN rm:", sizes(copy, remove))
# --8<-- [end:use]
