"""What the log of one worker says while somebody waits: Build F's figures, and the session's."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from backend_notes.builds.queue_time import longest_queue, queue_times
from backend_notes.builds.steps import MissingError
from backend_notes.project import Project
from backend_notes.services.lease import Services

PINGS = ["/ping"] * 6
HANDLER = ["/get_order_data/at/AT-99"]


def test_pings_queue_behind_the_handler_that_blocks(copy: Project, services: Services) -> None:
    times = queue_times(services, copy.snippets / "picking_engine")
    assert [one.path for one in times] == HANDLER + PINGS
    assert times[0].handled >= 2
    queued = [one.queued for one in times[1:]]
    assert queued == sorted(queued, reverse=True)  # each came later, and waited less
    assert 1 < longest_queue(times) == queued[0]
    assert max(one.handled for one in times[1:]) < 1
    assert re.fullmatch(
        r"queued 0\.\d\d s, handled in 2\.\d\d s: 404 /get_order_data/at/AT-99", str(times[0])
    )


def test_nobody_queues_behind_the_cured_one(copy: Project, services: Services) -> None:
    times = queue_times(services, copy.snippets / "picking_engine", cured=True)
    assert [one.path for one in times] == PINGS + HANDLER
    assert times[-1].handled >= 2
    assert longest_queue(times) < 1


def test_a_service_that_is_cured_already_cannot_be_cured(
    copy: Project, services: Services, apply: Callable[[str], None]
) -> None:
    apply("blocking-handler")
    with pytest.raises(MissingError, match="The cure does not fit: `get_order_data` is not as"):
        queue_times(services, copy.snippets / "picking_engine", cured=True)
