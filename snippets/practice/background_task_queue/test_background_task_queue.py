import asyncio

from answer import QueueStopped, Record, TaskQueue


async def print_label(order, seconds=1):
    await asyncio.sleep(seconds)
    return f"label of {order}"


async def fail(order):
    await asyncio.sleep(1)
    raise ValueError(f"no address for {order}")


async def test_a_task_is_queued_then_running_then_done():
    queue = TaskQueue(workers=1)
    await queue.start()
    task_id = queue.enqueue(print_label, "A-17")
    assert queue.status(task_id) == Record("queued")
    await asyncio.sleep(0.5)
    assert queue.status(task_id) == Record("running")
    await asyncio.sleep(1)
    assert queue.status(task_id) == Record("done", result="label of A-17")


async def test_a_failed_task_tells_what_went_wrong():
    queue = TaskQueue(workers=1)
    await queue.start()
    task_id = queue.enqueue(fail, "A-18")
    await asyncio.sleep(5)
    expected = Record("failed", error="ValueError: no address for A-18")
    assert queue.status(task_id) == expected


async def test_a_failed_task_does_not_stop_the_work():
    queue = TaskQueue(workers=2)
    await queue.start()
    tasks = [fail, fail, print_label, print_label]
    ids = [queue.enqueue(task, "A-17") for task in tasks]
    await asyncio.sleep(60)
    ends = [queue.status(task_id).status for task_id in ids]
    assert ends == ["failed", "failed", "done", "done"]


async def test_tasks_enqueued_before_the_start_wait_for_it():
    queue = TaskQueue(workers=1)
    task_id = queue.enqueue(print_label, "A-17")
    await asyncio.sleep(60)
    assert queue.status(task_id) == Record("queued")
    await queue.start()
    await asyncio.sleep(60)
    assert queue.status(task_id) == Record("done", result="label of A-17")


async def test_as_many_tasks_run_at_once_as_there_are_workers():
    running = 0
    most = 0

    async def pick():
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(1)
        running -= 1

    queue = TaskQueue(workers=3)
    await queue.start()
    for _ in range(10):
        queue.enqueue(pick)
    await asyncio.sleep(60)
    assert most == 3, "three workers, ten tasks"


async def test_tasks_begin_in_the_order_in_which_they_came():
    begun = []

    async def pick(order, worker):
        begun.append((order, worker))
        await asyncio.sleep(1)

    queue = TaskQueue(workers=1)
    await queue.start()
    for order, worker in (("A-19", "anna"), ("A-17", "ben"), ("A-18", "anna")):
        queue.enqueue(pick, order, worker)
    await asyncio.sleep(60)
    assert begun == [("A-19", "anna"), ("A-17", "ben"), ("A-18", "anna")]


async def test_every_task_has_an_id_of_its_own():
    queue = TaskQueue(workers=2)
    await queue.start()
    ids = []
    for _ in range(3):
        ids += [queue.enqueue(print_label, "A-17") for _ in range(4)]
        await asyncio.sleep(60)
    assert len(set(ids)) == 12, "twelve tasks, some of them long done"


async def test_an_unknown_id_has_no_record():
    queue = TaskQueue(workers=1)
    await queue.start()
    queue.enqueue(print_label, "A-17")
    assert queue.status("no-such-id") is None


async def test_stop_finishes_what_is_queued_and_running():
    queue = TaskQueue(workers=2)
    await queue.start()
    ids = [queue.enqueue(print_label, "A-17") for _ in range(5)]
    await asyncio.sleep(0.5)
    await queue.stop()
    ends = [queue.status(task_id).status for task_id in ids]
    assert ends == ["done"] * 5, "two were running and three were queued"


async def test_stop_returns_although_tasks_have_failed():
    queue = TaskQueue(workers=3)
    await queue.start()
    for order in ("A-17", "A-18"):
        queue.enqueue(fail, order)
    try:
        async with asyncio.timeout(3600):
            await queue.stop()
    except TimeoutError:
        raise AssertionError("both tasks failed, and stop waits for ever") from None


async def test_nothing_is_taken_once_stop_was_called():
    queue = TaskQueue(workers=1)
    await queue.start()
    queue.enqueue(print_label, "A-17", 10)
    stopping = asyncio.create_task(queue.stop())
    await asyncio.sleep(5)
    for moment in ("while stop waits", "after it"):
        try:
            queue.enqueue(print_label, "A-18")
        except QueueStopped:
            pass
        else:
            raise AssertionError(f"enqueue {moment} must raise QueueStopped")
        await stopping


async def test_after_stop_no_worker_is_left():
    queue = TaskQueue(workers=3)
    await queue.start()
    queue.enqueue(print_label, "A-17")
    await queue.stop()
    left = asyncio.all_tasks() - {asyncio.current_task()}
    assert len(left) == 0, "workers that wait for nothing keep a process alive"


async def test_stopping_again_does_no_harm():
    queue = TaskQueue(workers=2)
    await queue.start()
    task_id = queue.enqueue(print_label, "A-17")
    await asyncio.gather(queue.stop(), queue.stop())
    await queue.stop()
    assert isinstance(queue.status(task_id), Record), "records outlive the queue"


async def test_a_queue_that_never_started_can_be_stopped():
    queue = TaskQueue(workers=2)
    await queue.stop()
