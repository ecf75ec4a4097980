from collections.abc import Mapping


class ValidationError(ValueError):
    """Everything that is wrong with the input.

    `errors` is a list with one dictionary for each wrong field, with the keys
    "field" (its name), "type" (one of the words below) and "message" (for
    people, in your words). The text of the exception names the wrong fields.
    """

    def __init__(self, errors: list[dict[str, str]]) -> None:
        raise NotImplementedError


def validate_worker(data: Mapping[str, object]) -> dict[str, object]:
    """The worker's name, email and age, checked.

    For each field, in this order, the first type that applies:

    name    "missing"         the key is absent
            "string_type"     the value is no string
            "blank"           nothing is left but white space
    email   "missing"
            "string_type"
            "email_format"    not one @ with text before it, and after it text
                              with a dot inside
    age     "missing"
            "int_type"        the value is no int, or is True or False
            "out_of_range"    less than 16 or more than 99

    Returns the three fields, without the white space around name and email;
    other keys are left out. Raises ValidationError with the errors of all.
    """
    raise NotImplementedError
