# --8<-- [start:program]
import httpx2


def explain(error: Exception) -> str:
    try:
        raise error
    except (httpx2.PoolTimeout, httpx2.ConnectTimeout) as found:  # (1)!
        return f"{type(found).__name__}: nothing was sent"
    except httpx2.TimeoutException as found:  # (2)!
        return f"{type(found).__name__}: the carrier may have acted"
    except TimeoutError:  # (3)!
        return "TimeoutError: our own deadline, anything may have happened"
    except httpx2.NetworkError as found:  # (4)!
        return f"{type(found).__name__}: no time ran out"


for error in (
    httpx2.PoolTimeout(""),
    httpx2.ConnectTimeout(""),
    httpx2.ReadTimeout(""),
    TimeoutError(),
    httpx2.ConnectError(""),
):
    print(explain(error))
    #> PoolTimeout: nothing was sent
    #> ConnectTimeout: nothing was sent
    #> ReadTimeout: the carrier may have acted
    #> TimeoutError: our own deadline, anything may have happened
    #> ConnectError: no time ran out
# --8<-- [end:program]
