"""H216 restricted: the file carries restrictions.

Why: restrictions on copying or printing protect nothing, since many programs ignore them; a redacted copy has none.
Fix: nothing needs doing; publish the copy without restrictions so that readers with assistive software can use it.
Source: ISO 32000-1:2008, 7.6.3.2, table 22 User access permissions.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H216", Severity.NOTE)
def restricted(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "The file opens without a password but carries restrictions.", "owner-encryption")
