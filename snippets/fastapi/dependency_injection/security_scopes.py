from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Security
from fastapi.security import OAuth2PasswordBearer, SecurityScopes
from fastapi.testclient import TestClient

granted = {"mara": {"stock:read"}}
bearer = OAuth2PasswordBearer(
    "token", scopes={"stock:read": "Read", "stock:write": "Write"}
)
app = FastAPI()


# --8<-- [start:program]
def get_picker(needed: SecurityScopes, token: Annotated[str, Depends(bearer)]) -> str:
    if missing := set(needed.scopes) - granted.get(token, set()):  # (1)!
        raise HTTPException(403, f"needs {missing.pop()}")
    return token


@app.get("/stock")
def read_stock(
    picker: Annotated[str, Security(get_picker, scopes=["stock:read"])],
) -> str:
    return picker


@app.put("/stock")
def write_stock(
    picker: Annotated[str, Security(get_picker, scopes=["stock:write"])],
) -> str:
    return picker


client = TestClient(app, headers={"Authorization": "Bearer mara"})
print(client.get("/stock").json(), client.put("/stock").json())
#> mara {'detail': 'needs stock:write'}
print(app.openapi()["paths"]["/stock"]["put"]["security"])  # (2)!
#> [{'OAuth2PasswordBearer': ['stock:write']}]
# --8<-- [end:program]
