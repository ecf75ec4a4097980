# --8<-- [start:cleanup]
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path


@contextmanager
def locked(shelf: str) -> Iterator[None]:
    print("  lock", shelf)
    try:
        yield
    finally:
        print("  unlock", shelf)


def restock(shelves: list[str]) -> None:
    with ExitStack() as stack:  # (1)!
        for shelf in shelves:
            stack.enter_context(locked(shelf))
        if len(shelves) > 1:
            raise RuntimeError("scanner lost")


def forget_label(path: Path) -> None:
    with suppress(FileNotFoundError):  # (2)!
        path.unlink()
        print("label deleted")


try:
    restock(["A1", "B2"])
except RuntimeError as error:
    print("failed:", error)

label = Path("label.zpl")
label.touch()
forget_label(label)
forget_label(label)
print("label is gone:", not label.exists())
# --8<-- [end:cleanup]
