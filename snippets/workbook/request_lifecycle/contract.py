# --8<-- [start:quiz]
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel

app = FastAPI()


class Position(BaseModel):
    product_id: int


@app.get("/position")
def position() -> Position:
    return {"product_id": "17", "cost_price": 4.20}


print(TestClient(app).get("/position").json())
# --8<-- [end:quiz]
