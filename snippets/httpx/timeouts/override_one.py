# --8<-- [start:program]
import httpx2


def show(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json=request.extensions["timeout"])


def with_read(client: httpx2.Client, seconds: float) -> httpx2.Timeout:
    return httpx2.Timeout(**{**client.timeout.as_dict(), "read": seconds})  # (1)!


careful = httpx2.Timeout(5, connect=1)
transport = httpx2.MockTransport(show)
with httpx2.Client(transport=transport, timeout=careful) as client:
    url = "http://carrier/report"
    print(client.get(url, timeout=with_read(client, 30)).json())
    #> {'connect': 1, 'read': 30, 'write': 5, 'pool': 5}
    print(client.get(url).json())  # (2)!
    #> {'connect': 1, 'read': 5, 'write': 5, 'pool': 5}
# --8<-- [end:program]
