"""Every snippet of the site does what the pages say it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend_notes.finding import as_text
from backend_notes.project import find_project
from backend_notes.services.lease import Services
from backend_notes.services.policy import skip_or_fail
from backend_notes.snippets import verify
from backend_notes.snippets.source import Snippet, find_snippets

# Sessions take longest and start first, so that no worker is left with one at the end.
SNIPPETS = sorted(
    find_snippets(find_project(Path(__file__).parent)),
    key=lambda snippet: snippet.path.suffix != ".console",
)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_snippet(snippet: Snippet, services: Services) -> None:
    try:
        findings = verify.check(snippet, services)
    except verify.ServiceUnavailableError as error:
        skip_or_fail(error)
    assert not findings, "\n" + as_text(findings)
