# --8<-- [start:check]
import re
from uuid import uuid4

SAFE_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
TRACEPARENT = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")


def request_id(incoming: str | None, traceparent: str | None = None) -> str:
    if traceparent and (trace := TRACEPARENT.fullmatch(traceparent)):
        return trace[1]  # (1)!
    if incoming and SAFE_ID.fullmatch(incoming):  # (2)!
        return incoming
    return uuid4().hex
    # --8<-- [end:check]


if __name__ == "__main__":
    # --8<-- [start:use]
    forged = "cart-7f3a9c\n2026-11-20 21:04:11 INFO payment accepted"
    for value in ("cart-7f3a9c", forged, "a" * 5_000, "cart-7f3a9c\n", None):
        verdict = "kept" if request_id(value) == value else "replaced"
        print(verdict, repr(value)[:40])

    trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
    print("trace id used:", request_id("cart-7f3a9c", trace) == trace[3:35])
    print("match accepts:", bool(re.match(r"[A-Za-z0-9._-]+$", "cart-7f3a9c\n")))
    # --8<-- [end:use]
