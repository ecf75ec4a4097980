from collections.abc import Iterator
from typing import Annotated

from fastapi import BackgroundTasks, Depends, FastAPI
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient

app = FastAPI()


# --8<-- [start:program]
def for_request() -> Iterator[str]:
    yield "open"
    print("clean-up: request")


def for_function() -> Iterator[str]:
    yield "open"
    print("clean-up: function")


@app.get("/labels")
def print_labels(
    session: Annotated[str, Depends(for_request)],
    lock: Annotated[str, Depends(for_function, scope="function")],
    tasks: BackgroundTasks,
) -> StreamingResponse:
    def labels() -> Iterator[str]:
        print("body")
        yield "label 1"

    tasks.add_task(print, "background task")
    print("endpoint")
    return StreamingResponse(labels())


TestClient(app).get("/labels")
# --8<-- [end:program]
