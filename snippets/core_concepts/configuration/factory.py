# --8<-- [start:factory]
from typing import Annotated, cast

from fastapi import Depends, FastAPI
from fastapi.requests import HTTPConnection
from fastapi.testclient import TestClient
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    carrier: str = "dhl"


async def get_settings(connection: HTTPConnection) -> Settings:  # (1)!
    return cast(Settings, connection.app.state.settings)


async def carrier(settings: Annotated[Settings, Depends(get_settings)]) -> str:
    return settings.carrier


def create_app(settings: Settings | None = None) -> FastAPI:  # (2)!
    settings = settings or Settings()
    app = FastAPI(title=f"Orders via {settings.carrier}")
    app.state.settings = settings
    app.add_api_route("/carrier", carrier)
    return app


for app in (create_app(), create_app(Settings(carrier="fake"))):
    print(app.title, "answers", TestClient(app).get("/carrier").text)
    #> Orders via dhl answers "dhl"
    #> Orders via fake answers "fake"
# --8<-- [end:factory]
