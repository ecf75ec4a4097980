# --8<-- [start:program]
import httpx2
from slow_carrier import running_carrier

patience = httpx2.Timeout(2, read=0.25)  # (1)!

with (
    running_carrier() as url,
    httpx2.Client(base_url=url, timeout=patience) as client,
):
    print(client.get("/label?think=0.01").status_code)
    #> 200
    try:
        client.get("/label?think=0.5")  # (2)!
    except httpx2.ReadTimeout as error:  # (3)!
        print(repr(error), error.request.url.path)
        #> ReadTimeout('timed out') /label
# --8<-- [end:program]
