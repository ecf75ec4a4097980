# --8<-- [start:reraise]
import traceback
from collections.abc import Callable


def read_scale() -> float:
    raise OSError("scale is unplugged")


def bare() -> float:
    try:
        return read_scale()
    except OSError:
        print("check the cable")
        raise


def named() -> float:
    try:
        return read_scale()
    except OSError as error:
        print("check the cable")
        raise error


def frames(weigh: Callable[[], float]) -> None:
    try:
        weigh()
    except OSError as error:
        for frame in traceback.extract_tb(error.__traceback__)[1:]:
            print(f"  {frame.name}: {frame.line}")


frames(bare)
frames(named)
# --8<-- [end:reraise]
