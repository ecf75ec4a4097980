# --8<-- [start:collision]
from pydantic import BaseModel, ValidationError
from stock_rules import check_quantity


class OrderLine(BaseModel):
    sku: str
    quantity: int


def accept(body: str) -> int:
    try:
        line = OrderLine.model_validate_json(body)
        check_quantity(line.quantity)
    except ValidationError:
        return 422
    return 201


for body in ('{"sku": "BOX-3"}', '{"sku": "BOX-3", "quantity": 0}'):
    try:
        print("answer", accept(body))
    except Exception as error:
        print("answer 500:", f"{type(error).__module__}.{type(error).__name__}")
# --8<-- [end:collision]
