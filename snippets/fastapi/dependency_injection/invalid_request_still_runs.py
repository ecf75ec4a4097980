from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, PositiveInt


class OrderLine(BaseModel):
    sku: str
    quantity: PositiveInt


app = FastAPI()


# --8<-- [start:program]
reserved: list[str] = []


def reserve_bin() -> str:
    reserved.append("bin 4")
    return "bin 4"


@app.post("/order-lines")
def add_line(line: OrderLine, bin_name: Annotated[str, Depends(reserve_bin)]) -> str:
    return f"{line.sku} in {bin_name}"


response = TestClient(app).post("/order-lines", json={"sku": "BOX-1", "quantity": -1})
print(response.status_code, reserved)
#> 422 ['bin 4']
# --8<-- [end:program]
