# --8<-- [start:all]
import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient

logging.basicConfig(format="%(levelname)s %(message)s")
logger = logging.getLogger("warehouse.api")
logger.setLevel(logging.INFO)
app = FastAPI()


class OutOfStockError(Exception): ...


@app.exception_handler(OutOfStockError)
async def refused(request: Request, error: OutOfStockError) -> JSONResponse:
    logger.info("refused: %s is out of stock", error)  # (1)!
    return JSONResponse({"code": "out_of_stock"}, status_code=409)


@app.exception_handler(Exception)
async def failed(request: Request, error: Exception) -> JSONResponse:
    logger.error("%s failed: %r", request.url.path, error)  # (2)!
    return JSONResponse({"code": "internal"}, status_code=500)


@app.post("/picks/{sku}")
async def pick(sku: str) -> dict[str, int]:
    if sku == "SKU-7":
        raise OutOfStockError(sku)
    return {"shelf": {"SKU-8": 17}[sku]}


client = TestClient(app, raise_server_exceptions=False)
for sku in ("SKU-8", "SKU-7", "SKU-9"):
    print(client.post(f"/picks/{sku}").status_code)
# --8<-- [end:all]
