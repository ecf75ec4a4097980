# --8<-- [start:allow]
import os

os.environ["TRUSTED_SUFFIXES"] = ""

suffixes = os.getenv("TRUSTED_SUFFIXES", "").split(",")
print(suffixes)
#> ['']


def is_trusted(host: str) -> bool:
    return any(host.endswith(suffix) for suffix in suffixes)


print(is_trusted("evil.example"))
#> True
# --8<-- [end:allow]
