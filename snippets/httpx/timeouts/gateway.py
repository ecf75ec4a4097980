# --8<-- [start:program]
import asyncio

import httpx2


async def create_report() -> None:
    await asyncio.sleep(0.4)


async def gateway(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    status = b"200 OK"
    try:
        async with asyncio.timeout(0.1):  # (1)!
            await create_report()
    except TimeoutError:
        status = b"504 Gateway Timeout"
    writer.write(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\n\r\n")
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(gateway, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    patience = httpx2.Timeout(2, read=120)  # (2)!
    async with httpx2.AsyncClient(base_url=url, timeout=patience) as client:
        try:
            answer = await client.get("/report")
            answer.raise_for_status()
        except httpx2.TimeoutException:
            print("not reached")
        except httpx2.HTTPStatusError as error:
            print(type(error).__name__, error.response.status_code)
            #> HTTPStatusError 504
    server.close()


asyncio.run(main())
# --8<-- [end:program]
