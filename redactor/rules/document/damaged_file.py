"""D514 damaged-file: the file had to be mended to be read.

Why: a mended file may lack parts that another program still shows, and those were not searched.
Fix: ask for the file again, or print it to a new PDF and compare the two.
Source: ISO 32000-1:2008, Annex C.2, on damaged cross-reference tables.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule


@rule("D514", Severity.REVIEW)
def damaged_file(view: View) -> Iterator[Hit]:
    """Yield one hit for a file that an engine repaired, and one for each place that cannot be unpacked to its end."""
    features = view.document.features
    if any(feature.kind == "damaged" for feature in features):
        yield Hit("The file is damaged and was mended to be read.")
    for feature in features:
        if feature.kind == "damaged-page":
            message = "Drawing instructions are damaged, and whatever follows the damage could not be read."
            yield Hit(message, feature.page, severity=Severity.BLOCK, unchecked=True)
        elif feature.kind == "damaged-stream":
            yield Hit(f"{feature.count} part(s) of the file (fonts, metadata, attachments) cannot be unpacked.")
