from typing import Annotated

from fastapi import Depends, FastAPI, Query
from fastapi.testclient import TestClient

app = FastAPI()


# --8<-- [start:program]
def page_of_orders(
    warehouse: str,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> str:  # (1)!
    return f"{limit} orders of {warehouse}"


@app.get("/orders")
def list_orders(page: Annotated[str, Depends(page_of_orders)]) -> str:  # (2)!
    return page


@app.get("/warehouses/{warehouse}/orders")
def list_orders_of(page: Annotated[str, Depends(page_of_orders)]) -> str:  # (3)!
    return page


client = TestClient(app)
print(client.get("/orders?warehouse=Berlin&limit=5").json())
#> 5 orders of Berlin
print(client.get("/warehouses/Hamburg/orders").json())
#> 20 orders of Hamburg
refused = client.get("/orders?warehouse=Berlin&limit=500")
print(refused.status_code, refused.json()["detail"][0]["loc"])
#> 422 ['query', 'limit']
# --8<-- [end:program]
