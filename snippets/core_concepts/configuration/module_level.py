# --8<-- [start:module]
from functools import lru_cache
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    carrier: str = "dhl"


@lru_cache
def get_settings() -> Settings:
    return Settings()


settings = get_settings()
app = FastAPI(title=f"Orders via {settings.carrier}")


@app.get("/injected")
async def injected(given: Annotated[Settings, Depends(get_settings)]) -> str:
    return given.carrier


@app.get("/global")
async def from_module() -> str:
    return settings.carrier


app.dependency_overrides[get_settings] = lambda: Settings(carrier="fake")
client = TestClient(app)
print("injected:", client.get("/injected").json())
#> injected: fake
print("global:", client.get("/global").json())
#> global: dhl
print("title:", client.get("/openapi.json").json()["info"]["title"])
#> title: Orders via dhl
# --8<-- [end:module]
