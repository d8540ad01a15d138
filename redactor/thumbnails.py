"""Small pictures of what no text engine reads, so that a person can tell a crest from a signature without opening the file."""

from __future__ import annotations

from redactor.formats import Limits
from redactor.judging import Judged
from redactor.model import Action, Layer, box_of

_MOST = 60
"""Pictures in one report: a person looks into the file itself long before."""


def of(judged: Judged, limits: Limits, password: str | None) -> dict[str, bytes]:
    """Return a PNG for each open finding that stands in a picture, by the finding's id; first page first."""
    wanted = [
        (finding.id, finding.page, box_of(finding.quads[0]))
        for finding in judged.decided.findings
        if finding.page is not None
        and finding.quads
        and (finding.entity == "IMAGE" or finding.layer is Layer.OCR)
        and judged.decided.decisions[finding.id].action is Action.REVIEW
    ]
    wanted = sorted(wanted, key=lambda one: one[1])[:_MOST]
    if not wanted or judged.format.cut is None:
        return {}
    drawn = judged.format.cut(judged.data, [(page, box) for _, page, box in wanted], limits, password)
    return {id_: picture for (id_, _, _), picture in zip(wanted, drawn, strict=True) if picture}
