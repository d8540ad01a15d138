"""Whose a reference number is: this reply's, the requester's, another request's, a contract's, a crime's.

A number in the heading or in the foot is the reply's own. In prose a number belongs to whatever its clause speaks of, so
there it is the reply's only where the clause says so: "your request (FOI/24/113)", "please quote FOI/24/113".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter.model import Owner, Paragraph, Shape, Zone

# Things that have numbers of their own and are no request for information.
_OTHERS = re.compile(
    r"\b(?:crime|incident|cad|log\b(?!ged)|invoice|contract|agreement|framework|lease|licen[cs]e|permit|grant|purchase|order|tender|procurement|supplier|lot|"
    r"project|programme|works?|job|asset|property|plot|site|drawing|map|planning|application\s(?:for\splanning|no|number)|policy|claim|insurance|account|customer|"
    r"employee|staff|payroll|patient|pupil|tenancy|vehicle|committee|minute|report|document|paper|file\s?name|decision\snotice|ico|commissioner'?s?|ombudsman|tribunal|"
    r"appeal\sno|court|urn|custody|charity|company|vat|ticket|penalty|complaint|hearing|audit|inspection|case\sof|model|version|standard|form)\b[^.;\n]{0,25}$"
)
_ANOTHER = (
    r"(?:previous(?:ly)?|earlier|another|other|similar|related|prior|last|separate(?:ly)?|past|first|second|different|same\sas|further\sto|"
    r"disclosure\slog|published|since|also)"
)
_EARLIER = re.compile(
    rf"\b{_ANOTHER}\b[^.;\n]{{0,60}}$|"
    r"\b(?:repl(?:y|ied)|respon(?:se|ded)|answer(?:ed)?|refus(?:al|ed)|decision|disclosure|provided|released|disclosed|dealt\swith|supplied|gave|given|sent|see|in)\s"
    r"(?:\w+\s)?(?:to|in|under|by|at|on|for|as|number(?:ed)?|no\.?|ref\.?|reference:?)\s(?:the\s|our\s|a\s|that\s)?(?:request\s|case\s|reply\s|response\s)?(?:ref(?:erence)?\.?:?\s|no\.?\s|number\s)?\(?$|"
    r"\b(?:our|the)\s(?:\w+\s)?(?:response|decision|reply|refusal|answer)\s(?:(?:to|of|ref|reference|number|no)\W{0,2}\s?){0,2}\(?$|"
    r"\bwe\s(?:answered|refused|disclosed|released|published)\s\(?$"
)
# "FOI/24/9, which we answered in May", "FOI/24/9 of last year".
_TOLD_BACK = re.compile(
    r"[\s,()]{1,3}(?:(?:which|that|this|it|and)\s)?(?:(?:we|was|were|has|had|is|have|been)\s){0,3}(?:answered|refused|replied|published|closed|disclosed|released|handled|dealt|made\sby|asked\sby|sent\sto|on\sour|in\sour|from\slast|of\slast)\b"
)
_OURS = re.compile(
    r"\b(?:quot(?:e|ing|ed)|cit(?:e|ing)|using|official\sref(?:erence)?|mention(?:ing)?|our\sref(?:erence)?|your\s(?:\w+\s){0,3}?(?:request|enquiry|e-?mail|letter|application|case|correspondence|questions?|review)|"
    r"this\s(?:request|case|enquiry|letter|reply|response|matter|review)|(?:it|request|enquiry|which|and|been|was|is|as)\s(?:\w+\s)?(?:registered|logged|recorded|numbered|given|allocated|assigned)|"
    r"(?:its|the|a|with|under)\s(?:\w+\s)?(?:reference|case)(?:\snumber)?|reference(?:\snumber)?(?:\sis|:)?|subject|re)\b[^.;\n]{0,50}$"
)
_STRONGLY = re.compile(
    r"\b(?:quot(?:e|ing|ed)|our\sref(?:erence)?|your\s(?:\w+\s){0,2}?(?:request|enquiry|case)\b[^.;\n]{0,30}\(|(?:registered|logged|recorded|numbered|allocated|assigned|given)\b[^.;\n]{0,30}\b(?:number|reference|as|under)\b)[^.;\n]{0,40}$"
)
_THEIRS = re.compile(
    r"\byou(?:'re|'ve|\shave|\sare)?\s(?:\w+\s)?(?:quot|gave|give|us(?:e|ed|ing)\b|cit|call|refer\sto|bore)\w*[^.;\n]{0,40}$|\byour\sown\b[^.;\n]{0,30}$|\b(?:on|at)\syour\s(?:side|end)\b[^.;\n]{0,30}$|"
    r"\byour\s(?:solicitor|client|organisation|company|office|firm)\w*'?s?'?\b[^.;\n]{0,50}$"
)
_THIS_REQUEST = re.compile(
    r"[\s,()\u2013-]{1,3}(?:which\sis\s|is\s|being\s)?(?:your|this)\s(?:\w+\s){0,3}?(?:request|enquiry|application|e-?mail|letter)\b"
)
_ENDS = frozenset({Zone.HEADER, Zone.FURNITURE})
_REACH = 110


def owner(
    lowered: str, part: Paragraph | None, place: tuple[int, int], label: str, *, yours: bool, request_like: bool
) -> Owner:
    """Return whose a reference is.

    Args:
        lowered: the letter in small letters.
        part: the paragraph it stands in.
        place: where it stands.
        label: the words of its label; "" where it has none.
        yours: the case file knows it for the requester's.
        request_like: it has the form of a request's number, or that of this letter's own.
    """
    own_label = re.search(r"\b(?:our|ein)\b", label) is not None
    if yours or (is_theirs(label) and not own_label):
        return Owner.YOURS
    zone = part.zone if part is not None else Zone.HEADER
    if zone is Zone.REQUEST:
        return Owner.QUOTED
    start, end = place
    line = lowered[max(lowered.rfind("\n", 0, start) + 1, start - _REACH) : start]
    if own_label:
        return Owner.OURS
    if _THEIRS.search(line):
        return Owner.YOURS
    if _OTHERS.search(line):
        return Owner.OTHER
    if zone in _ENDS:
        return Owner.EARLIER if re.search(rf"\b{_ANOTHER}\b[^.;\n]{{0,60}}$", line) else Owner.OURS
    if part is None or (
        lowered[part.start : start].strip(" \t:-(") == "" and lowered[end : part.end].strip(" .)") == ""
    ):
        return Owner.OURS if request_like else Owner.OTHER
    line = line[line.rfind(". ") + 1 :]
    if _STRONGLY.search(line) or (request_like and _THIS_REQUEST.match(lowered, end)):
        return Owner.OURS
    if _EARLIER.search(line) or _TOLD_BACK.match(lowered, end):
        return Owner.EARLIER
    if part.shape is Shape.HEADING and zone is Zone.OPENING:
        return Owner.OURS
    if not request_like:
        return Owner.OTHER
    return Owner.OURS if _OURS.search(line) else Owner.EARLIER


def is_theirs(label: str) -> bool:
    """Return True for "Your ref" and the like; the reference of "your request" is the authority's."""
    return (
        re.search(r"\b(?:your|yr)\b(?!\s(?:foi|request|enquiry|case))|\beich\b|\b(?:applicant|requester)", label)
        is not None
    )


def standing_alone(text: str, paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Return the lines of the heading that are a number with letters and nothing else, as an address line is not."""
    return [
        (part.start, part.end)
        for part in paragraphs
        if part.zone is Zone.HEADER and _ALONE.fullmatch(text, part.start, part.end)
    ]


_ALONE = re.compile(
    r"(?=.*\d{2})(?=.*[A-Z]{2})(?![A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}$)[A-Z0-9]+(?:\s?[/_.-]\s?[A-Z0-9]+|\s\d+){1,5}"
)
