# /// script
# [tool.notes]
# browser = "it measures what threads cost"
# normalise = ["figures"]
# ///
from collections.abc import Callable
from time import perf_counter
from typing import Annotated, Any

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


# --8<-- [start:program]
async def nothing() -> None: ...


def chain(depth: int, *, threaded: bool) -> Callable[..., Any]:
    if depth == 0:
        return nothing
    below = Annotated[None, Depends(chain(depth - 1, threaded=threaded))]

    def in_thread(found: below) -> None: ...

    async def in_loop(found: below) -> None: ...

    return in_thread if threaded else in_loop


app.get("/none")(nothing)
app.get("/async", dependencies=[Depends(chain(20, threaded=False))])(nothing)
app.get("/threads", dependencies=[Depends(chain(20, threaded=True))])(nothing)


def seconds(client: TestClient, path: str) -> float:
    start = perf_counter()
    for _ in range(20):
        client.get(path)
    return perf_counter() - start


with TestClient(app) as client:
    times = {
        path: min(seconds(client, path) for _ in range(3))
        for path in ("/none", "/async", "/threads")
    }
for path in ("/async", "/threads"):
    print(path, f"{times[path] / times['/none']:.1f} times the plain request")
    #> /async 1.2 times the plain request
    #> /threads 3.7 times the plain request
# --8<-- [end:program]
