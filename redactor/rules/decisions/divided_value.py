"""P606 divided-value: the same value is removed in one place and stays in another.

Why: one readable mention undoes every box on the others.
Fix: settle the value once with `redactor decide`; a decision holds for every mention.
Source: this project; see the incidents in docs.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.decisions import normalised
from redactor.model import Action, Severity
from redactor.rules import Hit, View, boxes_of, rule


@rule("P606", Severity.REVIEW)
def divided_value(view: View) -> Iterator[Hit]:
    """Yield one hit for each staying mention of a value that goes elsewhere."""
    # In a redacted copy the other mentions are gone; that they were removed is what counts.
    gone = {normalised(value) for value in view.removed}
    for finding in view.findings:
        if view.decisions[finding.id].action is not Action.KEEP or finding.id not in view.values:
            continue
        if normalised(view.values[finding.id]) in gone:
            yield Hit(
                f"{finding.entity} {finding.id} stays here and is removed elsewhere.",
                finding.page,
                boxes_of(finding),
            )
