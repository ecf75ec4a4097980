"""A program that leases services, says what it got, and waits to be told to leave.

    holder.py NEED…

One line of JSON on standard output: the lease, the folders and the origins. It ends properly when
its standard input closes, and lives through SIGINT like a program that is cleaning up.
"""

from __future__ import annotations

import json
import signal
import sys

from holding import NOWHERE

from backend_notes.services.lease import Services


def main(needs: list[str]) -> None:
    signal.signal(signal.SIGINT, lambda *_: None)
    for kind, url in NOWHERE.items():
        kind.standard = url
    with Services() as services, services.lease(needs) as env:
        slots = [services._slots[name] for name in needs]
        folders = [str(slot._server.folder) for slot in slots if slot._server]
        print(json.dumps({"env": env, "folders": folders, "report": services.report()}), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1:])
