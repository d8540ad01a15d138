"""From decisions to a redaction plan: what is blanked on which page, and what outside the pages is tainted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redactor.decide import Decided, areas
from redactor.model import Action, Box, Document, Finding, Layer, Redaction, RedactionPlan, Span, Width, box_of
from redactor.policy_parts import RedactionSettings

_PRINTED = frozenset({Layer.BODY, Layer.HIDDEN_TEXT})
"""Layers whose lines can be set anew; a scan's are pixels, and to black them out would take what has to be released."""


def plan(document: Document, decided: Decided, settings: RedactionSettings, *, title: str) -> RedactionPlan:
    """Return the plan for everything decided REDACT.

    ``title`` is written as the document's title where its own has to go or is missing.
    """
    redactions: list[Redaction] = []
    tainted: set[str] = set()
    pictures = {picture.quad: picture.id for picture in document.pictures}
    for finding in decided.acting(Action.REDACT):
        if finding.span is not None and not finding.span.segment_id.startswith("page/"):
            tainted.update(_address(finding.span.segment_id))
        if finding.page is not None and finding.quads:
            redactions.append(
                Redaction(
                    finding_id=finding.id,
                    page=finding.page,
                    quads=finding.quads,
                    label=decided.decisions[finding.id].exemption if settings.label else "",
                    entity=finding.entity,
                    picture_id=pictures.get(finding.quads[0]) if finding.entity == "IMAGE" else None,
                    # The place of a note, a field or a link is not the place of its words.
                    width=settings.width_of(finding.entity) if finding.layer in _PRINTED else Width.GAP,
                    area=finding.entity == areas.ENTITY,
                    form_field=finding.layer is Layer.FORM,
                )
            )
    names = [one for one in redactions if one.width is not Width.GAP]
    redactions = [replace(one, form_field=one.form_field and _is_roomy(one, names)) for one in redactions]
    return RedactionPlan(tuple(redactions), frozenset(tainted), title, settings.fill, settings.ink)


def _is_roomy(field: Redaction, names: Sequence[Redaction]) -> bool:
    """Return False for a field that may have been made to fit a name in it, and would tell its width when it goes black."""
    boxes = [box_of(quad) for quad in field.quads]
    for quad in (quad for one in names if one.page == field.page for quad in one.quads):
        x0, y0, x1, y1 = box_of(quad)
        level = abs(quad[2] - quad[0]) >= abs(quad[3] - quad[1])
        for box in boxes:
            spare = (box[2] - box[0]) - (x1 - x0) if level else (box[3] - box[1]) - (y1 - y0)
            if _centred((x0, y0, x1, y1), [box]) and spare < (y1 - y0 if level else x1 - x0):
                return False
    return True


def _address(segment_id: str) -> set[str]:
    """Return a segment's id and that of the link or bookmark it is a part of, which goes as a whole."""
    parts = segment_id.split("/")
    whole = {"link": 3, "outline": 2}.get(parts[0], len(parts))
    return {segment_id, "/".join(parts[:whole])}


def more(first: Decided, second: Decided, document: Document) -> Decided | None:
    """Return the first look's decisions with what a second look at the redacted copy still wants removed.

    None where it wants nothing. Places on a page are the same in copy and source; anything else keeps its segment id,
    and what has neither cannot be planned for and is left to fail verification.
    """
    known = {finding.id for finding in first.findings}
    segments = {segment.id for segment in document.segments}
    new = [
        finding
        for finding in second.acting(Action.REDACT)
        if finding.quads or (finding.span is not None and finding.span.segment_id in segments)
    ]
    if not new:
        return None
    findings, decisions, values = list(first.findings), dict(first.decisions), dict(first.values)
    for finding in new:
        renamed = finding if finding.id not in known else replace(finding, id=f"{finding.id}b")
        renamed = _in_source(renamed, document)
        if renamed.id in known:
            return None
        findings.append(renamed)
        decisions[renamed.id] = replace(second.decisions[finding.id], finding_id=renamed.id)
        if finding.id in second.values:
            values[renamed.id] = second.values[finding.id]
    return replace(first, findings=tuple(findings), decisions=decisions, values=values)


def _in_source(finding: Finding, document: Document) -> Finding:
    """Return a finding of the copy with the span of the source's characters in its boxes.

    The copy's page has other text than the source's, so that a place in one is no place in the other.
    """
    if finding.span is None or not finding.quads:
        return finding
    boxes = [box_of(quad) for quad in finding.quads]
    for segment in document.segments:
        if segment.page != finding.page or segment.layer is not finding.layer:
            continue
        inside = [at for at, quad in enumerate(segment.quads) if quad is not None and _centred(box_of(quad), boxes)]
        if inside:
            return replace(finding, span=Span(segment.id, inside[0], inside[-1] + 1))
    return replace(finding, span=None)


def _centred(box: Box, boxes: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes)
