"""What a sentence does to a thing it speaks of: confirm it, deny it, count it, name it, or take it for granted.

General English of such letters. A sentence is judged up to where it becomes a supposition or speaks of the law: "confirming
that drones are used would ..." says nothing of drones, "drones are used, which would ..." does.
"""

from __future__ import annotations

import re

from redactor.letter import words
from redactor.letter.model import Act, Passage
from redactor.letter.topics import Subjects

_THING = r"(?:information|data|material|records?)"
_PRESUPPOSES = re.compile(
    rf"\bthe\s(?:withheld|exempt|exempted|redacted|requested)\s{_THING}\b(?!\s(?:is|if|were|was)\s(?:or\sis\snot|held|not\sheld))|"
    r"\b(?:the|this|such)\s(?:information|data|material|records?|documents?)\s(?:(?:(?:that|which)\s)?you\s(?:have\s|are\s)?(?:ask|request|seek|sought)\w*(?:\sfor)?\s)?(?:\w+\s)?"
    r"(?:is|are|were|originat\w+|came|comes|belongs?|relates|concerns|contains|shows|was|has|consists|refers|comprises|would\sreveal|details)\b(?!\s(?:or\s(?:is\s)?not|held|not\sheld|neither|exempt\sfrom\sthe\sduty))|"
    r"\b(?:disclosure|release)\sof\s(?:the|this)\s(?:information|data|material)\b"
)
_SUPPOSED = (
    r"\b(?:if|whether|were\s(?:we|the|it|i|any|this|that|such|information)|any|would|could|might|should|hypothetical\w*|neither|either)\b|"
    # The month is no supposition.
    r"(?<!\bin\s)(?<!since\s)(?<!until\s)(?<!\bby\s)(?<!\bof\s)(?<!from\s)(?<!\d\s)(?<!last\s)(?<!early\s)(?<!late\s)\bmay\b(?!\s(?:19|20)\d\d)"
)
_ONLY_SUPPOSED = re.compile(_SUPPOSED)
_HYPOTHETICAL = re.compile(
    rf"{_SUPPOSED}|\b(?:"
    r"confirming|denying|acknowledging|revealing|disclosing|admitting|confirmation|denial|disclosure|knowing|suggesting)\b|"
    r"(?<!able\s)(?<!wish\s)(?<!like\s)(?<!pleased\s)(?<!happy\s)\bto\s(?:confirm|deny|acknowledge|reveal|disclose|admit|state|say)\b"
)
_LAWFUL = re.compile(
    r"\b(?:section|regulation)\s\d|\bfreedom\sof\sinformation\b|\bpublic\sinterest\b|\bin\sgeneral\b|\bpolice\s(?:forces?|service|use)\b|"
    r"\b(?:public|national|parliamentary)\s(?:debate|concern|discussion)\b|\bnational(?:ly)?\b|\b(?:other|all)\s(?:forces|bodies|authorities)\b"
)
# What is said of such things in general says nothing of this authority: "covert tactics help to bring offenders to justice".
_IN_GENERAL = re.compile(
    r"\bmatters?\sof\spublic\s(?:record|knowledge)\b|\b(?:helps?|assists?|serves?|contributes?|plays?\sa)\s(?:\w+\s){0,2}?(?:to|in|with|bring|protect|prevent|detect|keep|role|part)\b"
)
_OURS = re.compile(
    r"\b(?:we|our|us|ours|this\s\w+|the\s(?:force|council|trust|department|university|authority|constabulary|service|board|agency|college|school))\b|\d"
)
# "Your request about undercover officers was received and considered by two officers."
_OF_THE_REQUEST = re.compile(
    r"\W*(?:your|this|the)\s(?:\w+\s)?(?:request|questions?|e-?mail|letter|enquiry|correspondence)\b[^.]{0,90}?\b(?:was|were|is|has|have|asks?|seeks?|relates?|concerns?)\b|"
    r"\W*(?:you\s(?:have\s|are\s|also\s)?(?:ask|request|seek|want|wish)\w*|i\snote\sthat\syou)\b"
)
_DENIES = re.compile(r"\b(?:no|not|never|none|nor|without)\b|n't\b")
_COUNTS = re.compile(r"(?<![\w.,(\u00a3])(?!(?:19|20)\d\d\b)\d[\d,]*(?![\w)]|\.\d)")
_COUNTED = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens?|hundreds?|several|both)\s(?!part|question|section|exempt|reason|limb|point|of\sthe\s(?:most|main|bodies))\w"
)
_MONEY = re.compile(r"\u00a3\s?\d")
_AFFIRMS = re.compile(
    r"\b(?:uses?|used|using|has|have|had|holds?|owns?|operates?|operated|deploys?|deployed|purchased|bought|supplied|supplies|conducts?|conducted|carried\sout|"
    r"employs?|runs?|ran|received|made|took|provided|keeps?|kept|maintains?|maintained|pays?|paid|spent|costs?|hired|hires?|rents?|leases?|tested|trialled|authorised|trained|"
    r"includes?|included|covers?|covered|shows?|contains?|records?|recorded|began|started|ended|stopped|ceased|signed|sent|shared|attended|investigated|arrested|monitors?|monitored|"
    r"installed|piloted|uncovered|suffered|happened|occurred|took\splace|opened|closed|reviewed|present|moved|stored|wrote|told|said|led|left|met|saw|flew|lost|sold|gave|came|went|found|brought|caught|stole|broke|hacked|breached|leaked)\b"
)
_THERE = re.compile(r"\bthere\s(?:was|were|has\sbeen|have\sbeen)\s")
_IS = re.compile(r"\b(?:is|are|was|were|been)\b")
_YES = re.compile(
    r"\W*(?:yes|correct|that\sis\scorrect|they\s(?:do|are|were)|it\s(?:does|is|was|has)|we\s(?:do|have)|i\scan\sconfirm)\b(?!\snot\b)"
)
_NO = re.compile(r"\W*(?:no|none|nil|never|zero|0)\b(?!\s(?:information|data)\b)")
_DEFINITE = re.compile(r"\b(?:the|our|its|these|those|both|each\sof\sthe)\s((?:[\w-]+\s?){1,5})")
_ONE_OF = re.compile(r"\b(?:an?|one|another)\s((?:[\w-]+\s?){1,3})")
_THEN = re.compile(
    r"\b(?:was|were|came|took|had|made|cost|carried|began|ended|happened|numbered|totalled|amounted|stood|saw|found|did|(?:in|during|since|until|of)\s(?:\w+\s)?(?:19|20)\d\d)\b"
)
_ALWAYS = re.compile(r"\b(?:on\saverage|average|usually|normally|typically|generally|each|every|per|always|often)\b")
# What was done there, without saying what.
_STANDS_IN = re.compile(
    r"\b(?:the|this|that|these|those|our|its|all|such)\s(?:work|works|visits?|exercise|project|activity|matter|job|task|deployment|case|incident|arrangements?|purchase|contract|scheme|programme|operation|action|process|inquiry|one)s?\b"
)
_SEE = re.compile(
    r"\b(?:see|as|refer\w*|same|answered|per)\b[^.]{0,60}\b(?:above|below|questions?|answers?|response|annex|part)\b|\bn/a\b|\bnot\sapplicable\b"
)
_FIRM = re.compile(
    r"\b[A-Z][\w&'-]+\s(?:[A-Z][\w&'-]+\s)*(?:Ltd|Limited|plc|PLC|LLP|Inc|GmbH|Group|Systems|Solutions)\b"
)
_NO_CELL = re.compile(
    r"n/a|not\sapplicable|unknown|as\sabove|see\s.*|(?:19|20)\d\d(?:[/-]\d\d)?|[a-z]{1,2}\d{1,2}[a-z]?(?:\s\d[a-z]{2})?"
)
"""A year names the row, and a postcode the place."""
_CELL_OF_LAW = re.compile(
    r"\b(?:locating|retriev\w*|extract(?:ing|ion)|ncnd|exempt\w*|withheld|section|neither|confirm\w*|den(?:y|ied))\b|"
    r"\b(?:search\w*|estimat\w*)\b(?!.*(?:£|\btimes\b))"
)


