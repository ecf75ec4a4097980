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


async def nothing() -> None: ...


for check in (with_operator, with_str_digest, with_digest):
    app.get(f"/{check.__name__}", dependencies=[Depends(check)])(nothing)


# --8<-- [start:run]
client = TestClient(app, raise_server_exceptions=False)
for path in ("/with_operator", "/with_str_digest", "/with_digest"):
    right = client.get(path, headers={"api-key": KEY})
    underscore = client.get(path, headers={"api_key": KEY})
    accent = client.get(path, headers={b"api-key": "clé".encode("latin-1")})
    print(path, right.status_code, underscore.status_code, accent.status_code)
    #> /with_operator 200 422 401
    #> /with_str_digest 200 422 500
    #> /with_digest 200 422 401
# --8<-- [end:run]
