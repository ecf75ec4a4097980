# --8<-- [start:rules]
class ValidationError(Exception):
    pass


def check_quantity(quantity: int) -> None:
    if quantity < 1:
        raise ValidationError("quantity must be positive")


# --8<-- [end:rules]
