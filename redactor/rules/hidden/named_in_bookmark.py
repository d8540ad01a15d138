"""H218 named-in-bookmark: a bookmark holds something to remove.

Why: bookmarks are made of headings and are not touched by a box over the heading.
Fix: rename or delete the bookmark; a copy from `redactor redact` leaves out the bookmarks that hold a finding.
Source: ISO 32000-1:2008, 12.3.3 Document outline.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Layer, Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import named


@rule("H218", Severity.REVIEW)
def named_in_bookmark(view: View) -> Iterator[Hit]:
    """Yield one hit for each place that holds a finding which does not stay."""
    yield from named(view, Layer.OUTLINE)
