# /// script
# [tool.practice]
# fails = "test_nothing_cannot_be_picked"
# hint = "Zero is less than any stock."
# ///
def can_pick(stock: int, wanted: int) -> bool:
    return wanted <= stock
