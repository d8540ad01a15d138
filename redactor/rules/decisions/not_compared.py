"""P608 not-compared: a copy was verified without its original, so nothing is known of what was removed from it.

Why: whether a removed name is still in the file, and whether anything else was changed, can only be told from both.
Fix: give the original with --original, and the policy, case and decisions with which the copy was made.
Source: this project.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule


@rule("P608", Severity.NOTE)
def not_compared(view: View) -> Iterator[Hit]:
    """Yield a note where there was nothing to compare with."""
    if view.task == "verify" and not view.compared:
        yield Hit("No original was given: what was removed could not be proved to be gone, only what is here searched.")
