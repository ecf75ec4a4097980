# --8<-- [start:all]
import logging

import httpx2


def answer(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={"status": "in transit"})


def track(parcel: str) -> None:
    with httpx2.Client(transport=httpx2.MockTransport(answer)) as client:
        client.get(f"https://carrier.example/track/{parcel}?key=s3cr3t")
    logging.getLogger("warehouse.tracking").info("tracked %s", parcel)


logging.basicConfig(
    level=logging.INFO,
    format="%(levelname)s %(name)s: %(message)s",
)
track("P-1")
logging.getLogger("httpx2").setLevel(logging.WARNING)
track("P-2")
# --8<-- [end:all]
