# --8<-- [start:tree]
import asyncio

signals: list[BaseException] = [
    KeyError("BOX-3"),
    TimeoutError("carrier"),
    KeyboardInterrupt(),
    SystemExit(1),
    asyncio.CancelledError(),
]


def caught_by_except_exception(error: BaseException) -> bool:
    try:
        raise error
    except Exception:
        return True
    except BaseException:
        return False


for error in signals:
    print(f"{type(error).__name__:17}", caught_by_except_exception(error))
    #> KeyError True
    #> TimeoutError True
    #> KeyboardInterrupt False
    #> SystemExit False
    #> CancelledError False
# --8<-- [end:tree]
