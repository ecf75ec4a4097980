"""What came of verifying one snippet."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from backend_notes.finding import Finding


@dataclass(frozen=True)
class Verification:
    """What running or parsing one snippet showed.

    Attributes:
        findings: what is wrong and no rewriting cures.
        recorded: for each file that records output, the text that it ought to hold now.
    """

    findings: list[Finding] = field(default_factory=list)
    recorded: dict[Path, str] = field(default_factory=dict)
