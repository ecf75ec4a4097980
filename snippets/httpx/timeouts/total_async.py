# --8<-- [start:program]
import asyncio

import httpx2
from slow_carrier import running_carrier

patience = httpx2.Timeout(0.5)


async def labels(client: httpx2.AsyncClient, budget: float) -> str:
    async with asyncio.timeout(budget):  # (1)!
        answer = await client.get("/labels?pieces=10&gap=0.03")
        return f"{answer.text.count('label')} labels"


async def main() -> None:
    with running_carrier() as url:
        async with httpx2.AsyncClient(base_url=url, timeout=patience) as client:
            print(await labels(client, budget=5))
            #> 10 labels
            try:
                await labels(client, budget=0.15)
            except httpx2.TimeoutException:  # (2)!
                print("not reached")
            except TimeoutError as error:  # (3)!
                print(repr(error))
                #> TimeoutError()


asyncio.run(main())
# --8<-- [end:program]
