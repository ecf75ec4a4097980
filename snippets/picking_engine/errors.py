"""What can go wrong, in the words that a caller or an operator reads."""

from __future__ import annotations

from collections.abc import Iterable


class ConfigurationError(Exception):
    """The service cannot start: a setting is missing or wrong, or a part is down."""


class NotFoundError(Exception):
    """The caller asked for something that does not exist: the API answers 404."""

    @classmethod
    def among(cls, wanted: str, known: Iterable[object]) -> NotFoundError:
        """One that names what does exist."""
        names = ", ".join(str(name) for name in known) or "none"
        return cls(f"There is no {wanted}. There are: {names}.")


class PartUnavailableError(Exception):
    """A part does not answer, retries included: the API answers 503.

    Attributes:
        part: which one, as an operator knows it, such as `Redis of at`.
    """

    def __init__(self, part: str) -> None:
        super().__init__(f"{part} does not answer. Try again in a moment.")
        self.part = part
