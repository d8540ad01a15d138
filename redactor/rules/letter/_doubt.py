"""What an issue says of a fact of law that nobody has compared with its source."""

from __future__ import annotations

from typing import Protocol


class Checkable(Protocol):
    """A fact, provision or contact of policies/law."""

    @property
    def checked(self) -> bool:
        """Return whether somebody compared it with its source."""


def doubt(*facts: Checkable | None) -> str:
    """Return the sentence that ends a message resting on an unchecked fact, with a space before it; "" where all are checked."""
    if all(fact is None or fact.checked for fact in facts):
        return ""
    return " (This point of law was not checked against its source here; look it up.)"
