"""H211 signature: the file carries a digital signature.

Why: a signature names the person who signed, with a certificate, and a redacted copy can no longer be verified by it.
Fix: decide whether the signature is for release; a redacted copy carries none.
Source: ISO 32000-1:2008, 12.8 Digital signatures.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H211", Severity.REVIEW)
def signature(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "The file carries a digital signature ({place}).", "signature")
