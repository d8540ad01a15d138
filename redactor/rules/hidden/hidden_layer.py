"""H204 hidden-layer: a layer is switched off.

Why: the layer does not show, yet its text and pictures are in the file and one click brings them back.
Fix: look at the layer; delete it in the program that made the file if it is not for release.
Source: ISO 32000-1:2008, 8.11 Optional content.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H204", Severity.REVIEW)
def hidden_layer(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "The file has content in layers that are switched off.", "hidden-layer")
