"""H207 unapplied-redaction: text is marked for redaction but still there.

Why: a redaction mark is only a note that text should go; until it is applied, the text can be copied from under it.
Fix: apply the redactions in the program that made them, or let this program redact the text.
Source: ISO 32000-1:2008, 12.5.6.23 Redaction annotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H207", Severity.BLOCK)
def unapplied_redaction(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "The page has {count} redaction mark(s) that were never applied.", "unapplied-redaction")
