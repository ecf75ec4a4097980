import asyncio
import threading
import time
from typing import Annotated

import httpx2
from anyio.to_thread import current_default_thread_limiter
from fastapi import Depends, FastAPI

app = FastAPI()


# --8<-- [start:program]
running: set[object] = set()
open_the_door = threading.Event()


def threaded() -> None:  # (1)!
    running.add(object())
    open_the_door.wait()


async def awaiting() -> None:  # (2)!
    running.add(object())
    while not open_the_door.is_set():
        await asyncio.sleep(0.01)
