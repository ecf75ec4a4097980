# --8<-- [start:pickled]
import pickle


class Careless(Exception):
    def __init__(self, sku: str, missing: int) -> None:
        super().__init__(f"{missing} x {sku} missing")


class Careful(Exception):
    def __init__(self, sku: str, missing: int) -> None:
        super().__init__(sku, missing)
        self.sku = sku
        self.missing = missing


for error in (Careful("BOX-3", 36), Careless("BOX-3", 36)):
    try:
        copy = pickle.loads(pickle.dumps(error))
        print(type(error).__name__, "arrives:", repr(copy))
    except TypeError as failure:
        print(type(error).__name__, "is lost:", failure)
# --8<-- [end:pickled]
