from typing import Annotated

from fastapi import Depends, FastAPI, Header

app = FastAPI()


# --8<-- [start:program]
def picker_by_token(token: Annotated[str, Header()]) -> str:
    return token


def picker_by_authorization(authorization: Annotated[str, Header()]) -> str:
    return authorization.removeprefix("Bearer ")


@app.get("/wrong/me")
def wrong(picker: Annotated[str, Depends(picker_by_token)]) -> dict[str, str]:
    return {"picker": picker}


@app.get("/me")
def right(picker: Annotated[str, Depends(picker_by_authorization)]) -> dict[str, str]:
    return {"picker": picker}


# --8<-- [end:program]
