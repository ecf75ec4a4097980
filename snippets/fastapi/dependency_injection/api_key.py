import secrets
from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException
from fastapi.testclient import TestClient

KEY = "carrier-secret"
ApiKey = Annotated[str, Header()]


# --8<-- [start:program]
def with_operator(api_key: ApiKey) -> None:
    if api_key != KEY:  # (1)!
        raise HTTPException(401)


def with_str_digest(api_key: ApiKey) -> None:
    if not secrets.compare_digest(api_key, KEY):  # (2)!
        raise HTTPException(401)


def with_digest(api_key: ApiKey) -> None:
    if not secrets.compare_digest(api_key.encode(), KEY.encode()):  # (3)!
        raise HTTPException(401)


# --8<-- [end:program]
app = FastAPI()


@app.get("/operator", dependencies=[Depends(with_operator)])
def operator() -> None: ...


@app.get("/str-digest", dependencies=[Depends(with_str_digest)])
def str_digest() -> None: ...


@app.get("/digest", dependencies=[Depends(with_digest)])
def digest() -> None: ...


# --8<-- [start:run]
client = TestClient(app, raise_server_exceptions=False)
for path in ("/operator", "/str-digest", "/digest"):
    right = client.get(path, headers={"api-key": KEY})
    underscore = client.get(path, headers={"api_key": KEY})
    accent = client.get(path, headers={b"api-key": "clé".encode("latin-1")})
    print(path, right.status_code, underscore.status_code, accent.status_code)
    #> /operator 200 422 401
    #> /str-digest 200 422 500
    #> /digest 200 422 401
# --8<-- [end:run]
