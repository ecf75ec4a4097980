from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, WebSocket
from fastapi.testclient import TestClient
from starlette.requests import HTTPConnection
from starlette.testclient import WebSocketDenialResponse

app = FastAPI()


# --8<-- [start:program]
async def get_picker(connection: HTTPConnection) -> str:  # (1)!
    if not (name := connection.headers.get("x-picker")):
        raise HTTPException(401, "who are you?")
    return name


Picker = Annotated[str, Depends(get_picker)]


@app.get("/me")
async def me(picker: Picker) -> str:
    return picker


@app.websocket("/picks")
async def picks(websocket: WebSocket, picker: Picker) -> None:
    await websocket.accept()
    await websocket.send_text(f"hello {picker}")


client = TestClient(app)
print(client.get("/me", headers={"x-picker": "Mara"}).json())
#> Mara
with client.websocket_connect("/picks", headers={"x-picker": "Mara"}) as socket:
    print(socket.receive_text())
    #> hello Mara
try:
    with client.websocket_connect("/picks"):
        pass
except WebSocketDenialResponse as denial:
    print(denial.status_code, denial.json())
    #> 401 {'detail': 'who are you?'}
# --8<-- [end:program]
