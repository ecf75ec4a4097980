"""The HTTP application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import BackgroundTasks, FastAPI, Request
from fastapi.responses import JSONResponse

from picking_engine import routes
from picking_engine.config import Settings, get_settings
from picking_engine.decision import decide, work_of
from picking_engine.errors import NotFoundError, PartUnavailableError
from picking_engine.middleware import TimingMiddleware
from picking_engine.models import InputRequest, OutputResponse, QueuedOrder
from picking_engine.rabbit_consumer import RabbitConsumer, start_consumers
from picking_engine.reporting import report
from picking_engine.routes import TenantsDep, find_tenant
from picking_engine.scheduler import Job, start_jobs
from picking_engine.tenants import Tenants


# --8<-- [start:create-app]
def create_app(load_settings: Callable[[], Settings] = get_settings) -> FastAPI:
    """The application; what it connects to is opened when it starts to serve."""
    app = FastAPI(title="Picking engine", lifespan=lifespan)
    app.state.load_settings = load_settings
    app.add_middleware(TimingMiddleware)
    app.add_exception_handler(NotFoundError, not_found)
    app.add_exception_handler(PartUnavailableError, unavailable)
    app.get("/ping")(ping)
    app.post("/process_order")(process_order)
    app.include_router(routes.router)
    return app


# --8<-- [end:create-app]


# --8<-- [start:lifespan]
@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Run what runs beside the requests, for as long as this worker serves."""
    tenants = Tenants(app.state.load_settings)
    threads: list[RabbitConsumer | Job] = [
        *start_consumers(tenants),
        *start_jobs(tenants),
    ]
    app.state.tenants = tenants
    try:
        yield
    finally:
        for thread in threads:
            thread.stop()
        for thread in threads:
            thread.join(timeout=5)
        tenants.close()


# --8<-- [end:lifespan]


# --8<-- [start:ping]
async def ping() -> dict[str, str]:
    """Say that this worker lives."""
    return {"status": "ok"}


# --8<-- [end:ping]


# --8<-- [start:process-order]
def process_order(
    order: InputRequest, tenants: TenantsDep, background: BackgroundTasks
) -> OutputResponse:
    """Decide from which sector each product of an order is picked, and queue it."""
    tenant = find_tenant(tenants, order)
    repository = tenant.repository
    earlier = repository.orders_before(order.warehouse_id, order.prioritisation_time)
    others = [one for one in earlier if one.order_id != order.order_id]
    predicted = repository.prediction(order.warehouse_id)
    sectors = decide(order.products, work_of(others), predicted)
    decided = QueuedOrder.of(order, sectors)
    repository.save(decided)
    database = tenant.settings.database
    profile = tenants.settings.profile
    background.add_task(report, profile, database, tenant.country, decided)
    return OutputResponse(order_id=order.order_id, sectors=sectors)


# --8<-- [end:process-order]


# --8<-- [start:exception-handlers]
async def not_found(_: Request, error: Exception) -> JSONResponse:
    """404, with what does exist."""
    return JSONResponse({"detail": str(error)}, status_code=404)


async def unavailable(_: Request, error: Exception) -> JSONResponse:
    """503, with the part that does not answer."""
    return JSONResponse(
        {"detail": str(error)}, status_code=503, headers={"Retry-After": "5"}
    )


# --8<-- [end:exception-handlers]
