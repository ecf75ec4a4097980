import threading
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


# --8<-- [start:program]
class Page:
    def __init__(self, number: int = 1) -> None:
        self.thread = threading.current_thread().name


async def loop_thread() -> str:
    return threading.current_thread().name


@app.get("/orders")
async def list_orders(
    page: Annotated[Page, Depends()], loop: Annotated[str, Depends(loop_thread)]
) -> bool:
    return page.thread == loop


print(TestClient(app).get("/orders").json())
#> False
# --8<-- [end:program]
