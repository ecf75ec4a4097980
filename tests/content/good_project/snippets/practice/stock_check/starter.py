def can_pick(stock: int, wanted: int) -> bool:
    """Whether there is enough; an order for nothing cannot be picked."""
    raise NotImplementedError
