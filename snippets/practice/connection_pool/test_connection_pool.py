import asyncio

from answer import Pool, PoolClosed


class Connection:
    def __init__(self):
        self.closed = 0

    async def close(self):
        self.closed += 1


class Database:
    """Opens a connection in a tenth of a second; some attempts fail."""

    def __init__(self, failing=()):
        self.failing = failing
        self.attempts = 0
        self.opened = []

    async def connect(self):
        self.attempts += 1
        fails = self.attempts in self.failing
        await asyncio.sleep(0.1)
        if fails:
            raise ConnectionError("the database is starting")
        self.opened.append(Connection())
        return self.opened[-1]


async def use(pool, seconds):
    connection = await pool.acquire()
    await asyncio.sleep(seconds)
    await pool.release(connection)


async def can_borrow(pool):
    """Whether a connection can be had; gives it back."""
    try:
        await pool.release(await pool.acquire(timeout=60))
    except TimeoutError:
        return False
    return True


async def test_start_opens_the_minimum():
    database = Database()
    pool = Pool(database.connect, min_size=2, max_size=5)
    opened_at_first = len(database.opened)
    await pool.start()
    assert opened_at_first == 0, "the constructor must not open anything"
    assert len(database.opened) == 2


async def test_the_pool_grows_only_while_no_connection_is_idle():
    database = Database()
    pool = Pool(database.connect, min_size=1, max_size=8)
    await pool.start()
    for _ in range(4):
        await use(pool, seconds=1)
    assert len(database.opened) == 1, "one after the other: one connection will do"
    await asyncio.gather(*[use(pool, seconds=1) for _ in range(3)])
    await asyncio.gather(*[use(pool, seconds=1) for _ in range(3)])
    assert len(database.opened) == 3, "three at a time need three connections"


async def test_two_borrowers_never_share_a_connection():
    pool = Pool(Database().connect, min_size=2, max_size=3)
    await pool.start()
    borrowed = [await pool.acquire(timeout=60) for _ in range(3)]
    assert len(set(borrowed)) == 3


async def test_there_are_never_more_than_the_maximum():
    database = Database()
    pool = Pool(database.connect, min_size=0, max_size=2)
    await pool.start()
    await asyncio.gather(*[use(pool, seconds=1) for _ in range(6)])
    assert len(database.opened) == 2, "six ask at once, while none is open yet"


async def test_who_waits_gets_the_connection_the_moment_it_comes_back():
    loop = asyncio.get_running_loop()
    pool = Pool(Database().connect, min_size=1, max_size=1)
    await pool.start()
    connection = await pool.acquire()
    waiting = asyncio.create_task(pool.acquire())
    await asyncio.sleep(3.21987)
    await pool.release(connection)
    released = loop.time()
    lent = await waiting
    assert lent is connection
    assert loop.time() - released == 0.0, "wait for it; do not look now and then"


async def test_who_waited_longest_is_served_first():
    pool = Pool(Database().connect, min_size=1, max_size=1)
    await pool.start()
    served = []

    async def pick(order):
        connection = await pool.acquire()
        served.append(order)
        await pool.release(connection)

    connection = await pool.acquire()
    tasks = []
    for order in ("A-17", "A-18", "A-19"):
        tasks.append(asyncio.create_task(pick(order)))
        await asyncio.sleep(1)
    await pool.release(connection)
    await asyncio.gather(*tasks)
    assert served == ["A-17", "A-18", "A-19"]


async def test_waiting_ends_with_a_timeout():
    loop = asyncio.get_running_loop()
    pool = Pool(Database().connect, min_size=1, max_size=1)
    await pool.start()
    async with pool.connection():
        started = loop.time()
        try:
            await pool.acquire(timeout=2)
        except TimeoutError:
            assert round(loop.time() - started, 3) == 2.0
        else:
            raise AssertionError("the only connection is in use: TimeoutError")
        try:
            async with pool.connection(timeout=3):
                pass
        except TimeoutError:
            assert round(loop.time() - started, 3) == 5.0
        else:
            raise AssertionError("connection(timeout=3) must time out too")


async def test_a_waiter_that_gave_up_takes_no_connection_with_it():
    pool = Pool(Database().connect, min_size=1, max_size=1)
    await pool.start()
    connection = await pool.acquire()
    impatient = asyncio.create_task(pool.acquire(timeout=1))
    cancelled = asyncio.create_task(pool.acquire())
    await asyncio.sleep(5)
    cancelled.cancel()
    await asyncio.gather(impatient, cancelled, return_exceptions=True)
    await pool.release(connection)
    available = await can_borrow(pool)
    assert available, "the connection went to a task that no longer waits"


