# /// script
# [tool.notes]
# interpreter = "fresh"
# normalise = ["pids", "ports"]
# ///
# --8<-- [start:drain]
import signal
import time
from concurrent.futures import ThreadPoolExecutor

from container import answers, free_port, get, running, uvicorn

port = free_port()
with ThreadPoolExecutor() as pool, running(uvicorn(port), port) as process:
    slow = pool.submit(get, port, "/orders/O-1001?seconds=1.2")
    time.sleep(0.4)
    process.send_signal(signal.SIGTERM)
    while answers(port):
        time.sleep(0.02)
    done = slow.done()
    code = process.wait()
    print("request done when the port closed:", done)
    print("the request got", slow.result()[0])
    print("exit code", code)
# --8<-- [end:drain]
