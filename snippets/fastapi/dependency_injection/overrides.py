from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient


# --8<-- [start:program]
def get_db() -> str:
    raise ConnectionError("production database")


def get_stock(db: Annotated[str, Depends(get_db)], sku: str) -> str:
    return f"{sku} from {db}"


def in_warehouse(name: str) -> Callable[[], str]:
    def dependency() -> str:
        return name

    return dependency


app = FastAPI()


@app.get("/stock")
def read_stock(
    stock: Annotated[str, Depends(get_stock)],
    warehouse: Annotated[str, Depends(in_warehouse("Berlin"))],
) -> str:
    return f"{stock}, {warehouse}"


client = TestClient(app)
app.dependency_overrides[get_db] = lambda: "test database"  # (1)!
app.dependency_overrides[in_warehouse("Berlin")] = lambda: "nowhere"  # (2)!
print(client.get("/stock?sku=BOX-1").json())
#> BOX-1 from test database, Berlin
print(client.get("/stock").json()["detail"][0]["loc"])
#> ['query', 'sku']

app.dependency_overrides.clear()  # (3)!
try:
    client.get("/stock?sku=BOX-1")
except ConnectionError as error:
    print(error)
    #> production database
# --8<-- [end:program]
