"""H203 script-or-action: the file runs a script or an action.

Why: a script may hold data of its own, and a published file that starts programs or sends data puts readers at risk.
Fix: print the document to a new PDF; a redacted copy written by this program carries no scripts or actions.
Source: ISO 32000-1:2008, 12.6 Actions.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H203", Severity.REVIEW)
def script_or_action(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(
        view, "The file has a script or an action ({place}).", "javascript", "open-action", "launch", "submit"
    )
