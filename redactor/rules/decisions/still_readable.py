"""P601 still-readable: something the policy removes can still be read in the file.

Why: the file as it stands gives away what the policy says must go.
Fix: run `redactor redact`, or record a decision with a reason for each item that may stay.
Source: Data Protection Act 2018 and section 40 of the Freedom of Information Act 2000 for personal data; the policy
names the exemption of each item.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from redactor.model import Action, Severity
from redactor.rules import Hit, View, boxes_of, rule


@rule("P601", Severity.BLOCK)
def still_readable(view: View) -> Iterator[Hit]:
    """Yield one hit a page, and one for everything outside the pages."""
    by_page = defaultdict(list)
    for finding in view.findings:
        if view.decisions[finding.id].action is Action.REDACT:
            by_page[finding.page].append(finding)
    for page in sorted(by_page, key=lambda p: (p is None, p or 0)):
        found = by_page[page]
        kinds = ", ".join(f"{count} {entity}" for entity, count in sorted(Counter(f.entity for f in found).items()))
        where = f"On page {page}" if page else "Outside the pages"
        yield Hit(f"{where} the policy removes: {kinds}.", page, tuple(b for f in found for b in boxes_of(f)))
