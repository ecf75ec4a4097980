# --8<-- [start:server]
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

SIZE, SECONDS, BUFFER = 2_560_000, 0.2, 128 * 1024


@contextmanager
def slow_reader() -> Iterator[str]:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)  # (1)!
        listener.bind(("127.0.0.1", 0))
        listener.listen()

        def serve() -> None:
            connection, _ = listener.accept()
            with connection, suppress(OSError):
                got = 0
                while got < SIZE and (data := connection.recv(64 * 1024)):
                    got += len(data)
                    time.sleep(SECONDS * len(data) / SIZE)  # (2)!
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            thread.join()


# --8<-- [end:server]
