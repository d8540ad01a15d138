"""MARKED_AREA: a place on a page that an officer marked by hand: a signature, a stamp, a face, what no text stands for.

Why: it goes whatever is there, text, drawing or picture; on another version of the file the mark is put to review, because
a place says nothing about another page.
Source: this project; marked at the desk (`redactor review`), kept in the decisions file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from redactor.decide.ruling import Rank, Ruling
from redactor.decisions import Area, Decisions
from redactor.model import Action, Document, Finding, Layer, quad_of

ENTITY = "MARKED_AREA"
_MOVED = "Marked on another version of this file; look whether it still covers what it should."


def marked_areas(document: Document, decisions: Decisions) -> Iterator[tuple[Finding, Ruling]]:
    """Yield a finding for each area marked on this file, and one for review for each marked on another version of it.

    Another version is known by its name. What was drawn on a page is no question of value, so nothing else can carry it
    over, and to let it go unseen would publish the signature that it covered.
    """
    for area in decisions.areas:
        here = area.document == document.source.sha256
        if area.page > len(document.pages) or not (here or area.file == document.source.name):
            continue
        action, reason = (Action.REDACT, area.reason) if here else (Action.REVIEW, _MOVED)
        yield _finding(area, decisions), Ruling(Rank.OFFICER, action, area.exemption, reason, area.by or "officer")


def _finding(area: Area, decisions: Decisions) -> Finding:
    return Finding(
        id=f"F-{hashlib.sha256(f'{ENTITY}{area.key}'.encode()).hexdigest()[:10]}",
        entity=ENTITY,
        span=None,
        page=area.page,
        quads=(quad_of(area.box),),
        layer=Layer.BODY,
        place=f"page {area.page}, marked area",
        score=1.0,
        recognizer="Officer",
        why="An area that an officer marked on the page.",
        fingerprint=decisions.fingerprint(ENTITY, area.key),
    )
