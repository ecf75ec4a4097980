"""The content rules on a core of their own, while MkDocs reads its files."""

from __future__ import annotations

import os
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from backend_notes.finding import Finding
from backend_notes.project import Project
from backend_notes.site.messages import findings_for_build


class RulesBeside:
    """What the content rules find in a project; they start at once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._found: Future[list[Finding]] | None = None
        # Windows has no fork; in a server's process, which has threads, it is not safe.
        if hasattr(os, "fork") and threading.active_count() == 1:
            pool = ProcessPoolExecutor(1, get_context("fork"))
            self._found = pool.submit(findings_for_build, project)
            pool.shutdown(wait=False)  # it ends with its only task

    def findings(self) -> list[Finding]:
        """Waits for them; where no process could be had, the rules run here and now."""
        try:
            return self._found.result() if self._found else findings_for_build(self.project)
        except BrokenProcessPool:
            return findings_for_build(self.project)
