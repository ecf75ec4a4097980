# /// script
# [tool.notes]
# normalise = ["times"]
# ///
# --8<-- [start:all]
import logging

import log_setup
import uvicorn
from fastapi import FastAPI

app = FastAPI()


uvicorn.Config(app)
log_setup.configure(json_lines=True)

for name in ("uvicorn", "uvicorn.access"):
    logger = logging.getLogger(name)
    print(f"{name}: handlers={len(logger.handlers)} propagate={logger.propagate}")
logging.getLogger("uvicorn.error").info("Started server process")
logging.getLogger("carrier_sdk").info("connected")
# --8<-- [end:all]
