# --8<-- [start:server]
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


class SlowCarrier(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.answer()

    def do_POST(self) -> None:
        self.answer()

    def answer(self) -> None:
        asked = dict(parse_qsl(urlsplit(self.path).query))
        time.sleep(float(asked.get("think", 0)))  # (1)!
        with suppress(OSError):
            self.send_response(200)
            self.end_headers()
            for _ in range(int(asked.get("pieces", 1))):
                time.sleep(float(asked.get("gap", 0)))  # (2)!
                self.wfile.write(b"label ")
            time.sleep(float(asked.get("stall", 0)))  # (3)!

    def log_message(self, *_: object) -> None: ...


@contextmanager
def running_carrier(
    handler: type[BaseHTTPRequestHandler] = SlowCarrier,
) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


# --8<-- [end:server]
