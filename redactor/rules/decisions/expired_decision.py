"""P604 expired-decision: a decision is past its date, so its question is open again.

Why: somebody set the date because the answer was expected to change.
Fix: decide again, with a new date or none.
Source: this project.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule


@rule("P604", Severity.REVIEW)
def expired_decision(view: View) -> Iterator[Hit]:
    """Yield one hit for each decision past its date."""
    for fingerprint in view.expired:
        yield Hit(f"The decision {fingerprint[:8]} has expired.")
