from contextvars import ContextVar
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

picker: ContextVar[str] = ContextVar("picker", default="nobody")
app = FastAPI()


# --8<-- [start:program]
def bind() -> None:
    picker.set("Mara")


async def bind_async() -> None:
    picker.set("Mara")


class Bind:
    def __init__(self) -> None:
        picker.set("Mara")


@app.get("/function")
async def after_function(bound: Annotated[None, Depends(bind)]) -> str:
    return picker.get()


@app.get("/async")
async def after_async(bound: Annotated[None, Depends(bind_async)]) -> str:
    return picker.get()


@app.get("/class")
async def after_class(bound: Annotated[Bind, Depends()]) -> str:
    return picker.get()


client = TestClient(app)
print(*(client.get(path).json() for path in ("/function", "/async", "/class")))
# --8<-- [end:program]
