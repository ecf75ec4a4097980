# /// script
# [tool.notes]
# browser = "it opens network connections"
# exits = 1
# env = { PORT = "9" }
# ///
# --8<-- [start:check]
import os
import sys
from http.client import HTTPConnection, HTTPException


def main() -> int:
    port = int(os.environ.get("PORT", "8000"))
    connection = HTTPConnection("127.0.0.1", port, timeout=2)  # (1)!
    try:
        connection.request("GET", "/health")
        status = connection.getresponse().status
    except (OSError, HTTPException) as error:  # (2)!
        print(f"unhealthy: {error}")
        return 1
    print(f"answered {status}")
    return 0 if status == 200 else 1  # (3)!


if __name__ == "__main__":
    sys.exit(main())
# --8<-- [end:check]
