# --8<-- [start:depends]
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.security import APIKeyHeader

app = FastAPI()
KEYS = {"s3cret"}
Key = Annotated[str, Depends(APIKeyHeader(name="X-API-Key"))]


def needs_key(func: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(func)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        request: Request = kwargs["request"]
        if request.headers.get("X-API-Key") not in KEYS:
            raise HTTPException(401)
        return func(*args, **kwargs)

    return wrapper


def check_key(key: Key) -> None:
    if key not in KEYS:
        raise HTTPException(401)


@app.get("/decorated")
@needs_key
def decorated(request: Request) -> int:
    return 40


@app.get("/depends", dependencies=[Depends(check_key)])
def depends() -> int:
    return 40


for path, operations in app.openapi()["paths"].items():
    print(path, operations["get"].get("security", "no word of a key"))
    #> /decorated no word of a key
    #> /depends [{'APIKeyHeader': []}]
# --8<-- [end:depends]
