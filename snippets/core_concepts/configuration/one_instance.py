# --8<-- [start:cached]
import os
from functools import lru_cache
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    carrier: str = "dhl"


@lru_cache  # (1)!
def get_settings() -> Settings:
    print("reading the environment")
    return Settings()


app = FastAPI()


@app.get("/carrier")
async def carrier(settings: Annotated[Settings, Depends(get_settings)]) -> str:
    return settings.carrier


client = TestClient(app)
print("the app is built")
print(client.get("/carrier").text, client.get("/carrier").text)

os.environ["CARRIER"] = "ups"
print(client.get("/carrier").text)  # (2)!
get_settings.cache_clear()  # (3)!
print(client.get("/carrier").text)

app.dependency_overrides[get_settings] = lambda: Settings(carrier="fake")
print(client.get("/carrier").text)
# --8<-- [end:cached]
