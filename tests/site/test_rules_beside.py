"""The content rules in a process beside the build."""

from __future__ import annotations

import subprocess
import sys

from backend_notes.content.check import check_project
from backend_notes.project import Project

# In a process of its own, because that of a test has threads.
_PROGRAM = """\
import os, sys, threading
from pathlib import Path
from backend_notes.project import Project
from backend_notes.site import rules_beside

parent, find = os.getpid(), rules_beside.findings_for_build

def find_or_die(project):
    if os.getpid() == parent:
        print("in the build's process")
    elif "die" in sys.argv:
        os._exit(9)
    else:
        print("beside it", flush=True)
    return find(project)

rules_beside.findings_for_build = find_or_die
if "threads" in sys.argv:
    threading.Thread(target=threading.Event().wait, daemon=True).start()
for finding in rules_beside.RulesBeside(Project(Path(sys.argv[1]))).findings():
    print(finding.path, finding.rule)
"""


def _run(project: Project, *how: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(project.root), *how],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.splitlines()


def test_the_same_findings_wherever_the_rules_run(scratch: Project) -> None:
    (scratch.docs / "index.md").write_text("no front matter, `x\n", "utf-8")
    found = [f"{finding.path} {finding.rule}" for finding in check_project(scratch)]

    assert found
    assert _run(scratch) == ["beside it", *found]
    assert _run(scratch, "die") == ["in the build's process", *found]
    assert _run(scratch, "threads") == ["in the build's process", *found]
