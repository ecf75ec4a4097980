# --8<-- [start:trap]
import asyncio

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient


class DomainError(Exception):
    pass


app = FastAPI()


@app.exception_handler(DomainError)
async def refuse(request: Request, error: DomainError) -> JSONResponse:
    return JSONResponse({"code": str(error)}, status_code=409)


async def reserve(sku: str) -> None:
    if sku == "PEN-9":
        raise KeyError(sku)
    raise DomainError("out_of_stock")


async def reserve_all(*skus: str) -> None:
    async with asyncio.TaskGroup() as tasks:
        for sku in skus:
            tasks.create_task(reserve(sku))


# --8<-- [end:trap]
# --8<-- [start:use]
@app.post("/direct/{sku}")
async def direct(sku: str) -> None:
    await reserve(sku)


@app.post("/grouped/{sku}")
async def grouped(sku: str) -> None:
    await reserve_all("BOX-3", sku)


@app.post("/translated/{sku}")
async def translated(sku: str) -> None:
    try:
        await reserve_all("BOX-3", sku)
    except* DomainError as group:
        raise DomainError("out_of_stock") from group


client = TestClient(app, raise_server_exceptions=False)
for path in ("direct/MUG-2", "grouped/MUG-2", "translated/MUG-2", "translated/PEN-9"):
    response = client.post(path)
    print(path, response.status_code, response.text)
    #> direct/MUG-2 409 {"code":"out_of_stock"}
    #> grouped/MUG-2 500 Internal Server Error
    #> translated/MUG-2 409 {"code":"out_of_stock"}
    #> translated/PEN-9 500 Internal Server Error
# --8<-- [end:use]
