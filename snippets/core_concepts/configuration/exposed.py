# --8<-- [start:docs]
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr
from pydantic_settings import BaseSettings

PAGES = ("/docs", "/redoc", "/openapi.json")


def answers(app: FastAPI) -> list[int]:
    client = TestClient(app)
    return [client.get(page).status_code for page in PAGES]


print("docs_url=None", answers(FastAPI(docs_url=None)))
#> docs_url=None [404, 200, 200]
print("openapi_url=None", answers(FastAPI(openapi_url=None)))
#> openapi_url=None [404, 404, 404]


# --8<-- [end:docs]
# --8<-- [start:health]
class Settings(BaseSettings):
    database_url: str = "postgresql://wms:hunter2@db.internal/orders"
    carrier_token: SecretStr = SecretStr("tok-7f3a9c")


app = FastAPI()


@app.get("/health/talkative")
async def talkative() -> dict[str, str]:
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