def presupposes(lowered: str, sentence: Passage) -> bool:
    """Return True for "the information relates to ...", unless it is supposed."""
    found = _PRESUPPOSES.search(lowered, sentence.start, sentence.end)
    return found is not None and not _ONLY_SUPPOSED.search(lowered, sentence.start, found.start())


def fact(lowered: str, sentence: Passage) -> Passage | None:
    """Return a sentence up to where it becomes a supposition or speaks of the law; None if at once."""
    if _OF_THE_REQUEST.match(lowered, sentence.start, sentence.end):
        return None
    ends = [
        match.start()
        for pattern in (_HYPOTHETICAL, _LAWFUL)
        if (match := pattern.search(lowered, sentence.start, sentence.end))
    ]
    end = min(ends, default=sentence.end)
    if _IN_GENERAL.search(lowered, sentence.start, end) and not _OURS.search(lowered, sentence.start, end):
        return None
    return Passage(sentence.start, end) if end > sentence.start + 8 else None


def is_supposed(lowered: str, sentence: Passage) -> bool:
    """Return True where a sentence supposes or speaks of the law from its beginning or anywhere."""
    return any(pattern.search(lowered, sentence.start, sentence.end) for pattern in (_HYPOTHETICAL, _LAWFUL))


def of_row(lowered: str, row: Passage, shared: frozenset[str], subjects: Subjects) -> Act | None:
    """Return what a table's row does to the thing that one of its cells names: a number or "none" beside it, or an entry."""
    if _CELL_OF_LAW.search(lowered, row.start, row.end):
        return None
    cells = lowered[row.start : row.end].split("\t")[1:]
    if any(re.fullmatch(r"\s*(?:0|nil|none|no|zero)\s*", cell) for cell in cells):
        return Act.DENIES
    if any(re.search(r"\d", cell) for cell in cells):
        return Act.COUNTS
    if any(_YES.match(cell.strip()) for cell in cells):
        return Act.CONFIRMS
    # "3 May, meeting with ...": what stands behind a first cell is an entry of the list.
    first = lowered.find("\t", row.start, row.end)
    return Act.NAMES if first > 0 and shared <= subjects.of(first, row.end) else None


