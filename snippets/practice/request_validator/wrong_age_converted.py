# /// script
# [tool.practice]
# fails = "test_an_age_is_an_int"
# hint = """
# `int(value)` accepts "34" and 34.0 and makes a number of both. Here you check what \
# came and convert nothing: a client that sends text has a mistake to learn of.
# """
# ///
from collections.abc import Callable, Mapping


class ValidationError(ValueError):
    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__("invalid: " + ", ".join(error["field"] for error in errors))
        self.errors = errors


class Invalid(Exception):
    pass


def check_name(value: object) -> str:
    if not isinstance(value, str):
        raise Invalid("string_type", "must be a string")
    if not value.strip():
        raise Invalid("blank", "must not be blank")
    return value.strip()


def check_email(value: object) -> str:
    if not isinstance(value, str):
        raise Invalid("string_type", "must be a string")
    name, _, domain = value.strip().partition("@")
    if not name or "@" in domain or "." not in domain.strip("."):
        raise Invalid("email_format", "must look like name@example.org")
    return value.strip()


def check_age(value: object) -> int:
    if isinstance(value, bool):
        raise Invalid("int_type", "must be a whole number")
    try:
        value = int(str(value).removesuffix(".0"))
    except ValueError:
        raise Invalid("int_type", "must be a whole number") from None
    if not 16 <= value <= 99:
        raise Invalid("out_of_range", "must be from 16 to 99")
    return value


CHECKS: dict[str, Callable[[object], object]] = {
    "name": check_name,
    "email": check_email,
    "age": check_age,
}


def validate_worker(data: Mapping[str, object]) -> dict[str, object]:
    valid: dict[str, object] = {}
    errors: list[dict[str, str]] = []
    for field, check in CHECKS.items():
        try:
            if field not in data:
                raise Invalid("missing", "is required")
            valid[field] = check(data[field])
        except Invalid as wrong:
            kind, message = wrong.args
            errors.append(
                {"field": field, "type": kind, "message": f"{field} {message}"}
            )
    if errors:
        raise ValidationError(errors)
    return valid
