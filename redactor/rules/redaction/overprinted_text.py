"""R305 overprinted-text: words have blocks or rows of crosses printed over them.

Why: letters printed over letters hide nothing from a search: the file holds both, and the lower ones are copied
with the upper.
Fix: redact the words in the original with `redactor redact`, or replace them by the blocks in the program that made
the file.
Source: ISO 32000-1:2008, 9.4.3 Text-showing operators; ICO, "Disclosing documents to the public securely" (July
2025).
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("R305", Severity.BLOCK)
def overprinted_text(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(
        view,
        "{count} letter(s) on this page have blocks or crosses printed over them and can still be read in the file.",
        "overprinted-text",
    )
