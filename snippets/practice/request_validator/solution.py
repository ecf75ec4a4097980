# --8<-- [start:solution]
from collections.abc import Callable, Mapping


class ValidationError(ValueError):
    """Everything that is wrong with the input."""

    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__("invalid: " + ", ".join(error["field"] for error in errors))
        self.errors = errors


class Invalid(Exception):
    """One field is wrong: its type, and a sentence for people."""


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
    if not isinstance(value, int) or isinstance(value, bool):
        raise Invalid("int_type", "must be a whole number")
    if not 16 <= value <= 99:
        raise Invalid("out_of_range", "must be from 16 to 99")
    return value


CHECKS: dict[str, Callable[[object], object]] = {
    "name": check_name,
    "email": check_email,
    "age": check_age,
}


def validate_worker(data: Mapping[str, object]) -> dict[str, object]:
    """The worker's name, email and age, checked."""
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


# --8<-- [end:solution]
if __name__ == "__main__":
    # --8<-- [start:example]
    mina = {"name": " Mina Roth ", "email": "mina@dock.example", "age": 34}
    print(validate_worker(mina))

    try:
        validate_worker({"name": "   ", "email": "@", "age": True})
    except ValidationError as error:
        for found in error.errors:
            print(found)
    # --8<-- [end:example]
