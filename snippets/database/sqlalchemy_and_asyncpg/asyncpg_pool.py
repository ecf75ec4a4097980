# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import asyncio
import os

# --8<-- [start:all]
import asyncpg


async def main() -> None:
    url = os.environ["DATABASE_URL"]
    pool = asyncpg.create_pool(url)  # (1)!
    try:
        await pool.fetchval("SELECT 1")
    except asyncpg.InterfaceError as error:
        print(error)
        #> pool is not initialized

    async with asyncpg.create_pool(url, min_size=1, max_size=5) as pool:
        await pool.execute("CREATE TABLE picks (sku text, units int)")
        async with pool.acquire() as connection, connection.transaction():  # (2)!
            insert = "INSERT INTO picks VALUES ($1, $2)"  # (3)!
            await connection.execute(insert, "lamp", 2)
            rows = [("desk", 1), ("lamp", 5)]
            print(await connection.copy_records_to_table("picks", records=rows))
            #> COPY 2
        query = "SELECT sku, sum(units) AS n FROM picks WHERE sku = ANY($1) GROUP BY 1"
        for record in await pool.fetch(query, ["lamp"]):
            print(record["n"], dict(record))
            #> 7 {'sku': 'lamp', 'n': 7}


asyncio.run(main())
# --8<-- [end:all]
