from answer import ValidationError, validate_worker

MINA = {"name": "Mina Roth", "email": "mina@dock.example", "age": 34}


def errors_of(data):
    """The errors of some data as (field, type)."""
    try:
        validate_worker(data)
    except ValidationError as error:
        return [(found["field"], found["type"]) for found in error.errors]
    return []


def test_valid_data_comes_back():
    assert validate_worker(MINA) == MINA


def test_white_space_around_texts_is_taken_off():
    data = {"name": " Mina Roth\n", "email": " mina@dock.example ", "age": 34}
    assert validate_worker(data) == MINA
    assert data["name"] == " Mina Roth\n", "The caller's data stay as they are."


def test_other_keys_are_left_out():
    assert validate_worker(MINA | {"is_admin": True}) == MINA


def test_an_absent_field_is_missing():
    for field in ("name", "email", "age"):
        data = {key: value for key, value in MINA.items() if key != field}
        assert errors_of(data) == [(field, "missing")]


def test_none_is_a_value_and_not_missing():
    assert errors_of(MINA | {"name": None}) == [("name", "string_type")]
    assert errors_of(MINA | {"email": None}) == [("email", "string_type")]
    assert errors_of(MINA | {"age": None}) == [("age", "int_type")]


def test_all_wrong_fields_are_reported_in_order():
    assert errors_of({"age": 15, "email": 8, "name": ""}) == [
        ("name", "blank"),
        ("email", "string_type"),
        ("age", "out_of_range"),
    ]


def test_an_error_tells_people_what_is_wrong():
    try:
        validate_worker(MINA | {"age": 15})
    except ValueError as error:
        assert isinstance(error, ValidationError)
        assert sorted(error.errors[0]) == ["field", "message", "type"]
        assert error.errors[0]["message"].strip(), "The message is not empty."
        assert "age" in str(error), "The text of the exception names the field."
    else:
        raise AssertionError("An age of 15 must raise ValidationError.")


def test_a_name_is_a_string():
    for value in (7, True, ["Mina"]):
        assert errors_of(MINA | {"name": value}) == [("name", "string_type")], (
            f"for {value!r}"
        )


def test_a_name_of_white_space_is_blank():
    for value in ("", "   ", "\t\n"):
        assert errors_of(MINA | {"name": value}) == [("name", "blank")], (
            f"for {value!r}"
        )


def test_an_email_is_a_string():
    for value in (7, ["mina@dock.example"]):
        assert errors_of(MINA | {"email": value}) == [("email", "string_type")], (
            f"for {value!r}"
        )


def test_an_email_has_a_name_and_a_domain():
    for value in (
        "@",
        "@dock.example",
        "mina@",
        "mina",
        "",
        "mina@x@dock.example",
        " @dock.example",
    ):
        assert errors_of(MINA | {"email": value}) == [("email", "email_format")], (
            f"for {value!r}"
        )
    for value in ("mina@dock", "mina@.example", "mina@dock."):
        assert errors_of(MINA | {"email": value}) == [("email", "email_format")], (
            f"for {value!r}"
        )
    assert errors_of(MINA | {"email": "mina.roth@north.dock.example"}) == []


def test_an_age_is_an_int():
    for value in ("34", 34.0, [34]):
        assert errors_of(MINA | {"age": value}) == [("age", "int_type")], (
            f"for {value!r}"
        )


def test_true_is_no_age():
    for value in (True, False):
        assert errors_of(MINA | {"age": value}) == [("age", "int_type")], (
            f"for {value!r}"
        )


def test_an_age_is_from_16_to_99():
    for value in (16, 17, 98, 99):
        assert errors_of(MINA | {"age": value}) == [], f"for {value!r}"
    for value in (-34, 0, 15, 100):
        assert errors_of(MINA | {"age": value}) == [("age", "out_of_range")], (
            f"for {value!r}"
        )
