"""What a check has to say, in the one form that people, tests and GitLab read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        path: the file, relative to the repository's root, with forward slashes.
        line: counted from 1.
        rule: the name of the rule, in kebab-case: what one searches for.
        message: what is wrong, naming the thing itself.
        fix: what to do about it, in the imperative.
    """

    path: str
    line: int
    rule: str
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} [{self.rule}]\n    → {self.fix}"


def as_text(findings: Iterable[Finding]) -> str:
    """The findings for a terminal, sorted by place."""
    return "\n".join(str(finding) for finding in sorted(findings))


def as_code_quality(findings: Iterable[Finding]) -> str:
    """The findings as a GitLab Code Quality report.

    The fingerprint leaves the line out, so that GitLab recognises a finding that only moved.
    Source: GitLab's documentation, "Code Quality report format".
    """
    report = []
    seen: dict[str, int] = {}
    for finding in sorted(findings):
        identity = f"{finding.path}\0{finding.rule}\0{finding.message}"
        repeat = seen[identity] = seen.get(identity, -1) + 1
        report.append(
            {
                "description": f"{finding.message} → {finding.fix}",
                "check_name": finding.rule,
                "fingerprint": hashlib.sha256(f"{identity}\0{repeat}".encode()).hexdigest(),
                "severity": "major",
                "location": {"path": finding.path, "lines": {"begin": finding.line}},
            }
        )
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"
