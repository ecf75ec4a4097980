from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI
from fastapi.testclient import TestClient

ran: list[str] = []


# --8<-- [start:program]
def note(level: str) -> Callable[[], str]:
    def dependency() -> str:
        ran.append(level)
        return f"ignored result of {level}"

    return dependency


orders = APIRouter(prefix="/orders", dependencies=[Depends(note("router"))])


@orders.get("/count", dependencies=[Depends(note("decorator"))])
def count_orders(own: Annotated[str, Depends(note("parameter"))]) -> int:
    return 3


warehouse = APIRouter(prefix="/berlin", dependencies=[Depends(note("outer router"))])
warehouse.include_router(orders, dependencies=[Depends(note("include"))])
app = FastAPI(dependencies=[Depends(note("app"))])
app.include_router(warehouse)

client = TestClient(app)
client.get("/berlin/orders/count")
print(" > ".join(ran))
#> app > outer router > include > router > decorator > parameter
# --8<-- [end:program]
