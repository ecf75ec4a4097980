import json
from dataclasses import dataclass

from answer import Envelope


@dataclass
class Order:
    id: str
    lines: int


def paginated(items=(), page=1, page_size=20, total=0):
    return Envelope.paginated(items, page=page, page_size=page_size, total=total)


def test_a_success_carries_its_data():
    body = Envelope.ok({"id": "A-17"}).to_dict()
    assert body["success"] is True
    assert body["data"] == {"id": "A-17"}
    assert body["meta"] == {}


def test_a_failure_carries_code_message_and_details():
    body = Envelope.fail("out_of_stock", "Sold out.", {"sku": "BOX-4"}).to_dict()
    assert body["success"] is False
    assert body["error"] == {
        "code": "out_of_stock",
        "message": "Sold out.",
        "details": {"sku": "BOX-4"},
    }
    assert body["meta"] == {}


def test_success_does_not_depend_on_what_the_data_is():
    for data in (0, "", [], False, None):
        envelope = Envelope.ok(data)
        assert envelope.to_dict()["success"] is True, f"ok({data!r}) is a success"
        assert envelope.data == data


def test_every_response_has_the_same_keys():
    keys = ["data", "error", "meta", "success"]
    assert sorted(Envelope.ok("A-17").to_dict()) == keys
    assert sorted(Envelope.ok(None).to_dict()) == keys
    assert sorted(Envelope.fail("not_found", "No A-99.").to_dict()) == keys
    assert sorted(paginated().to_dict()) == keys


def test_what_is_absent_is_null():
    done, failed = Envelope.ok("A-17"), Envelope.fail("not_found", "No A-99.")
    assert done.to_dict().get("error") is None
    assert failed.to_dict().get("data") is None


def test_a_page_carries_its_items_and_its_place():
    body = paginated(["A-21", "A-22"], page=2, page_size=20, total=45).to_dict()
    assert body["success"] is True
    assert body["data"] == ["A-21", "A-22"]
    assert body["meta"] == {
        "page": 2,
        "page_size": 20,
        "total": 45,
        "pages": 3,
        "has_next": True,
        "has_previous": True,
    }


def test_pages_are_counted_as_one_counts_boxes():
    sizes = [(1, 20), (20, 20), (21, 20), (40, 20), (3, 1)]
    pages = [paginated(total=t, page_size=size).meta["pages"] for t, size in sizes]
    assert pages == [1, 1, 2, 2, 3], "20 items fill a page of 20"


def test_no_items_are_an_empty_list_and_no_pages():
    body = paginated([], total=0).to_dict()
    assert body["data"] == [], "a client that loops over the data must not meet null"
    assert body["meta"]["has_next"] is False
    assert body["meta"]["pages"] == 0


def test_the_first_page_has_none_before_and_the_last_none_after():
    orders = [f"A-{n}" for n in range(20)]
    places = []
    for page in (1, 2, 3):
        meta = paginated(orders, page=page, total=60).meta
        places.append((meta["has_previous"], meta["has_next"]))
    assert places == [(False, True), (True, True), (True, False)]


def test_a_page_after_the_last_is_empty_and_no_error():
    body = paginated([], page=9, total=45).to_dict()
    assert body["success"] is True
    assert body["meta"]["has_next"] is False
    assert body["meta"]["has_previous"] is True


def test_an_impossible_page_is_refused():
    for page, page_size in ((1, 0), (1, -20), (0, 20), (-1, 20)):
        try:
            paginated(page=page, page_size=page_size, total=45)
        except ValueError:
            continue
        raise AssertionError(f"page={page}, page_size={page_size} must be refused")


def test_items_may_come_from_anywhere():
    assert paginated((n for n in (7, 8)), total=2).to_dict()["data"] == [7, 8]


def test_dataclasses_become_json_at_any_depth():
    orders = [Order("A-17", 3), Order("A-18", 1)]
    body = paginated(orders, total=2).to_dict()
    assert body["data"] == [{"id": "A-17", "lines": 3}, {"id": "A-18", "lines": 1}]
    body = Envelope.ok({"by_carrier": {"dpd": [Order("A-19", 2)]}}).to_dict()
    assert json.loads(json.dumps(body))["data"] == {
        "by_carrier": {"dpd": [{"id": "A-19", "lines": 2}]}
    }


def test_two_failures_share_no_details():
    first = Envelope.fail("timeout", "The carrier is slow.").to_dict()
    first["error"]["details"]["carrier"] = "dpd"
    second = Envelope.fail("timeout", "The carrier is slow.").to_dict()
    assert second["error"]["details"] == {}, "these details were added to another one"


def test_a_subclass_makes_its_own_kind():
    class Signed(Envelope):
        def to_dict(self):
            return super().to_dict() | {"signature": "s3cret"}

    made = [
        Signed.ok("A-17"),
        Signed.fail("not_found", "No A-99."),
        Signed.paginated([], page=1, page_size=20, total=0),
    ]
    signatures = [envelope.to_dict().get("signature") for envelope in made]
    assert signatures == ["s3cret", "s3cret", "s3cret"]
