"""Why nothing was published."""

from __future__ import annotations


class ReleaseError(Exception):
    """A release that did not happen: what is in the way, and the way out, for people."""
