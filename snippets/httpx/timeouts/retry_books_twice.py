# --8<-- [start:program]
import httpx2
from slow_carrier import SlowCarrier, running_carrier

Kinds = tuple[type[httpx2.TimeoutException], ...]
booked: list[str] = []


class BookingCarrier(SlowCarrier):
    def answer(self) -> None:
        booked.append("label")  # (1)!
        super().answer()


def book(client: httpx2.Client, repeat: Kinds) -> str:
    for _ in range(2):
        try:
            return str(client.post("/labels?think=2").status_code)
        except repeat:
            continue  # (2)!
        except httpx2.TimeoutException as error:
            return type(error).__name__
    return "gave up"


patience = httpx2.Timeout(2, read=0.18)
with (
    running_carrier(BookingCarrier) as url,
    httpx2.Client(base_url=url, timeout=patience) as client,
):
    repeat_all: Kinds = (httpx2.TimeoutException,)
    print(book(client, repeat_all), "- labels booked:", len(booked))
    #> gave up - labels booked: 2
    booked.clear()
    repeat_safe: Kinds = (httpx2.ConnectTimeout, httpx2.PoolTimeout)
    print(book(client, repeat_safe), "- labels booked:", len(booked))
    #> ReadTimeout - labels booked: 1
# --8<-- [end:program]
