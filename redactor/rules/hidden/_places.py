"""Turn features of a document into hits, one a place."""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import box_of
from redactor.rules import Hit, View


def hits(view: View, message: str, *kinds: str) -> Iterator[Hit]:
    """Yield a hit for each feature of these kinds; ``{count}`` and ``{place}`` in the message are filled in."""
    for feature in view.document.features:
        if feature.kind in kinds:
            boxes = (box_of(feature.quad),) if feature.quad is not None else ()
            yield Hit(message.format(count=feature.count, place=feature.place), feature.page, boxes)
