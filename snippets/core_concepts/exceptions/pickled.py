# /// script
# [tool.notes]
# interpreter = "fresh"
# ///
# --8<-- [start:pickled]
import pickle
from concurrent.futures import ProcessPoolExecutor


class Careless(Exception):
    def __init__(self, sku: str, missing: int) -> None:
        super().__init__(f"{missing} x {sku} missing")


class Careful(Exception):
    def __init__(self, sku: str, missing: int) -> None:
        super().__init__(sku, missing)
        self.sku = sku
        self.missing = missing


def reserve(kind: type[Careful] | type[Careless]) -> None:
    raise kind("BOX-3", 36)


if __name__ == "__main__":
    for kind in (Careful, Careless):
        try:
            copy = pickle.loads(pickle.dumps(kind("BOX-3", 36)))
            print(kind.__name__, "arrives:", repr(copy))
        except TypeError as failure:
            print(kind.__name__, "is lost:", failure)

        with ProcessPoolExecutor(max_workers=1) as pool:
            caught = pool.submit(reserve, kind).exception()
        print("  the caller of a pool gets:", type(caught).__name__)
# --8<-- [end:pickled]
