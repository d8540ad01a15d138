"""Neither confirm nor deny: what is neither confirmed nor denied, and every sentence that touches the same topic."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from redactor.letter import topics, words
from redactor.letter.model import (
    Act,
    Answer,
    Citation,
    Echo,
    Holding,
    HoldingStatement,
    Ncnd,
    Paragraph,
    Passage,
    Placed,
    Question,
    Shape,
    Use,
    Zone,
)
from redactor.letter.questions import asked_words

_SCOPE = re.compile(
    r"\b(?:whether|that|if)\b\s(?P<scope>[^.;]{4,260})|\b(?:in\s(?:relation|respect|regard)\s(?:to|of)|regarding|relating\sto|concerning|about)\s(?P<topic>[^.;,]{4,160})"
)
_TAIL = re.compile(
    r"\s?\b(?:by\svirtue|as\sthe\sduty|under\s(?:section|regulation)|pursuant|because|since|in\saccordance|this\sis)\b.*"
)
_POINTS = re.compile(
    r"\b(?:this|the|your|that)\s(?:\w+\s)?(?:question|request|part)|\b(?:you\s(?:have\s)?(?:asked|requested)|requested|relevant|within\s(?:its|the)\sscope|questions?\s\d)\b"
)
_OTHER = re.compile(
    r"\b(?:any\s)?(?:other|further|additional|more)\s(?:\w+\s){0,2}?(?:information|data|records?|material|details?)\b"
)
_CONTRAST = {"covert": frozenset({"overt", "open"}), "overt": frozenset({"covert"}), "open": frozenset({"covert"})}
_EITHER = re.compile(r"\b([a-z]{4,})\s(?:or|and|/|versus)\s([a-z]{4,})\b")
_PRESUPPOSES = re.compile(
    r"\bthe\s(?:withheld|exempt|exempted|redacted|requested)\s(?:information|data|material|records?)\b(?!\s(?:is|if|were|was)\s(?:or\sis\snot|held|not\sheld))|"
    r"\b(?:the|this|such)\s(?:information|data|material|records?|documents?)\s(?:(?:(?:that|which)\s)?you\s(?:have\s|are\s)?(?:ask|request|seek|sought)\w*(?:\sfor)?\s)?(?:\w+\s)?(?:is|are|were|originat\w+|came|comes|belongs?|relates|concerns|contains|shows|was|has|consists|refers|comprises|would\sreveal|details)\b(?!\s(?:or\s(?:is\s)?not|held|not\sheld|neither|exempt\sfrom\sthe\sduty))|"
    r"\b(?:disclosure|release)\sof\s(?:the|this)\s(?:information|data|material)\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|whether|were\s(?:we|the|it|i|any|this|that|such|information)|any|would|could|may|might|should|hypothetical\w*|neither|either)\b"
)
_DENIES = re.compile(r"\b(?:no|not|never|none|nor|without)\b|n't\b")
_COUNTS = re.compile(r"(?<![\w.,(\u00a3])(?!(?:19|20)\d\d\b)\d[\d,]*(?![\w)]|\.\d)")
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens?|hundreds?|several|both)\s(?!part|question|section|exempt|reason|limb|point)\w"
)
_AFFIRMS = re.compile(
    r"\b(?:uses?|used|using|has|have|had|holds?|owns?|operates?|operated|deploys?|deployed|purchased|bought|supplied|supplies|conducts?|conducted|carried\sout|"
    r"employs?|runs?|ran|received|made|took|provided|keeps?|kept|maintains?|maintained|pays?|paid|spent|costs?|hired|hires?|rents?|leases?|tested|trialled|bought|authorised|trained|includes?|included|covers?|covered|shows?|contains?|records?|recorded|began|started|ended|stopped|ceased|signed|sent|shared|attended|investigated|arrested)\b"
)
_IS = re.compile(r"\b(?:is|are|was|were|been)\b")
_YES = re.compile(r"(?:yes|correct|that\sis\scorrect)\b")
_LAWFUL = re.compile(
    r"\b(?:section|regulation)\s\d|\bfreedom\sof\sinformation\b|\bpublic\sinterest\b|\bin\sgeneral\b|\bpolice\s(?:forces?|service|use)\b|\b(?:public|national|parliamentary)\s(?:debate|concern|discussion)\b|"
    r"\bnational(?:ly)?\b|\b(?:other|all)\s(?:forces|bodies|authorities)\b"
)
_ENOUGH = 2
_SAYS_NOTHING = frozenset(
    {
        "scop",
        "kind",
        "natur",
        "descrip",
        "relevant",
        "material",
        "whatev",
        "sort",
        "falling",
        "fall",
        "pursuant",
        "peopl",
        "exist",
    }
)
# A real statement about the world ends where it becomes a supposition or a point of law.
_ABOUT = re.compile(r"\bconfirm\w*\b[^.]{0,20}\bden(?:y|ying|ial)\b")
_DEFINITE = re.compile(r"\b(?:the|our|its|these|those|both|each\sof\sthe)\s((?:[\w-]+\s?){1,5})")
_CELL_OF_LAW = re.compile(r"\b(?:ncnd|exempt\w*|withheld|section|neither|confirm\w*|den(?:y|ied))\b")


def statements(
    text: str,
    lowered: str,
    questions: Sequence[Question],
    answers: Sequence[Answer],
    holdings: Sequence[HoldingStatement],
) -> tuple[Ncnd, ...]:
    """Return the statements that neither confirm nor deny, each with its topic."""
    found = []
    opposites = _opposites(lowered, questions)
    known = topics.names(text)
    for one in holdings:
        if one.holding is not Holding.NCND:
            continue
        scope = _scope(lowered, one)
        about = topics.content(lowered[scope.start : scope.end], known) if scope else frozenset()
        led = _before(lowered, one, one.cue.start)
        before = topics.content(lowered[led.start : led.end], known) if led else frozenset[str]()
        belong = [question for at in one.answers for question in answers[at].questions]
        if not belong and len(questions) == 1:
            belong = [0]
        asked = frozenset[str]().union(
            *(
                asked_words(questions, at) | topics.content(lowered[questions[at].start : questions[at].end], known)
                for at in belong
            )
        )
        about -= _SAYS_NOTHING
        points = scope is not None and bool(_POINTS.search(lowered, scope.start, scope.end))
        told = before | about
        narrow = frozenset(word for word in told if word in opposites and not opposites[word] & told)
        topic = before if len(before) >= _ENOUGH else before | (asked if points and asked else about)
        if len(topic) < _ENOUGH:
            topic |= asked
        topic -= _SAYS_NOTHING
        # "Openly or covertly?" and then "covert use: neither": open use is no part of the topic.
        topic -= frozenset[str]().union(*(opposites[word] for word in narrow))
        found.append(
            Ncnd(
                one.start,
                one.end,
                one.cue,
                scope,
                bool(_OTHER.search(lowered, one.start, one.end)),
                topic,
                narrow,
                one.answers,
                _head(lowered, led if before else None, scope if about & topic else None, belong, questions, known)
                & topic,
            )
        )
    return tuple(found)


def _head(
    lowered: str,
    led: Passage | None,
    scope: Passage | None,
    belong: Sequence[int],
    questions: Sequence[Question],
    known: topics.Names,
) -> frozenset[str]:
    """Return the words that name the thing itself, from where the topic was taken."""
    told = led or scope
    of: Sequence[Placed] = (told,) if told is not None else [questions[at] for at in belong]
    found = frozenset[str]()
    for one in of:
        found |= topics.head(lowered[one.start : one.end], known, _SAYS_NOTHING)
    return found


def _scope(lowered: str, one: HoldingStatement) -> Passage | None:
    match = _SCOPE.search(lowered, one.cue.end, one.end)
    if match is None:
        return None
    name = "scope" if match["scope"] else "topic"
    tail = _TAIL.search(lowered, match.start(name), match.end(name))
    return Passage(match.start(name), tail.start() if tail else match.end(name))


_LEADS = re.compile(
    r"\b(?:in\s(?:relation|respect|regard)\s(?:to|of)|regarding|as\s(?:to|regards)|with\s(?:regard|respect)\sto|relating\sto|for|concerning)\s"
)


def _before(lowered: str, one: Placed, cue: int) -> Passage | None:
    """Return the topic that a sentence names before it refuses: "in relation to the covert use of ..., X neither ..."."""
    leads = list(_LEADS.finditer(lowered, one.start, cue))
    if leads:
        lead = leads[-1]
        end = lowered.find(",", lead.end(), cue)
        return Passage(lead.start(), end if end > 0 else cue)
    colon = lowered.find(":", one.start, cue)
    return Passage(one.start, colon) if colon >= 0 else None


def _opposites(lowered: str, questions: Sequence[Question]) -> dict[str, frozenset[str]]:
    """Return the words that stand against each other: covert and overt, and what a question parts by "or"."""
    found = dict(_CONTRAST)
    for question in questions:
        for match in _EITHER.finditer(lowered, question.start, question.end):
            one, other = words.stem(match[1]), words.stem(match[2])
            found[one] = found.get(one, frozenset()) | {other}
            found[other] = found.get(other, frozenset()) | {one}
    return found


def echoes(
    text: str,
    lowered: str,
    paragraphs: Sequence[Paragraph],
    questions: Sequence[Question],
    answers: Sequence[Answer],
    ncnd: Sequence[Ncnd],
    cited: Sequence[Citation],
) -> tuple[Echo, ...]:
    """Return the sentences of the reply that confirm, deny, count, name or presuppose what must stay open."""
    if not ncnd:
        return ()
    own = {one.start for one in ncnd}
    opposites = _opposites(lowered, questions)
    known = topics.names(text)
    found = []
    open_ = False
    for part in paragraphs:
        if part.zone not in {Zone.OPENING, Zone.REPLY, Zone.ANNEX} or part.welsh:
            continue
        open_ = _about_ncnd(part, answers, ncnd, cited, open_=open_) or (
            part.shape is Shape.HEADING and bool(_ABOUT.search(lowered, part.start, part.end))
        )
        if part.shape is Shape.HEADING:
            continue
        for sentence in part.sentences:
            if _is_asked(lowered, sentence, questions):
                continue
            if sentence.start in own:
                echo = _first_half(text, lowered, sentence, ncnd, opposites, known)
            else:
                row = part.shape is Shape.ROW
                echo = _echo(text, lowered, sentence, ncnd, opposites, known, open_=open_, row=row)
            if echo is not None:
                found.append(echo)
    return tuple(found)


def _is_asked(lowered: str, sentence: Passage, questions: Sequence[Question]) -> bool:
    """Return True for a question, also where the reply repeats it."""
    if lowered[sentence.start : sentence.end].rstrip("\"' ").endswith("?"):
        return True
    return any(one.start < sentence.end and sentence.start < one.end for one in questions)


def _about_ncnd(
    part: Paragraph, answers: Sequence[Answer], ncnd: Sequence[Ncnd], cited: Sequence[Citation], *, open_: bool
) -> bool:
    """Return True from a statement on, until another answer begins or an exemption is relied on to withhold."""
    if any(part.start <= one.start < part.end for one in ncnd):
        return True
    here = [one for one in cited if part.start <= one.start < part.end and one.exemption]
    if any(one.use is Use.NCND or one.ncnd_limb for one in here):
        return True
    if any(one.use is Use.RELIED_ON for one in here):
        return False
    belonging = {at for one in ncnd for at in one.answers}
    begins = [
        at for at, one in enumerate(answers) if one.label is not None and part.start <= one.label.start < part.end
    ]
    return open_ and not any(at not in belonging for at in begins)


def _first_half(
    text: str,
    lowered: str,
    sentence: Passage,
    ncnd: Sequence[Ncnd],
    opposites: Mapping[str, frozenset[str]],
    known: topics.Names,
) -> Echo | None:
    """Return what a sentence says of the topic before it goes on to neither confirm nor deny."""
    at, one = next((at, one) for at, one in enumerate(ncnd) if one.start == sentence.start)
    led = _before(lowered, sentence, one.cue.start)
    marks = (lowered.rfind(mark, sentence.start, one.cue.start) for mark in (" and ", "; ", " but ", ", "))
    end = led.start if led is not None else max(marks)
    if end <= sentence.start + 20:
        return None
    return _echo(text, lowered, Passage(sentence.start, end), (one,), opposites, known, base=at)


def _echo(
    text: str,
    lowered: str,
    sentence: Passage,
    ncnd: Sequence[Ncnd],
    opposites: Mapping[str, frozenset[str]],
    known: topics.Names,
    *,
    base: int = 0,
    open_: bool = False,
    row: bool = False,
) -> Echo | None:
    spoken = lowered[sentence.start : sentence.end]
    presupposes = _PRESUPPOSES.search(spoken)
    if presupposes and open_ and not _HYPOTHETICAL.search(spoken[: presupposes.start()]):
        best, shared = _nearest(ncnd, sentence, topics.content(spoken, known))
        return Echo(sentence.start, sentence.end, Act.PRESUPPOSES, base + best, shared, False)
    fact = _fact(lowered, sentence)
    if fact is None or (row and _CELL_OF_LAW.search(spoken)):
        return None
    said = topics.content(lowered[fact.start : fact.end], known)
    best, shared = _nearest(ncnd, sentence, said)
    one = ncnd[best]
    if not _same(text, one, fact, shared):
        return None
    narrow = not one.narrow or bool(one.narrow & said)
    if any(opposites.get(word, frozenset()) & said and word not in said for word in one.narrow):
        narrow = False
    act = _act_of_row(lowered, fact) if row else _act(text, lowered, fact, shared)
    return Echo(sentence.start, sentence.end, act, base + best, shared, narrow) if act else None


def _nearest(ncnd: Sequence[Ncnd], sentence: Passage, said: frozenset[str]) -> tuple[int, frozenset[str]]:
    """Return the statement whose topic a sentence shares most words with, the nearest in the letter on a tie."""
    best = max(range(len(ncnd)), key=lambda at: (len(ncnd[at].topic & said), -abs(ncnd[at].start - sentence.start)))
    return best, ncnd[best].topic & said


def _fact(lowered: str, sentence: Passage) -> Passage | None:
    """Return a sentence up to where it becomes a supposition ("if", "would") or speaks of the law; None if at once."""
    ends = [
        match.start()
        for pattern in (_HYPOTHETICAL, _LAWFUL)
        if (match := pattern.search(lowered, sentence.start, sentence.end))
    ]
    end = min(ends, default=sentence.end)
    return Passage(sentence.start, end) if end > sentence.start + 8 else None


def _same(text: str, one: Ncnd, fact: Passage, shared: frozenset[str]) -> bool:
    """Return True where enough of the topic returns: two words, a third of a long topic, or all there is of it."""
    if not shared or len(shared) < min(_ENOUGH, len(one.topic)):
        return False
    if one.head and not one.head & shared and len(shared) < max(_ENOUGH + 1, len(one.topic) - 1):
        return False
    named = {words.stem(name) for name in words.names(text[fact.start : fact.end])}
    return len(shared) + len(shared & named) >= min(len(one.topic), max(_ENOUGH, (len(one.topic) + 2) // 3))


def _act_of_row(lowered: str, row: Passage) -> Act | None:
    cells = lowered[row.start : row.end].split("\t")[1:]
    if any(re.fullmatch(r"\s*(?:0|nil|none|no|zero)\s*", cell) for cell in cells):
        return Act.DENIES
    if any(re.search(r"\d", cell) for cell in cells):
        return Act.COUNTS
    return Act.CONFIRMS if any(_YES.match(cell.strip()) for cell in cells) else None


def _act(text: str, lowered: str, sentence: Passage, shared: frozenset[str]) -> Act | None:
    if _YES.match(lowered, sentence.start, sentence.end):
        return Act.CONFIRMS
    if _DENIES.search(lowered, sentence.start, sentence.end):
        return Act.DENIES
    if _COUNTS.search(lowered, sentence.start, sentence.end) or _COUNTED.search(lowered, sentence.start, sentence.end):
        return Act.COUNTS
    affirms = _AFFIRMS.search(lowered, sentence.start, sentence.end)
    if words.names(text[sentence.start : sentence.end]) and affirms:
        return Act.NAMES
    # "Payments to the supplier of the live facial recognition vans": what "the" points at is there.
    definite = any(
        shared & words.content(match[1]) for match in _DEFINITE.finditer(lowered, sentence.start, sentence.end)
    )
    named = definite and (affirms or _IS.search(lowered, sentence.start, sentence.end))
    return Act.NAMES if named else Act.CONFIRMS if affirms else None
