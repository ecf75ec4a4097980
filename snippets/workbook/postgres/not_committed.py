# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import os

import psycopg

# --8<-- [start:quiz]
connection = psycopg.connect(os.environ["DATABASE_URL"])
connection.execute("CREATE TABLE decisions (sector text)")
connection.commit()
connection.execute("INSERT INTO decisions VALUES ('MANUAL')")
connection.close()

with psycopg.connect(os.environ["DATABASE_URL"]) as other:
    print(other.execute("SELECT count(*) FROM decisions").fetchone())
# --8<-- [end:quiz]
