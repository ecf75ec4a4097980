"""GitLab CI pipelines, checked against GitLab's schema."""

from __future__ import annotations

from backend_notes.services.lease import Services
from backend_notes.snippets.kinds.data import against_schema, parse
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification


def verify(snippet: Snippet, _services: Services) -> Verification:
    """Parse a pipeline and hold it against the schema.

    Raises:
        HeaderError: its header cannot be used.
    """
    findings, documents = parse(snippet, tags=["!reference"])
    return Verification(findings + against_schema(snippet, documents[-1:], "vendor.gitlab-ci"))
