# /// script
# [tool.practice]
# fails = "test_the_last_piece_can_be_picked"
# hint = "Equal is enough."
# ///
def can_pick(stock: int, wanted: int) -> bool:
    return 0 < wanted < stock
