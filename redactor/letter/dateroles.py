"""What a date of a letter is the date of: by its label, its place, and the words of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redactor.letter.model import DateMention, DateRole, Field, Paragraph, Shape, Zone

_REQUESTED = re.compile(
    r"(?:\b(?:request|e-?mail|letter|correspondence|enquiry|application|message|form)\b[^.;]{0,60}?\b(?:dated|of|on|sent(?:\son)?|made(?:\son)?|submitted(?:\son)?)|"
    r"\b(?:you\s(?:wrote|asked|e-?mailed|sent|submitted|made|contacted|requested)|dated|sent\sto\sus|was\s(?:sent|made|submitted))\b[^.;]{0,50}?(?:\bon)?|"
    r"\bdate\sof\s(?:your\s)?request:?|\b(?:request|e-?mail|letter|enquiry|application)\s\()\s{0,2}$"
)
_RECEIVED = re.compile(
    r"\b(?:received|receipt|reached\s(?:us|this|the)|arrived|came\sto\sus|logged|registered)\b(?:(?!\b(?:answered|replied|responded|refused|sent|reply|response)\b)[^.;]){0,60}?$|\breceived\s?:?\s*$"
)
_ANSWERED = re.compile(
    r"\b(?:(?:we|council|trust|university|department|authority|force|board|association|college|constabulary|and|it)\s(?:\w+\s)?(?:replied|responded|answered|refused|wrote\sback)\b|"
    r"(?:our|its|the)\s(?:original\s|first\s|initial\s)?(?:response|reply|refusal|decision|answer)\s(?:\w+\s){0,3}?(?:of|dated|on)\b)[^.;]{0,30}$"
)
_CLARIFIED = re.compile(r"\bclarif\w*[^.;]{0,80}$")
_PROMISED = re.compile(
    r"\b(?:by|before|until|no\slater\sthan|not\slater\sthan)\s(?:the\s)?(?:end\sof\s)?$|"
    r"\b(?:deadline|due(?:\sdate)?|target|expect|aim|respond|reply|extend(?:ed)?|estimate[sd]?|new\sdate)\b[^.;]{0,50}\b(?:by|on|to|until|is|of|before|for|:)\s(?:the\s)?$"
)
_REVIEW = re.compile(r"\b(?:internal\s)?review\b(?:(?!\b(?:response|decision|reply|letter)\b)[^.;]){0,60}$")
_SENT_LABEL = re.compile(
    r"(?:date(?!\sof\s(?!(?:this\s)?(?:letter|response|reply|issue|decision|notice)))|dated|date\s(?:issued|sent)|our\sdate|issued|response\sdate|sent|dyddiad)\b"
)
_YOU_SENT = re.compile(
    r"^[^.;]{0,12}\s?(?:you|your)\b[^.;]{0,40}\b(?:sent|asked|wrote|requested|e-?mailed|submitted|made|contacted|email|request)\b"
)
_WE_HAD = re.compile(
    r"^[^.;]{0,12}\s?(?:we|i|the\s\w+)\b[^.;]{0,30}\breceived\b|^[^.;]{0,30}\b(?:was|were)\s(?:first\s)?received\b(?!\s(?:by\s\w+\s)?(?:on\s)?(?:\w+day\s)?\d)"
)
# "of 3 March, received on 4 March" has a day of its own for the receipt.
_CAME = re.compile(
    r"[^.;]{0,6}\b(?:and\s)?(?:which\s(?:was|we)\s)?received\b(?!\s(?:by\s\w+\s)?(?:on\s)?(?:\w+day\s)?\d)"
)
_AGAIN = (
    r"(?:\breview|\b(?:look(?:ed)?|consider(?:ed)?|thin[kg]\w*)\s(?:\w+\s){0,4}?again\b|\bre-?(?:consider|examin|assess|visit)|\bappeal|\bcomplain|\bchalleng|\bdisput|\bobject(?:ed|ion)|\bafresh\b|"
    r"\bdissatisf|\bunhapp|\b(?:not|n't)\s(?:\w+\s)?(?:accept|agree|satisf|happy|content)|\bdisagree)"
)
_REVIEW_ASKED = re.compile(rf"^[^.;]{{0,12}}\s?(?:you|your)\b[^.;]{{0,60}}{_AGAIN}")
_TO_REVIEW = re.compile(rf"^\s(?:us\s)?(?:to|for|that|whether)\b[^.;]{{0,50}}{_AGAIN}")
"""Behind "you asked us on 3 March": to review an answer."""
_ASKED_AGAIN = re.compile(rf"\byou\b[^.;]{{0,50}}{_AGAIN}[^.;]{{0,60}}\bon\s(?:\w+day,?\s)?$")
# Between what was done and its day stands what was asked for: "you asked for the paper of 4 November".
_OBJECT = re.compile(
    r"\b(?:about|concerning|regarding|relating|asking|seeking|requesting|wanting|mention\w*|for(?!\sinformation\b(?!\s(?:about|on|relating|regarding|for|from|between|held|in)\b))|which|that|where|who|how\smany|what|between|since|from(?!\syou)|during|"
    r"covering|including|held|took\splace|meeting|minutes)\b"
)
_OF_A_THING = re.compile(
    r"\b(?!(?:requests?|e-?mails?|letters?|correspondence|enquiry|application|message|form|receipt|date|note|questions?|information|act|2000|2002|2004|regulations|foia?|eirs?)\s)[\w-]+\sof\s(?:\w+day,?\s)?$"
)
"""Right before a day stands what is of that day, and it is no request: "her visit of 5 January"."""
_SPAN = re.compile(
    r"\b(?:between|from|since|until|till|to|up\sto|after|before|during|and|through|as\sat|as\sof|at)\s(?:the\s)?(?:\w+day,?\s)?$|\d\s?[-\u2013]\s?$"
)
_CUE = re.compile(
    r"\b(?:request|e-?mail|letter|correspondence|enquiry|application|message|form|wrote|asked|e-?mailed|sent|submitted|made|contacted|requested|received|receipt|reached|arrived|came|logged|registered)\b"
)
_OF_THE_REQUEST = re.compile(
    r"\b(?:your|request|enquiry|application|correspondence|e-?mail|letter|message|you|which|it)\b"
)
_REACH = 110
_COMING = frozenset({DateRole.REQUESTED, DateRole.RECEIVED})
_VERB = re.compile(
    r"(?:\b(?:and|but|then|while|which|who|to\swhich)\b|,)[^.;]{0,60}\b(?:\w+ed|sent|wrote|gave|came|made|was|were|is)\b"
)
_DATE_LABEL = re.compile(
    r"(?:[a-z'/]+\s){0,3}?(?:date|dated|sent|issued|received|receipt|came\sin|due|date\sof\s[\w\s]{2,30}|requested|answered)(?:\s(?:on|by|in|out|received|sent|issued|request|reply|response|letter|of\s\w+)){0,3}\s?:?"
)
_WE_ANSWERED = re.compile(
    r"\b(?:we|date|day)\s(?:\w+\s)?(?:replied|answered|responded|wrote)\b|^(?:answered|replied|responded)\b|\bof\s(?:our\s|this\s)?(?:reply|answer|response)\b"
)
_YOU_ASKED = re.compile(r"\byou\s(?:wrote|asked|requested|e-?mailed|contacted)\b")
_CAME_IN = re.compile(r"\bcame\sin\b|\breceiv|\breceipt")
_ALONE = re.compile(
    r"(?:\w+day,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9}\.?,?\s\d{2,4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|[a-z]{3,9}\s\d{1,2},?\s\d{4})"
)


def columns(lowered: str, paragraphs: Sequence[Paragraph]) -> dict[int, DateRole]:
    """Return the roles of heading lines that are a date alone, by labels that stand in a block of lines above them.

    "Received" and "Issued", one below the other, and then two dates: a table whose columns came out one by one.
    """
    found: dict[int, DateRole] = {}
    waiting: list[DateRole] = []
    for part in paragraphs:
        if part.zone is not Zone.HEADER:
            if part.zone is not Zone.FURNITURE:
                break
            continue
        line = lowered[part.start : part.end]
        if _DATE_LABEL.fullmatch(line):
            role = _by_label(line.strip(" \t:"))
            waiting.append(DateRole.RECEIVED if role is DateRole.OTHER and _CAME_IN.search(line) else role)
        elif waiting and _ALONE.fullmatch(line):
            found[part.start] = waiting.pop(0)
    return found


def role(lowered: str, part: Paragraph | None, start: int, end: int, fields: Sequence[Field], last: int) -> DateRole:
    """Return what a date is the date of, by its label or by the words before and after it; ``last`` ends the one before."""
    if part is None or part.zone in {Zone.REQUEST, Zone.FURNITURE}:
        return DateRole.OTHER
    for field in fields:
        if field.value.start <= start < field.value.end:
            role = _by_label(lowered[field.label.start : field.label.end])
            # What an annex dates is its own matter.
            return DateRole.OTHER if part.zone is Zone.ANNEX else role
    label = lowered[part.start : start].strip(" \t:")
    if part.shape is Shape.ROW and part.zone is Zone.OPENING and _DATE_LABEL.fullmatch(label):
        # A letter without a greeting begins with its table of dates.
        return _by_label(label)
    before = lowered[max(part.start, start - _REACH) : start]
    after = lowered[end : min(part.end, end + _REACH)]
    if part.zone is Zone.HEADER:
        alone = not before.strip(" \t:-") and not after.strip(" \t.")
        return DateRole.SENT if alone else _by_label(before)
    if part.zone not in {Zone.OPENING, Zone.REPLY}:
        return DateRole.OTHER
    before = before[before.rfind(". ") + 1 :]
    whole = before + after
    if start - len(before) < last < start and _VERB.search(lowered, last, start):
        # "received on 1 May and answered on 3 June": the second has a verb of its own.
        before = lowered[last:start]
    if _ANSWERED.search(before):
        return DateRole.ANSWERED
    if _CLARIFIED.search(before):
        return DateRole.CLARIFIED
    if _PROMISED.search(before) and not _REQUESTED.search(before):
        return DateRole.PROMISED
    if _SPAN.search(before):
        # "sent or received between 1 March and 31 August": a span of time that was asked about.
        return DateRole.OTHER
    if (_RECEIVED.search(before) or _WE_HAD.match(after)) and _OF_THE_REQUEST.search(whole):
        return DateRole.RECEIVED
    if _ASKED_AGAIN.search(before):
        return DateRole.REVIEW
    if part.zone is Zone.OPENING or "your" in before or "you" in before or "request" in before:
        if _REVIEW.search(before) or _REVIEW_ASKED.match(after) or ("you" in before and _TO_REVIEW.match(after)):
            return DateRole.REVIEW
        if "review" in before:
            return DateRole.OTHER
        if _REQUESTED.search(before) or (before.strip() in {"on", ""} and _YOU_SENT.match(after)):
            return DateRole.RECEIVED if _CAME.match(after) else DateRole.REQUESTED
    if before.strip() in {"on", ""} and _YOU_SENT.match(after):
        return DateRole.REQUESTED
    return DateRole.OTHER


def _by_label(label: str) -> DateRole:
    label = label.strip(" \t:-")
    if "receiv" in label or "receipt" in label:
        return DateRole.RECEIVED
    if "due" in label or "deadline" in label or "target" in label:
        return DateRole.PROMISED
    if _WE_ANSWERED.search(label):
        return DateRole.SENT
    if "request" in label or "your" in label or _YOU_ASKED.search(label):
        return DateRole.REQUESTED
    return DateRole.SENT if _SENT_LABEL.match(label) or not label else DateRole.OTHER


def is_doubtful(lowered: str, part: Paragraph | None, mention: DateMention) -> bool:
    """Return whether the day may be that of something asked for: words of its own stand between it and the asking."""
    if part is None or mention.zone is Zone.HEADER or mention.role not in _COMING:
        return False
    before = lowered[max(part.start, mention.start - _REACH) : mention.start]
    before = before[before.rfind(". ") + 1 :]
    cues = list(_CUE.finditer(before))
    return bool(cues) and bool(_OBJECT.search(before, cues[-1].end()) or _OF_A_THING.search(before))


def settled(lowered: str, parts: Sequence[Paragraph | None], found: Sequence[DateMention]) -> list[DateMention]:
    """Return the dates, with a doubtful day of the request only where no other day is said to be that.

    Of two doubtful ones, "on 4 May" is rather a day on which somebody wrote than "of 4 May" is.
    """
    doubtful = [is_doubtful(lowered, part, one) for part, one in zip(parts, found, strict=True)]
    told = [one for one, doubt in zip(found, doubtful, strict=True) if not doubt and one.role in _COMING]
    likely = [one for one, doubt in zip(found, doubtful, strict=True) if doubt]
    likely.sort(key=lambda one: (lowered.endswith("of ", 0, one.start), one.start))
    chosen = () if told else likely[:1]
    return [
        replace(one, role=DateRole.OTHER) if doubt and one not in chosen else one
        for one, doubt in zip(found, doubtful, strict=True)
    ]


def with_own_date(found: list[DateMention], lowered: str) -> Iterator[DateMention]:
    """Yield the dates; a letter that has its date on a line of its own under the salutation or signature has it there."""
    has_own = any(mention.role is DateRole.SENT for mention in found)
    for mention in found:
        if not has_own and mention.role is DateRole.OTHER and mention.zone in {Zone.OPENING, Zone.CLOSE, Zone.HEADER}:
            line_start = lowered.rfind("\n", 0, mention.start) + 1
            line_end = lowered.find("\n", mention.end)
            line_end = len(lowered) if line_end < 0 else line_end
            rest = (lowered[line_start : mention.start] + lowered[mention.end : line_end]).strip(" \t:,.-")
            if not rest or _SENT_LABEL.fullmatch(rest) or mention.zone is Zone.HEADER:
                has_own = True
                yield DateMention(
                    mention.start,
                    mention.end,
                    mention.value,
                    DateRole.SENT,
                    mention.zone,
                    mention.other,
                    mention.problem,
                )
                continue
        yield mention
