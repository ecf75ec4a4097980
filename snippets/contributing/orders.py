from fastapi import FastAPI

app = FastAPI()


# --8<-- [start:route]
@app.get("/orders/{number}")
def read_order(number: int) -> dict[str, int]:
    return {"order": number}


# --8<-- [end:route]
