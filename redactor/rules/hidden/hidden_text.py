"""H209 hidden-text: text is drawn without ink.

Why: white, transparent, invisible or tiny type does not show, yet it can be searched, selected and copied.
Fix: find out what the text is; remove it in the program that made the file, or redact it.
Source: ISO 32000-1:2008, 9.3.6 Text rendering mode.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H209", Severity.REVIEW)
def hidden_text(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "{count} piece(s) of text are drawn so that nobody sees them.", "hidden-text")
