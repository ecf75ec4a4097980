# --8<-- [start:leak]
import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient

logging.basicConfig(format="log: %(levelname)s %(message)s")
logger = logging.getLogger("api")
app = FastAPI()


class StockStoreError(Exception):
    code = "stock_unavailable"


def load(order_id: str) -> None:
    raise StockStoreError("stock-db-2.internal refused user warehouse_rw")


@app.get("/careless/{order_id}")
def careless(order_id: str) -> JSONResponse:
    try:
        load(order_id)
    except StockStoreError as error:
        return JSONResponse({"detail": str(error)}, status_code=503)
    return JSONResponse({})


@app.get("/careful/{order_id}")
def careful(order_id: str) -> None:
    load(order_id)


@app.exception_handler(StockStoreError)
def unavailable(request: Request, error: StockStoreError) -> JSONResponse:
    logger.error("%s at %s: %s", error.code, request.url.path, error)
    return JSONResponse({"code": error.code}, status_code=503)


client = TestClient(app)
for path in ("/careless/A-17", "/careful/A-17"):
    print("client:", client.get(path).json())
# --8<-- [end:leak]
