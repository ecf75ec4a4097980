# --8<-- [start:quiz]
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

seen: list[int] = []


def note(number: int) -> None:
    seen.append(number)


if __name__ == "__main__":
    with ThreadPoolExecutor() as threads:
        list(threads.map(note, range(3)))
    with ProcessPoolExecutor() as processes:
        list(processes.map(note, range(3)))
    print(len(seen))
# --8<-- [end:quiz]