async def test_a_waiter_cancelled_when_its_turn_came_gives_it_up():
    pool = Pool(Database().connect, min_size=1, max_size=1)
    await pool.start()
    connection = await pool.acquire()
    waiting = asyncio.create_task(pool.acquire())
    await asyncio.sleep(1)
    await pool.release(connection)
    waiting.cancel()  # its turn has come, but it has not run yet
    try:
        await pool.release(await waiting)
    except asyncio.CancelledError:
        pass
    available = await can_borrow(pool)
    assert available, "the connection was handed to a cancelled task, and is lost"


async def test_the_connection_comes_back_when_the_block_raises():
    pool = Pool(Database().connect, min_size=1, max_size=1)
    await pool.start()
    try:
        async with pool.connection(timeout=1) as connection:
            assert isinstance(connection, Connection)
            raise KeyError("A-17")
    except KeyError:
        pass
    available = await can_borrow(pool)
    assert available, "the block failed, and the connection never came back"


async def test_only_what_is_borrowed_can_be_given_back():
    pool = Pool(Database().connect, min_size=1, max_size=2)
    await pool.start()
    connection = await pool.acquire()
    await pool.release(connection)
    for stray in (connection, Connection()):
        try:
            await pool.release(stray)
        except ValueError:
            pass
        else:
            raise AssertionError("given back twice, or never lent: ValueError")
    first, second = await pool.acquire(), await pool.acquire()
    assert first is not second, "two tasks got the same connection"


async def test_a_failed_attempt_to_open_gives_its_place_back():
    database = Database(failing=(1, 2))
    pool = Pool(database.connect, min_size=0, max_size=1)
    waiting = []
    for _ in range(3):
        waiting.append(asyncio.create_task(pool.acquire(timeout=60)))
        await asyncio.sleep(0.01)
    results = await asyncio.gather(*waiting, return_exceptions=True)
    kinds = [type(result).__name__ for result in results]
    assert kinds == ["ConnectionError", "ConnectionError", "Connection"], (
        "two attempts fail and say so, then the third may try"
    )


async def test_a_failed_start_gives_all_places_back():
    pool = Pool(Database(failing=(2,)).connect, min_size=2, max_size=2)
    try:
        await pool.start()
    except ConnectionError:
        pass
    else:
        raise AssertionError("the second connection failed: start must say so")
    async with pool.connection(timeout=60):
        available = await can_borrow(pool)
    assert available, "one of two failed to open, and one place is lost"


async def test_an_attempt_cancelled_while_opening_gives_its_place_back():
    pool = Pool(Database().connect, min_size=0, max_size=1)
    try:
        await pool.acquire(timeout=0.05)
    except TimeoutError:
        pass
    else:
        raise AssertionError("opening takes 0.1 s, longer than the timeout")
    available = await can_borrow(pool)
    assert available, "the place of the connection that never opened is lost"


async def test_close_closes_what_is_idle_and_later_what_is_borrowed():
    database = Database()
    pool = Pool(database.connect, min_size=3, max_size=3)
    await pool.start()
    borrowed = await pool.acquire()
    await pool.close()
    assert sorted(c.closed for c in database.opened) == [0, 1, 1]
    assert borrowed.closed == 0, "somebody still works with it"
    await pool.release(borrowed)
    assert borrowed.closed == 1, "the pool is closed: nobody will use it again"
    await pool.close()
    assert [c.closed for c in database.opened] == [1, 1, 1], "each once"


async def test_a_closed_pool_lends_nothing():
    database = Database()
    pool = Pool(database.connect, min_size=1, max_size=3)
    await pool.start()
    await pool.close()
    for _ in range(2):
        try:
            await pool.acquire(timeout=60)
        except PoolClosed:
            pass
        else:
            raise AssertionError("acquire after close must raise PoolClosed")
    assert len(database.opened) == 1, "a closed pool opens nothing"


async def test_closing_turns_away_everyone_who_waits():
    pool = Pool(Database().connect, min_size=1, max_size=1)
    await pool.start()
    connection = await pool.acquire()
    waiting = [asyncio.create_task(pool.acquire(timeout=60)) for _ in range(3)]
    await asyncio.sleep(1)
    await pool.close()
    await pool.release(connection)
    results = await asyncio.gather(*waiting, return_exceptions=True)
    kinds = [type(result).__name__ for result in results]
    assert kinds == ["PoolClosed", "PoolClosed", "PoolClosed"]
