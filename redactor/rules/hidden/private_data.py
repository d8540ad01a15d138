"""H214 private-data: the file holds private data of other programs or earlier pictures.

Why: editors keep their own copy of a page, thumbnails show it as it was before redaction, and pictures remember the
camera, the place and the editor.
Fix: print the document to a new PDF; a redacted copy written by this program carries none of it.
Source: ISO 32000-1:2008, 14.5 Page-piece dictionaries, 12.3.4 Thumbnail images, 8.9.5.4 Alternate images.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H214", Severity.REVIEW)
def private_data(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "The file holds {place}.", "piece-info", "thumbnails", "alternate-images", "picture-metadata")
