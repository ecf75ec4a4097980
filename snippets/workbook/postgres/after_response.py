# --8<-- [start:program]
from fastapi import BackgroundTasks, FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


def report(order_id: str) -> None:
    raise ConnectionError("PostgreSQL does not answer")


@app.post("/orders/{order_id}")
def process(order_id: str, background: BackgroundTasks) -> dict[str, str]:
    background.add_task(report, order_id)
    return {"sector": "MANUAL"}


client = TestClient(app, raise_server_exceptions=False)
print(client.post("/orders/AT-7").status_code)
#> 200
# --8<-- [end:program]
