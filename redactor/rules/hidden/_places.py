"""Turn features of a document, and findings that lie outside its pages, into hits, one a place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from redactor.model import Action, Finding, Layer, Severity, box_of
from redactor.rules import Hit, View, boxes_of


def hits(view: View, message: str, *kinds: str) -> Iterator[Hit]:
    """Yield a hit for each feature of these kinds; ``{count}`` and ``{place}`` in the message are filled in."""
    for feature in view.document.features:
        if feature.kind in kinds:
            boxes = (box_of(feature.quad),) if feature.quad is not None else ()
            yield Hit(message.format(count=feature.count, place=feature.place), feature.page, boxes)


def named(view: View, layer: Layer) -> Iterator[Hit]:
    """Yield a hit for each place of a layer that holds something which has to go, or on which a person must decide.

    It says where, and how many of which kind; never what they say. What the policy removes blocks.
    """
    places: defaultdict[tuple[str, int | None], list[Finding]] = defaultdict(list)
    for finding in view.findings:
        if finding.layer is layer and view.decisions[finding.id].action is not Action.KEEP:
            places[finding.place, finding.page].append(finding)
    for (place, page), found in sorted(places.items(), key=lambda item: (item[0][1] or 0, item[0][0])):
        kinds = ", ".join(f"{count} {entity}" for entity, count in sorted(Counter(f.entity for f in found).items()))
        goes = any(view.decisions[finding.id].action is Action.REDACT for finding in found)
        boxes = tuple(dict.fromkeys(box for finding in found for box in boxes_of(finding)))
        yield Hit(f"{_capital(place)}: {kinds}.", page, boxes, Severity.BLOCK if goes else None)


def _capital(place: str) -> str:
    return place[:1].upper() + place[1:] if place else "Outside the pages"
