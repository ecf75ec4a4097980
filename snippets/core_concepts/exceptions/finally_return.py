# /// script
# [tool.notes]
# interpreter = "fresh"
# env = { PYTHONWARNINGS = "ignore::SyntaxWarning" }
# ///
# --8<-- [start:hidden]
def book(order_id: str, free_docks: int) -> str:
    status = "booked"
    try:
        if free_docks == 0:
            raise RuntimeError(f"no dock for {order_id}")
    finally:
        return status


try:
    print(book("A-17", free_docks=0))
except RuntimeError as error:
    print("failed:", error)
# --8<-- [end:hidden]
