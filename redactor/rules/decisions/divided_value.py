"""P606 divided-value: the same value is removed in one place and stays in another.

Why: one readable mention undoes every box on the others.
Fix: settle the value once with `redactor decide`; a decision holds for every mention.
Source: this project; see the incidents in docs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from redactor.decisions import normalised
from redactor.model import Action, Severity
from redactor.rules import Hit, View, boxes_of, rule


@rule("P606", Severity.REVIEW)
def divided_value(view: View) -> Iterator[Hit]:
    """Yield one hit for each staying mention of a value that goes elsewhere."""
    by_value = defaultdict(list)
    for finding in view.findings:
        if finding.id in view.values:
            by_value[normalised(view.values[finding.id])].append(finding)
    for found in by_value.values():
        actions = {view.decisions[f.id].action for f in found}
        if Action.REDACT not in actions or Action.KEEP not in actions:
            continue
        for finding in found:
            if view.decisions[finding.id].action is Action.KEEP:
                yield Hit(
                    f"{finding.entity} {finding.id} stays here and is removed elsewhere.",
                    finding.page,
                    boxes_of(finding),
                )
