"""H213 xfa-form: the file holds an XFA form.

Why: some readers show the XFA form instead of the pages that were checked, with other text and with data of its own.
Fix: print the document to a new PDF and check that one.
Source: ISO 32000-1:2008, 12.7.8 XFA forms; ISO 32000-2:2020 withdraws them.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H213", Severity.BLOCK)
def xfa_form(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "The file holds an XFA form beside its pages.", "xfa")
