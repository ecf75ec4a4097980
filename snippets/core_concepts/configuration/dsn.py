# --8<-- [start:glued]
from pydantic import PostgresDsn, ValidationError
from sqlalchemy import URL, make_url


def glued(password: str) -> str:
    return f"postgresql+asyncpg://wms:{password}@db.internal/orders"


url = make_url(glued("tall@ship"))
print("password", url.password, "host", url.host)
#> password tall host ship@db.internal


def built(password: str) -> PostgresDsn:
    return PostgresDsn.build(
        scheme="postgresql+asyncpg", username="wms", password=password, host="db"
    )


for accept in (lambda word: PostgresDsn(glued(word)), built):
    try:
        accept("left/right")
    except ValidationError as error:
        print(error.errors()[0]["msg"])
        #> Input should be a valid URL, invalid port number
        #> Input should be a valid URL, invalid port number


# --8<-- [end:glued]
# --8<-- [start:created]
def created(password: str) -> URL:
    return URL.create(
        "postgresql+asyncpg",
        username="wms",
        password=password,
        host="db.internal",
        database="orders",
    )


url = created("tall@ship/left")
print(url)
#> postgresql+asyncpg://wms:***@db.internal/orders
print(url.render_as_string(hide_password=False))
#> postgresql+asyncpg://wms:tall%40ship%2Fleft@db.internal/orders
print(make_url(url.render_as_string(hide_password=False)).password)
#> tall@ship/left

dsn = PostgresDsn(url.render_as_string(hide_password=False))
print(dsn)
#> postgresql+asyncpg://wms:tall%40ship%2Fleft@db.internal/orders
# --8<-- [end:created]
