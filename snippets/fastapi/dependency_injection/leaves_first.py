from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


# --8<-- [start:program]
def get_settings() -> str:
    print("settings")
    return "replica"


def get_db(settings: Annotated[str, Depends(get_settings)]) -> str:
    print("db")
    return f"session on {settings}"


def get_picker(db: Annotated[str, Depends(get_db)]) -> str:
    print("picker")
    return "Mara"


def get_order(db: Annotated[str, Depends(get_db)]) -> str:
    print("order")
    return "A-17"


@app.get("/pick")
def pick(
    picker: Annotated[str, Depends(get_picker)],
    order: Annotated[str, Depends(get_order)],
) -> str:
    print("endpoint")
    return f"{picker} picks {order}"


TestClient(app).get("/pick")
# --8<-- [end:program]