def points(lowered: str, sentence: Passage, shared: frozenset[str], subjects: Subjects) -> bool:
    """Return True where a sentence speaks of one certain thing: "the garage", "our inspections"."""
    found = _DEFINITE.finditer(lowered, sentence.start, sentence.end)
    return any(shared & subjects.of(*match.span(1)) for match in found)


def points_at_one(lowered: str, sentence: Passage, shared: frozenset[str], subjects: Subjects) -> bool:
    """Return True for what was done to one thing of the kind: "covert inspections at a garage in 2025 came to 13"."""
    start, end = sentence.start, sentence.end
    if _ALWAYS.search(lowered, start, end) or not _THEN.search(lowered, start, end):
        return False
    return any(shared & subjects.of(*match.span(1)) for match in _ONE_OF.finditer(lowered, start, end))


def stands_in(lowered: str, sentence: Passage) -> bool:
    """Return True where a sentence says "the work" or "the visit" for something that it does not name."""
    return bool(_STANDS_IN.search(lowered, sentence.start, sentence.end))


def of_cell(lowered: str, cell: Passage) -> Act | None:
    """Return what one cell says of what the others name; None where it is empty, of the law, or only a year."""
    said = lowered[cell.start : cell.end].strip(" .*")
    if not re.search(r"\w", said) or _CELL_OF_LAW.search(said) or _NO_CELL.fullmatch(said):
        return None
    if _NO.match(said) or _DENIES.search(said):
        return Act.DENIES
    if re.search(r"\d", said):
        return Act.COUNTS
    return Act.CONFIRMS if _YES.match(said) else Act.NAMES


def of_answer(text: str, lowered: str, answer: Passage) -> Act | None:
    """Return what a short answer does to the thing that its question names: "Yes", "14", "Cleartone Ltd"."""
    if _SEE.search(lowered, answer.start, answer.end):
        return None
    if _YES.match(lowered, answer.start, answer.end):
        return Act.CONFIRMS
    if _NO.match(lowered, answer.start, answer.end):
        return Act.DENIES
    if any(pattern.search(lowered, answer.start, answer.end) for pattern in (_COUNTS, _COUNTED, _MONEY)):
        return Act.COUNTS
    return (
        Act.NAMES
        if words.names(text[answer.start : answer.end]) or _FIRM.search(text, answer.start, answer.end)
        else None
    )


def of_sentence(text: str, lowered: str, sentence: Passage, shared: frozenset[str], subjects: Subjects) -> Act | None:
    """Return what a sentence does to the thing whose words it shares."""
    if _YES.match(lowered, sentence.start, sentence.end):
        return Act.CONFIRMS
    if _DENIES.search(lowered, sentence.start, sentence.end):
        return Act.DENIES
    if any(pattern.search(lowered, sentence.start, sentence.end) for pattern in (_COUNTS, _COUNTED, _MONEY)):
        return Act.COUNTS
    start, end = sentence.start, sentence.end
    affirms = _AFFIRMS.search(lowered, start, end) or _THERE.search(lowered, start, end)
    if words.names(text[sentence.start : sentence.end]) and affirms:
        return Act.NAMES
    # "Payments to the supplier of the live facial recognition vans": what "the" points at is there.
    definite = points(lowered, sentence, shared, subjects)
    named = definite and (affirms or _IS.search(lowered, sentence.start, sentence.end))
    return Act.NAMES if named else Act.CONFIRMS if affirms else None
