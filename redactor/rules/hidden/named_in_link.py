"""H219 named-in-link: the target of a link holds something to remove.

Why: an address under a word is in the file whole, often with a name or a mailbox in it, even where the word is
boxed.
Fix: remove the link; a copy from `redactor redact` leaves out the links that hold a finding.
Source: ISO 32000-1:2008, 12.5.6.5 Link annotations, 12.6.4.7 URI actions.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Layer, Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import named


@rule("H219", Severity.REVIEW)
def named_in_link(view: View) -> Iterator[Hit]:
    """Yield one hit for each place that holds a finding which does not stay."""
    yield from named(view, Layer.LINK)
