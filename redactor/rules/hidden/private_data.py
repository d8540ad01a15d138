"""H214 private-data: the file holds private data of other programs or earlier pictures.

Why: editors keep their own copy of a page, thumbnails show it as it was before redaction, pictures remember the
camera, the place and the editor, and private entries say whatever their maker wished.
Fix: print the document to a new PDF; a redacted copy written by this program carries none of it.
Source: ISO 32000-1:2008, 14.5 Page-piece dictionaries, 12.3.4 Thumbnail images, 8.9.5.4 Alternate images,
14.3.2 Metadata streams, 12.9 Measurement properties, 12.4.3 Articles, 14.10 Web capture, Annex E PDF name registry.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits

_TOLD = (
    ("The file holds {place}.", "piece-info", "thumbnails", "alternate-images", "private-keys", "inner-metadata"),
    ("The file holds {place}.", "measurements", "articles", "captured-web-page", "page-templates", "picture-elsewhere"),
    ("A picture in the file holds data of the camera or the editor.", "picture-metadata"),
)


@rule("H214", Severity.REVIEW)
def private_data(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    for message, *kinds in _TOLD:
        yield from hits(view, message, *kinds)
