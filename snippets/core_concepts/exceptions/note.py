# /// script
# [tool.notes]
# fails = "ValueError"
# ///
# --8<-- [start:note]
def parse_quantity(text: str) -> int:
    return int(text)


def import_lines(lines: list[str]) -> int:
    total = 0
    for number, line in enumerate(lines, start=1):
        sku, quantity = line.split(";")
        try:
            total += parse_quantity(quantity)
        except ValueError as error:
            error.add_note(f"line {number} of orders.csv, article {sku}")
            raise
    return total


import_lines(["BOX-3;2", "TAPE-1;ten"])
# --8<-- [end:note]
