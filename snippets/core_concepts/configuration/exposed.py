# --8<-- [start:docs]
from fastapi import FastAPI
from fastapi.testclient import TestClient

PAGES = ("/docs", "/redoc", "/openapi.json")


def answers(app: FastAPI) -> list[int]:
    client = TestClient(app)
    return [client.get(page).status_code for page in PAGES]


print("docs_url=None   ", answers(FastAPI(docs_url=None)))
#> docs_url=None [404, 200, 200]
print("openapi_url=None", answers(FastAPI(openapi_url=None)))
#> openapi_url=None [404, 404, 404]
# --8<-- [end:docs]
