# /// script
# [tool.notes]
# normalise = ["times"]
# ///
# --8<-- [start:all]
import logging

import log_setup
import uvicorn
from fastapi import FastAPI

uvicorn.Config(FastAPI())
log_setup.configure(json_lines=True)

loggers = [logging.getLogger(name) for name in ("uvicorn", "uvicorn.access")]
for logger in loggers:
    print(logger.name, f"handlers={len(logger.handlers)} propagate={logger.propagate}")
logging.getLogger("carrier_sdk").info("connected")
logging.getLogger("uvicorn.error").info("Waiting for application startup.")

for logger in loggers:
    logger.handlers.clear()
    logger.propagate = True
logging.getLogger("uvicorn.error").info("Application startup complete.")
# --8<-- [end:all]
