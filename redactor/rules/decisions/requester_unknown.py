"""P605 requester-unknown: nobody said who asked, so their name was looked for only where the letter shows it.

Why: in a published reply the requester's name must be nowhere, and a name nobody gave can only be guessed at.
Fix: give --case or --requester, unless the copy in hand was anonymised before.
Source: section 40(2) of the Freedom of Information Act 2000; ICO guidance on disclosure logs.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Mode, Severity
from redactor.rules import Hit, View, rule


@rule("P605", Severity.NOTE)
def requester_unknown(view: View) -> Iterator[Hit]:
    """Yield a note in publish mode where no requester was given."""
    if view.case.mode is not Mode.PUBLISH or view.case.requester:
        return
    if view.requester_guessed:
        yield Hit("No requester was given; the name was taken from the letter itself.")
    else:
        yield Hit("No requester was given, and the letter names none.")
