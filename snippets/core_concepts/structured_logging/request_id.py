# /// script
# [tool.notes]
# normalise = ["ids"]
# ///
# --8<-- [start:all]
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


if __name__ == "__main__":
    forged = "abcd1234\n2026-11-20 21:04:11 INFO payment accepted"
    for value in ("checkout-7f3a9c", forged, "a" * 5_000, "abcd1234\n", None):
        kept = request_id(value) == value
        print(repr(value)[:32].ljust(32), "kept" if kept else "replaced")
        #> 'checkout-7f3a9c' kept
        #> 'abcd1234\n2026-11-20 21:04:11 I replaced
        #> 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa replaced
        #> 'abcd1234\n' replaced
        #> None replaced

    print(request_id(None, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
    #> c79ac805eb375665b589eb2f4b7da8af
    print(bool(re.match(r"^[A-Za-z0-9._-]{8,64}$", "abcd1234\n")))
    #> True
# --8<-- [end:all]
