# --8<-- [start:quiz]
from concurrent.futures import ProcessPoolExecutor

orders: list[str] = []


def add(order: str) -> int:
    orders.append(order)
    return len(orders)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as worker:
        print(worker.submit(add, "AT-7").result())
    print(len(orders))
# --8<-- [end:quiz]
