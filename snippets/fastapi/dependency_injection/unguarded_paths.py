from fastapi import Depends, FastAPI, HTTPException
from fastapi.responses import PlainTextResponse
from fastapi.testclient import TestClient


# --8<-- [start:program]
def always_refuse() -> None:
    raise HTTPException(401)


app = FastAPI(dependencies=[Depends(always_refuse)])
labels = FastAPI()
app.mount("/labels", labels)


@app.get("/orders")
def list_orders() -> list[str]:
    return []


@labels.get("/latest")
def latest_label() -> PlainTextResponse:
    return PlainTextResponse("Mara, Berlin")


client = TestClient(app)
for path in ("/orders", "/docs", "/openapi.json", "/labels/latest", "/nowhere"):
    print(path, client.get(path).status_code)
    #> /orders 401
    #> /docs 200
    #> /openapi.json 200
    #> /labels/latest 200
    #> /nowhere 404
# --8<-- [end:program]
