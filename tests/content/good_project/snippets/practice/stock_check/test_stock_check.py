from answer import can_pick


def test_the_last_piece_can_be_picked():
    assert can_pick(1, 1)


def test_more_than_there_is_cannot_be_picked():
    assert not can_pick(1, 2)


def test_nothing_cannot_be_picked():
    assert not can_pick(1, 0)
