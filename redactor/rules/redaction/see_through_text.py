"""R303 see-through-text: words show through the box that is to hide them.

Why: a box that lets a little light through looks black on the page; the words are in the file, and raising the
contrast of a screenshot or of a scan of the print shows them as well.
Fix: redact the words in the original with `redactor redact`, which removes them and fills the box in full.
Source: ISO 32000-1:2008, 11.6.4 (opacity); ICO, "Disclosing documents to the public securely" (July 2025).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("R303", Severity.BLOCK)
def see_through_text(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "Words on this page show faintly through what is painted over them.", "see-through-text")
