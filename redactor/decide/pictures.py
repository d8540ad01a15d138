"""Pictures nobody could read: each large enough to say something is a finding for a person."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from redactor.decisions import Decisions
from redactor.model import Document, Finding, Layer, box_of


def unread_pictures(document: Document, decisions: Decisions, *, least_points: float) -> Iterator[Finding]:
    """Yield a finding for each unread picture at least ``least_points`` on its longer side.

    The shorter side says nothing: a name cut out of a scan is a strip no higher than its letters.

    Its fingerprint is of its pixels: a crest that was looked at once is known in every later letter.
    """
    for picture in document.pictures:
        x0, y0, x1, y1 = box_of(picture.quad)
        if picture.blank or picture.read or max(x1 - x0, y1 - y0) < least_points:
            continue
        digest = hashlib.sha256(f"IMAGE\0{picture.id}".encode()).hexdigest()
        yield Finding(
            id=f"F-{digest[:10]}",
            entity="IMAGE",
            span=None,
            page=picture.page,
            quads=(picture.quad,),
            layer=Layer.BODY,
            place=f"picture on page {picture.page}",
            score=1.0,
            recognizer="Pictures",
            why="A picture nobody could read; it may show a name, a signature or a face.",
            fingerprint=decisions.fingerprint("IMAGE", picture.digest),
        )
