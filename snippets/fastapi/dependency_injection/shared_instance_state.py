import asyncio
from typing import Annotated

import httpx2
from fastapi import Depends, FastAPI


# --8<-- [start:program]
class CurrentPicker:
    async def __call__(self, name: str) -> "CurrentPicker":
        self.name = name
        return self


current_picker = CurrentPicker()
both_have_asked = asyncio.Barrier(2)
app = FastAPI()


@app.get("/me")
async def me(picker: Annotated[CurrentPicker, Depends(current_picker)]) -> str:
    await both_have_asked.wait()
    return picker.name


async def main() -> None:
    transport = httpx2.ASGITransport(app)
    async with httpx2.AsyncClient(
        transport=transport, base_url="http://shop"
    ) as client:
        requests = [client.get(f"/me?name={name}") for name in ("mara", "noor")]
        print([response.json() for response in await asyncio.gather(*requests)])
        #> ['noor', 'noor']


asyncio.run(main())
# --8<-- [end:program]
