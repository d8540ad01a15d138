"""P611 not-approved: the policy asks for a second person, and nobody has approved this file as it is decided.

Why: whoever removed the names is the last to see the one they missed; a decision made after an approval was not approved.
Fix: have somebody who decided nothing look at the copy and approve it, at the desk (`redactor review`) or with
`redactor decide FILE --approve`.
Source: this project; the policy's own `release.second_person`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule


@rule("P611", Severity.REVIEW)
def not_approved(view: View) -> Iterator[Hit]:
    """Yield one hit where an approval is asked for and there is none of this file under these decisions."""
    if not view.second_person or view.approved_by:
        return
    if view.task == "verify" and not view.compared:
        yield Hit("Without the original nobody can tell whether a second person approved this copy.")
    else:
        yield Hit("The policy asks for a second person, and nobody has approved this file as it is decided now.")
