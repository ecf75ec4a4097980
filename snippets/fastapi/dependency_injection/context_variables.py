from contextvars import ContextVar
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

picker: ContextVar[str] = ContextVar("picker", default="nobody")
app = FastAPI()


# --8<-- [start:program]
def bind_in_thread() -> None:
    picker.set("Mara")


async def bind_in_task() -> None:
    picker.set("Mara")


@app.get("/sync")
async def after_sync(bound: Annotated[None, Depends(bind_in_thread)]) -> str:
    return picker.get()


@app.get("/async")
async def after_async(bound: Annotated[None, Depends(bind_in_task)]) -> str:
    return picker.get()


client = TestClient(app)
print(client.get("/sync").json(), client.get("/async").json())
# --8<-- [end:program]
