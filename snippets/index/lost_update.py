# --8<-- [start:program]
import asyncio


async def reserve(stock: dict[str, int]) -> None:
    left = stock["pallets"]
    await asyncio.sleep(0)  # here the other requests run
    stock["pallets"] = left - 1


async def main() -> None:
    stock = {"pallets": 10}
    await asyncio.gather(*(reserve(stock) for _ in range(10)))
    print(f"10 orders taken, {stock['pallets']} pallets left")


asyncio.run(main())
# --8<-- [end:program]
