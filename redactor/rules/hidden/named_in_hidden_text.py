"""H222 named-in-hidden-text: text that no page shows holds something to remove.

Why: words in a layer that is switched off, in a pattern, or in a drawing that is not used are copied, searched and
brought back with one command.
Fix: delete the layer or the drawing in the program that made the file; where `redactor redact` cannot remove the
words it writes no copy and says why.
Source: ISO 32000-1:2008, 8.11 Optional content, 8.10 Form XObjects.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Layer, Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import named


@rule("H222", Severity.REVIEW)
def named_in_hidden_text(view: View) -> Iterator[Hit]:
    """Yield one hit for each place that holds a finding which does not stay."""
    yield from named(view, Layer.HIDDEN_TEXT)
