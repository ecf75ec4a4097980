# --8<-- [start:program]
import time

import httpx2
from slow_carrier import running_carrier

patience = httpx2.Timeout(0.05, read=0.25)

with (
    running_carrier() as url,
    httpx2.Client(base_url=url, timeout=patience) as client,
):
    start = time.perf_counter()
    answer = client.get("/labels?pieces=10&gap=0.05")
    total = time.perf_counter() - start
    print(answer.text.count("label"), total > 0.05 + 0.05 + 0.05 + 0.25)
# --8<-- [end:program]
