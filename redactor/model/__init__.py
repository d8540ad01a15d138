"""The values that pass from one stage to the next; all frozen, none of them knows a file format.

Boxes and quads are in unrotated PDF points with the origin at the top left of the page's crop box. Spans are half-open.
Raw document text lives in ``Segment.text`` alone, and no ``repr`` here shows it.
"""

from __future__ import annotations

from redactor.model.case import Case, Requester
from redactor.model.document import Document, Feature, Page, Picture, Segment, Source
from redactor.model.finding import CheckResult, Decision, Evidence, Finding, Issue, Span
from redactor.model.kinds import Action, Layer, Mode, Severity, Status, Verdict, Width
from redactor.model.place import Box, Quad, QuadArray, box_of, quad_of
from redactor.model.plan import MovedGlyph, Redaction, RedactionPlan, SetLine

__all__ = [
    "Action",
    "Box",
    "Case",
    "CheckResult",
    "Decision",
    "Document",
    "Evidence",
    "Feature",
    "Finding",
    "Issue",
    "Layer",
    "Mode",
    "MovedGlyph",
    "Page",
    "Picture",
    "Quad",
    "QuadArray",
    "Redaction",
    "RedactionPlan",
    "Requester",
    "Segment",
    "SetLine",
    "Severity",
    "Source",
    "Span",
    "Status",
    "Verdict",
    "Width",
    "box_of",
    "quad_of",
]
