"""H220 named-for-screen-readers: text for screen readers holds something to remove.

Why: alternative text, replacement text and tags are read aloud and copied in place of what is printed, and no box
on the page touches them.
Fix: change the alternative text in the program that made the file; a copy from `redactor redact` is made without
the text that holds a finding.
Source: ISO 32000-1:2008, 14.9.3 Alternate descriptions, 14.9.4 Replacement text.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Layer, Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import named


@rule("H220", Severity.REVIEW)
def named_for_screen_readers(view: View) -> Iterator[Hit]:
    """Yield one hit for each place that holds a finding which does not stay."""
    yield from named(view, Layer.STRUCTURE)
