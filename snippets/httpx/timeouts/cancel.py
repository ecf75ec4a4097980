# --8<-- [start:program]
import asyncio

import httpx2

booked = asyncio.Event()


async def book_label() -> None:
    await asyncio.sleep(0.5)
    print("carrier: label booked")
    booked.set()


async def carrier(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    request = await reader.readuntil(b"\r\n\r\n")
    if request.startswith(b"POST"):
        work = asyncio.create_task(book_label())  # (1)!
        await reader.read()  # (2)!
        print("carrier: the client has closed the connection")
        await work
    else:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(carrier, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    one_place = httpx2.Limits(max_connections=1)
    async with httpx2.AsyncClient(base_url=url, limits=one_place) as client:
        try:
            async with asyncio.timeout(0.2):
                await client.post("/labels")
        except TimeoutError:
            print("client: gave up")
        answer = await client.get("/labels")  # (3)!
        print("client: next call", answer.status_code)
        await asyncio.wait_for(booked.wait(), 2)
    server.close()


asyncio.run(main())
# --8<-- [end:program]
