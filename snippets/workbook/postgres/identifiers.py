# /// script
# [tool.notes]
# needs = ["postgres"]
# ///
import os

import psycopg
from psycopg import sql

# --8<-- [start:program]
with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
    connection.execute("CREATE TABLE decisions (sector text)")
    try:
        connection.execute("SELECT count(*) FROM %s", ["decisions"])
    except psycopg.errors.SyntaxError as error:
        print(str(error).splitlines()[0])
        #> syntax error at or near "$1"

    query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier("decisions"))
    print(query.as_string(), connection.execute(query).fetchone())
    #> SELECT count(*) FROM "decisions" (0,)
# --8<-- [end:program]
