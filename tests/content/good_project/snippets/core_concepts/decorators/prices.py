def price(count: int) -> int:
    return 10 * count
