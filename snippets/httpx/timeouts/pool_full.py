# --8<-- [start:program]
import asyncio

import httpx2
from slow_carrier import running_carrier

one_place = httpx2.Limits(max_connections=1)
hurried = httpx2.Timeout(2, pool=0.05)


async def status(client: httpx2.AsyncClient, path: str) -> str:
    try:
        return str((await client.get(path)).status_code)
    except httpx2.TimeoutException as error:
        return repr(error)


async def main() -> None:
    with running_carrier() as url:
        async with httpx2.AsyncClient(
            base_url=url, limits=one_place, timeout=hurried
        ) as client:
            print("alone:", await status(client, "/track?think=0.25"))
            #> alone: 200
            both = [status(client, "/track?think=0.25"), status(client, "/track")]
            print("together:", *await asyncio.gather(*both))
            #> together: 200 PoolTimeout('')


asyncio.run(main())
# --8<-- [end:program]
