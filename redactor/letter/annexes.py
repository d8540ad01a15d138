"""Annexes, appendices, enclosures and attached files that a letter names, and those that stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter import cues
from redactor.letter.model import AnnexMention, Paragraph, Shape, Zone
from redactor.letter.paragraphs import Block
from redactor.model import Document, Layer

_GATE = (
    "annex",
    "append",
    "accompan",
    "herewith",
    "with this",
    "enc",
    "schedule",
    "enclos",
    "attach",
    ".xls",
    ".csv",
    ".pdf",
    ".doc",
    ".zip",
)
_NAMED = re.compile(
    r"\b(?P<kind>annex(?:e|es)?|appendi(?:x|ces)|schedules?|enclosures?|attachments?)\s(?P<first>[a-z]|\d{1,2}|[ivx]{1,4})\b(?![\w'])(?P<more>(?:\s?(?:,|and|&|to|-)\s?(?:[a-z]|\d{1,2})\b(?!'))*)"
)
_FILE = re.compile(r"[\w()&-]+(?:[ _.][\w()&-]+){0,6}\.(?:xlsx?|csv|pdf|docx?|zip|pptx?|ods|odt)\b")
_ENCLOSED = re.compile(
    r"\b(?:(?:please\s(?:find|see)|i|we|have|am|are|is)\s(?:\w+\s){0,2}?(?:attach(?:ed|ing)?|enclos(?:e|ed|ing))|(?:attached|enclosed)\s(?:is|are|document|file|spreadsheet|table|schedule|copy|pdf|excel)s?|"
    r"(?:in|see|on|to)\s(?:the\s)?(?:attached|enclosed)|attached\sto\sthis|(?:is|are)\s(?:attached|enclosed|appended)|appended\sto\s(?:this|the)|accompan(?:y|ies|ying)\s(?:this|the|workbook|spreadsheet|document|schedule|file|letter|table)|herewith|(?:includ\w+|sen[dt]\w*|provid\w+|suppl\w+|together|comes?|came)\s(?:[\w'-]+\s){0,6}?with\sthis\s(?:letter|reply|response|e-?mail|message)|^with\sthis\s(?:letter|reply|response|e-?mail)|as\senclosed|in\sthe\saccompanying)\b|^encs?\b"
)
_KINDS = {"annex": "annex", "appen": "appendix", "sched": "schedule", "enclo": "enclosure", "attac": "attachment"}
_NOT_THE_ACTS = re.compile(
    r"\s(?:of|to)\sthe\s(?!(?:letter|response|reply|report|e-?mail|document|disclosure|spreadsheet|present)\b)|\s(?:of|to)\s(?:that|an?)\s(?:act|order|regulations?)\b"
)
# "No condition in Schedule 2 is met": conditions, principles and paragraphs are an Act's.
_OF_AN_ACT = re.compile(
    r"\b(?:conditions?|principles?|paragraphs?|parts?|paras?|act|regulations?|order|gdpr|dpa|neither|either|nor|statute)\b[^.;]{0,50}$"
)
_FILES = re.compile(r"(?:attachment|embedded)/[^/]+/(?:name|filename)", re.IGNORECASE)


def read(lowered: str, paragraphs: Sequence[Paragraph]) -> tuple[AnnexMention, ...]:
    """Return every annex named by the authority; ``present`` where it is that annex's own heading."""
    found: list[AnnexMention] = []
    for part in paragraphs:
        text = lowered[part.start : part.end]
        if part.zone in {Zone.REQUEST, Zone.FURNITURE, Zone.HEADER} or not any(word in text for word in _GATE):
            continue
        heading = part.shape in {Shape.HEADING, Shape.FIELD, Shape.TEXT} and cues.opens_annex(
            lowered, Block(part.start, part.end, part.shape)
        )
        for match in _NAMED.finditer(lowered, part.start, part.end):
            if _NOT_THE_ACTS.match(lowered, match.end(), part.end):
                continue
            kind = _KINDS[match["kind"][:5]]
            if kind == "schedule" and _OF_AN_ACT.search(lowered, max(part.start, match.start() - 70), match.start()):
                continue
            for label in (match["first"], *re.findall(r"\b(?:[a-z]|\d{1,2})\b", match["more"] or "")):
                present = heading and match.start() == part.start
                found.append(AnnexMention(match.start(), match.end(), f"{kind} {label}", present))
        for match in _FILE.finditer(lowered, part.start, part.end):
            if "/" not in lowered[max(part.start, match.start() - 1) : match.start()]:
                found.append(AnnexMention(match.start(), match.end(), match[0].strip(), False))
        if not any(part.start <= one.start < part.end for one in found):
            enclosed = _ENCLOSED.search(lowered, part.start, part.end)
            if enclosed:
                found.append(AnnexMention(enclosed.start(), enclosed.end(), "attachment", False))
    return tuple(sorted(found, key=lambda one: (one.start, one.key)))


def attachments(document: Document) -> tuple[str, ...]:
    """Return the names of files attached inside the file."""
    named = [
        segment.text for segment in document.segments if segment.layer is Layer.ATTACHMENT and _is_name(segment.id)
    ]
    return tuple(dict.fromkeys(named))


def _is_name(segment_id: str) -> bool:
    return bool(_FILES.search(segment_id)) or segment_id.rsplit("/", 1)[-1].lower() in {"name", "filename", "f", "uf"}
