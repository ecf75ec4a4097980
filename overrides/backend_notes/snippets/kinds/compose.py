"""Compose files, checked against the Compose Specification's schema."""

from __future__ import annotations

from backend_notes.finding import Finding
from backend_notes.services.lease import Services
from backend_notes.snippets.kinds.data import against_schema, parse
from backend_notes.snippets.source import Snippet
from backend_notes.snippets.verification import Verification


def verify(snippet: Snippet, _services: Services) -> Verification:
    """Parse a Compose file and hold it against the schema.

    Raises:
        HeaderError: its header cannot be used.
    """
    findings, documents = parse(snippet)
    findings += against_schema(snippet, documents, "vendor.compose-spec")
    for document in documents:
        if isinstance(document.data, dict) and "version" in document.data:
            findings.append(
                Finding(
                    snippet.name,
                    document.line_of(["version"]),
                    "compose-version",
                    "`version` is obsolete: Compose ignores it and warns",
                    "delete the line",
                )
            )
    return Verification(findings)
