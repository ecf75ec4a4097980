# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
# --8<-- [start:session]
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from warehouse import Customer, database


@asynccontextmanager
async def lifespan(_app: FastAPI) -> AsyncIterator[dict[str, Any]]:
    async with database() as engine:  # (1)!
        yield {"sessions": async_sessionmaker(engine, expire_on_commit=False)}


async def get_session(request: Request) -> AsyncIterator[AsyncSession]:
    async with request.state.sessions.begin() as session:  # (2)!
        yield session


Db = Annotated[AsyncSession, Depends(get_session, scope="function")]  # (3)!
app = FastAPI(lifespan=lifespan)


# --8<-- [end:session]
# --8<-- [start:conflict]
MESSAGES = {"uq_customers_email": "this email is taken"}


@app.exception_handler(IntegrityError)
async def conflict(_request: Request, error: IntegrityError) -> JSONResponse:
    name = getattr(error.driver_exception, "constraint_name", "")  # (1)!
    message = MESSAGES.get(name)
    if message is None:
        raise error  # (2)!
    return JSONResponse({"detail": message}, status_code=409)


@app.post("/customers", status_code=201)
async def create_customer(email: str, session: Db) -> dict[str, int]:
    customer = Customer(email=email)
    session.add(customer)
    await session.flush()  # (3)!
    return {"id": customer.id}


# --8<-- [end:conflict]
# --8<-- [start:call]
with TestClient(app) as client:
    for email in ("ann@example.com", "ann@example.com", "ben@example.com"):
        response = client.post("/customers", params={"email": email})
        print(response.status_code, response.json())
        #> 201 {'id': 1}
        #> 409 {'detail': 'this email is taken'}
        #> 201 {'id': 3}
# --8<-- [end:call]
