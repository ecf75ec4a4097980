# --8<-- [start:defaults]
from inspect import signature

from uvicorn import Config

defaults = signature(Config).parameters
for name in (
    "host",
    "loop",
    "http",
    "proxy_headers",
    "backlog",
    "limit_concurrency",
    "timeout_keep_alive",
    "timeout_graceful_shutdown",
    "timeout_worker_healthcheck",
):
    print(f"{name:27}", defaults[name].default)
# --8<-- [end:defaults]
