"""P610 gap-tells: the space that a removed name left is so wide that few names fit it.

Why: whoever has the typeface can set each name of a list and see which fill the gap; an ordinary box leaves one surname in
two with no other of 6,000 as wide.
Fix: set redaction.width to reset or block in the policy, for everything or for the kinds of information that matter.
Source: measured, benchmarks/RESULTS.md (width).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity, box_of
from redactor.rules import Hit, View, rule


@rule("P610", Severity.REVIEW)
def gap_tells(view: View) -> Iterator[Hit]:
    """Yield one hit for each gap that fewer names fit than the policy asks, and a note for the others of the file."""
    for one in view.residuals:
        if one.fitting < view.least_names:
            yield Hit(
                f"Only {one.fitting} of {one.names} surnames fit the gap that {one.entity} {one.finding_id} left.",
                one.page,
                tuple(box_of(quad) for quad in one.quads),
            )
    if view.other_gaps:
        yield Hit(
            f"{view.other_gaps} redactions left a gap as wide as what was removed, which may help to guess it.",
            severity=Severity.NOTE,
        )
