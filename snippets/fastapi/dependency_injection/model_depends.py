from typing import Annotated

from fastapi import Depends, FastAPI, Query
from fastapi.testclient import TestClient
from pydantic import BaseModel, field_validator


class OrderFilter(BaseModel, extra="forbid"):
    carrier: str = "DHL"
    limit: int = 20

    @field_validator("carrier")
    @classmethod
    def known_carrier(cls, value: str) -> str:
        if value not in {"DHL", "UPS"}:
            raise ValueError(f"no contract with {value}")
        return value


app = FastAPI()


# --8<-- [start:endpoints]
@app.get("/old")
def old(wanted: Annotated[OrderFilter, Depends()]) -> OrderFilter:
    return wanted


@app.get("/new")
def new(wanted: Annotated[OrderFilter, Query()]) -> OrderFilter:
    return wanted


client = TestClient(app, raise_server_exceptions=False)
for query in ("carrier=UPS", "carrier=ACME", "carier=UPS"):
    print(query, *(client.get(f"/{way}?{query}").status_code for way in ("old", "new")))
    #> carrier=UPS 200 200
    #> carrier=ACME 500 422
    #> carier=UPS 200 422
# --8<-- [end:endpoints]
