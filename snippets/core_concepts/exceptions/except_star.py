# --8<-- [start:star]
import asyncio


async def ask_stock(warehouse: str) -> int:
    if warehouse == "Berlin":
        raise ConnectionError("Berlin is offline")
    if warehouse == "Leipzig":
        raise ValueError("Leipzig sent no number")
    return 12


async def ask_all(*warehouses: str) -> None:
    async with asyncio.TaskGroup() as tasks:
        for warehouse in warehouses:
            tasks.create_task(ask_stock(warehouse))


def report(*warehouses: str) -> None:
    print(*warehouses)
    try:
        asyncio.run(ask_all(*warehouses))
    except* ConnectionError as group:
        print("  offline:", [str(error) for error in group.exceptions])
    except* ValueError as group:
        print("  bad data:", [str(error) for error in group.exceptions])


report("Berlin", "Hamburg")
report("Berlin", "Leipzig", "Hamburg")
# --8<-- [end:star]
