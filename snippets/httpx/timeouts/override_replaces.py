# --8<-- [start:program]
import httpx2


def show(request: httpx2.Request) -> httpx2.Response:
    budgets = request.extensions["timeout"]
    return httpx2.Response(200, text=f"{budgets['connect']} {budgets['read']}")


careful = httpx2.Timeout(5, connect=1)
transport = httpx2.MockTransport(show)
with httpx2.Client(transport=transport, timeout=careful) as client:
    print(client.get("http://carrier/report", timeout=30).text)
# --8<-- [end:program]
