"""P602 open-items: a person has to decide about something in the file.

Why: the policy cannot settle these alone: whether the harm is real depends on the case.
Fix: look at each, then record it with `redactor decide`, or in the decisions file.
Source: the section 45 Code of Practice expects each withholding to be considered, not automatic.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from redactor.model import Action, Severity
from redactor.rules import Hit, View, boxes_of, rule


@rule("P602", Severity.REVIEW)
def open_items(view: View) -> Iterator[Hit]:
    """Yield one hit a page, and one for everything outside the pages."""
    by_page = defaultdict(list)
    for finding in view.findings:
        if view.decisions[finding.id].action is Action.REVIEW:
            by_page[finding.page].append(finding)
    for page in sorted(by_page, key=lambda p: (p is None, p or 0)):
        found = by_page[page]
        kinds = ", ".join(f"{count} {entity}" for entity, count in sorted(Counter(f.entity for f in found).items()))
        where = f"On page {page}" if page else "Outside the pages"
        yield Hit(f"{where} a person must look at: {kinds}.", page, tuple(b for f in found for b in boxes_of(f)))
