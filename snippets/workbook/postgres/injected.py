# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import os

import psycopg

# --8<-- [start:program]
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    connection.execute("CREATE TABLE picks (order_id text, sector text)")
    rows = [("AT-1", "MANUAL"), ("AT-2", "AUTOMATED")]
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO picks VALUES (%s, %s)", rows)

    wanted = "AT-1' OR 'a' = 'a"
    glued = f"SELECT count(*) FROM picks WHERE order_id = '{wanted}'"
    print(connection.execute(glued).fetchone())
    #> (2,)
    sent = "SELECT count(*) FROM picks WHERE order_id = %s"
    print(connection.execute(sent, [wanted]).fetchone())
    #> (0,)
# --8<-- [end:program]
