# --8<-- [start:health]
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str = "postgresql://wms:hunter2@db.internal/orders"
    carrier_token: SecretStr = SecretStr("tok-7f3a9c")


app = FastAPI()


@app.get("/health/talkative")
async def talkative() -> dict[str, Any]:
    return {"status": "ok"} | Settings().model_dump(mode="json")


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}


client = TestClient(app)
print(client.get("/health/talkative").json()["database_url"])
#> postgresql://wms:hunter2@db.internal/orders
print(client.get("/health").json())
#> {'status': 'ok'}
# --8<-- [end:health]
