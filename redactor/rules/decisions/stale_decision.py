"""P603 stale-decision: a decision recorded for this very file no longer meets anything in it.

Why: the policy or the recognizers changed since, so nobody can tell whether the question is settled or was lost.
Fix: look at the findings again and remove the entry from the decisions file, or record it anew.
Source: this project; a baseline that keeps dead entries hides live ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule


@rule("P603", Severity.REVIEW)
def stale_decision(view: View) -> Iterator[Hit]:
    """Yield one hit for each decision that meets no finding; in a redacted copy what was removed is gone by right."""
    if view.task != "check":
        return
    for fingerprint in view.stale:
        yield Hit(f"The decision {fingerprint[:8]} meets nothing in this file any more.")
