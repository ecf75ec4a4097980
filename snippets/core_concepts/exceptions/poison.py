# --8<-- [start:poison]
from collections import Counter, deque

attempts: Counter[str] = Counter()


def print_label(order_id: str) -> None:
    attempts[order_id] += 1
    if order_id == "A-19":
        raise ValueError("address without a country")


def work(queue: deque[str], rounds: int) -> None:
    for _ in range(rounds):
        order_id = queue[0]
        try:
            print_label(order_id)
        except Exception:
            continue
        queue.popleft()


queue = deque(["A-17", "A-19", "A-20"])
work(queue, rounds=1_000)
print(dict(attempts), "waiting:", list(queue))
#> {'A-17': 1, 'A-19': 999} waiting: ['A-19', 'A-20']
# --8<-- [end:poison]
