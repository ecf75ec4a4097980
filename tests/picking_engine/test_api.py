"""What callers of the HTTP API see."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from orders import order, product


def paths(body: dict[str, Any]) -> list[list[object]]:
    return [error["loc"] for error in body["detail"]]


def test_the_service_lives(client: TestClient) -> None:
    assert client.get("/ping").json() == {"status": "ok"}


def test_an_order_is_decided_and_queued(client: TestClient) -> None:
    answer = client.post("/process_order", json=order(products=[product(7), product(8)]))
    assert (answer.status_code, answer.json()) == (
        200,
        {"orderId": "AT-1", "sectors": {"7": "AUTOMATED", "8": "MANUAL"}},
    )
    (waiting,) = client.get("/get_orders/at/101").json()
    assert waiting["sectors"] == {"7": "AUTOMATED", "8": "MANUAL"}
    assert waiting["products"][0] == product(7) | {"sectors": ["MANUAL", "AUTOMATED"]}


def test_earlier_orders_count_and_later_ones_do_not(client: TestClient) -> None:
    def sectors(number: int, minutes: int, *products: dict[str, Any]) -> dict[str, str]:
        body = order(number, minutes=minutes, products=products or [product(501)])
        found: dict[str, str] = client.post("/process_order", json=body).json()["sectors"]
        return found

    sectors(1, 10, product(1, "5", "AUTOMATED"))
    assert sectors(2, 5) == {"501": "AUTOMATED"}
    assert sectors(3, 20) == {"501": "MANUAL"}


def test_an_order_sent_again_does_not_count_against_itself(client: TestClient) -> None:
    first = client.post("/process_order", json=order(minutes=1)).json()
    assert client.post("/process_order", json=order(minutes=2)).json() == first
    assert len(client.get("/get_orders/at/101").json()) == 1


def test_an_order_moves_to_another_warehouse(client: TestClient) -> None:
    client.post("/process_order", json=order())
    client.post("/process_order", json=order(warehouse=102))
    assert client.get("/get_orders/at/101").json() == []
    assert len(client.get("/get_orders/at/102").json()) == 1


def test_countries_share_nothing(client: TestClient) -> None:
    client.post("/process_order", json=order(country="at"))
    assert client.get("/get_orders/cz/201").json() == []
    assert client.get("/get_order_data/cz/AT-1").status_code == 404


def test_amounts_stay_exact(client: TestClient) -> None:
    client.post("/process_order", json=order(products=[product(7, "0.1"), product(8, "0.2")]))
    data = client.get("/get_order_data/at/AT-1").json()
    assert [one["amount"] for one in data["products"]] == ["0.1", "0.2"]


def test_an_order_may_wait_undecided(client: TestClient) -> None:
    body = order(products=[product(7), product(8, "1", "MANUAL")])
    answer = client.post("/process_order_without_decision", json=body)
    assert answer.json() == {"orderId": "AT-1", "sectors": {"8": "MANUAL"}}


def test_the_schema_speaks_camel_case(client: TestClient) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert set(schemas["InputRequest"]["required"]) == {
        *("orderId", "warehouseId", "prioritisationTime", "products"),
    }
    assert client.get("/docs").status_code == 200


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"warehouseId": "x"}, ["body", "warehouseId"]),
        ({"warehouseId": -1}, ["body", "warehouseId"]),
        ({"orderId": "../etc"}, ["body", "orderId"]),
        ({"orderId": ""}, ["body", "orderId"]),
        ({"prioritisationTime": "2026-03-02T12:00:00"}, ["body", "prioritisationTime"]),
        ({"products": []}, ["body", "products"]),
        ({"products": [product(7) | {"storageType": "WARM"}]},
         ["body", "products", 0, "storageType"]),
        ({"products": [product(7) | {"productId": None}]}, ["body", "products", 0, "productId"]),
        ({"products": [product(2**31)]}, ["body", "products", 0, "productId"]),
        ({"products": [product(7, "0")]}, ["body", "products", 0, "amount"]),
        ({"products": [product(7, "0.0001")]}, ["body", "products", 0, "amount"]),
        ({"products": [product(7, "NaN")]}, ["body", "products", 0, "amount"]),
        ({"products": [product(7, "1", "ROOF")]}, ["body", "products", 0, "sectors", 0]),
        ({"products": [product(7, "1", "MANUAL", "MANUAL")]}, ["body", "products", 0, "sectors"]),
        ({"products": [product(7), product(7)]}, ["body"]),
    ],
    ids=str,
)  # fmt: skip
def test_a_wrong_value_is_named_in_camel_case(
    client: TestClient, change: dict[str, Any], path: list[object]
) -> None:
    answer = client.post("/process_order", json=order() | change)
    assert answer.status_code == 422
    assert paths(answer.json()) == [path]
    assert client.get("/get_orders/at/101").json() == []


def test_a_missing_field_is_named_in_camel_case(client: TestClient) -> None:
    body = order()
    del body["prioritisationTime"]
    answer = client.post("/process_order", json=body)
    assert paths(answer.json()) == [["body", "prioritisationTime"]]


def test_what_is_no_json_is_refused(client: TestClient) -> None:
    answer = client.post(
        "/process_order", content="{", headers={"content-type": "application/json"}
    )
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"country": "xx"}, "There is no country xx. There are: at, cz."),
        ({"country": "at", "warehouseId": 201},
         "There is no warehouse 201 in at. There are: 101, 102."),
        ({"warehouseId": 9}, "There is no warehouse 9. There are: 101, 102, 201."),
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("route", ["/process_order", "/process_order_without_decision"])
def test_an_unknown_place_is_answered_with_those_that_exist(
    client: TestClient, route: str, change: dict[str, Any], sentence: str
) -> None:
    answer = client.post(route, json=order() | change)
    assert (answer.status_code, answer.json()) == (404, {"detail": sentence})


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/get_orders/xx/101", "There is no country xx. There are: at, cz."),
        ("/get_orders/cz/101", "There is no warehouse 101 in cz. There are: 201."),
        ("/get_order_data/xx/AT-1", "There is no country xx. There are: at, cz."),
        ("/get_order_data/at/AT-1", "There is no order AT-1 in at."),
    ],
)
def test_the_development_routes_do_the_same(client: TestClient, path: str, sentence: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.json()) == (404, {"detail": sentence})
