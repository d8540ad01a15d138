"""H206 form-field: the file has fields to fill in.

Why: a field keeps values, defaults, choices and help texts that the page may not show.
Fix: check the field values listed among the findings, or print the document to a new PDF.
Source: ISO 32000-1:2008, 12.7 Interactive forms.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H206", Severity.REVIEW)
def form_field(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "The file has a {place} that can be filled in ({count}).", "form-field")
