# --8<-- [start:app]
from fastapi import FastAPI

from picking_engine.models import InputRequest

app = FastAPI()


@app.post("/echo")
def echo(order: InputRequest) -> InputRequest:
    return order


# --8<-- [end:app]
