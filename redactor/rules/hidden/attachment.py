"""H202 attachment: another file is attached inside the PDF.

Why: an attachment travels with the letter and is not redacted with it; a spreadsheet behind a letter is how some of
the largest disclosures by mistake happened.
Fix: remove the attachment, or check and release it as a document of its own.
Source: ISO 32000-1:2008, 7.11.4 Embedded file streams; ICO, How to disclose information safely (2018).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H202", Severity.BLOCK)
def attachment(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "A file is attached ({place}).", "attachment")
