"""What the reply says about holding: held, not held, neither confirmed nor denied, refused, or nothing clear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.letter import deferral, giving, grounded, held, numbering, speech, turns
from redactor.letter.model import Answer, Holding, HoldingStatement, Paragraph, Passage, Path, Shape, Zone

# "If information is held", "whether it holds", "the right to be told whether": a condition says nothing.
_CONDITION = re.compile(
    r"\b(?:whether|if|unless|where|when|should|would|entitle[sd]?|right\sto|gives|requires?|obliges?|must|duty\sto|extent\sthat|any)\b[^.;,]{0,70}$"
)
# "No indication that it is or is not held" says neither.
_SAYING = re.compile(
    r"(?<!\bcan )(?<!\bable to )(?<!\bpleased to )(?<!\bhappy to )\b(?:say|saying|said|stating|stated|admit|admitting|admitted|reveal|revealing|knowing|imply|implying|suggest|suggesting)\s(?:that\s)?(?:(?:any|the|such|some)\s)?(?:\w+\s){0,2}$"
)
"""What saying so would do: "to say that this is held would tell them", which says nothing of it."""
_OUGHT = re.compile(r"\b(?:should|must)\s(?:\w+\s)?(?:be|remain|stay|continue\sto\sbe|go\son\sbeing)\s(?:\w+\s)?$")
"""What ought to be withheld is: "I have decided that those two pages should remain withheld"."""
_INVERTED = re.compile(r"\W*(?:should|were|had)\b")
"""A condition without "if": "Should anything be withheld we will say why"."""
_PERHAPS = re.compile(r"\b(?:may|might|could)\s(?:also\s|well\s|sometimes\s)?(?:have\s)?(?:be(?:e|en)?\s?)?$")
"""What may be exempt is not refused yet."""
_GIVEN_NOT = re.compile(r"(?:\bnot|n't|\bnever|\bno\slonger)\s(?:yet\s|being\s)?$")
_NOT_INSIDE = re.compile(r"(?:is|are|has|have|been|be|can)\s(?:\w+\s)?(?:not(?!\sonly)|never|no\slonger)\b")
"""What is not attached, or not publicly available, is neither given nor pointed to."""
_EITHER = re.compile(
    r"\b(?:is|are|was|were|do|does|has|have)\s(?:held\s)?or\s(?:is|are|was|were|do|does|has|have)\s(?:not|n't)\b|\b(?:does|do)\sor\s(?:does|do)\snot\b|\bis\sor\s(?:isn't|not)\b"
)
_SUPPOSES = re.compile(r"\b(?:whether|if|unless|where|when|entitle[sd]?|right\sto|extent\sthat|any)\b[^.;,]{0,70}$")
_MAYBE = re.compile(r"\W*(?:potentially|possibly|perhaps|probably|maybe)\b")
_EVENT = re.compile(
    r"\b(?:meetings?|events?|hearings?|inquests?|elections?|sessions?|workshops?|interviews?|courses?|inquir(?:y|ies))\s$"
)
_CUT = re.compile(r"\b(?:has|have|is|are|was|were)\s(?:\w+\s){0,2}?redacted\b")
_OPEN = re.compile(
    r"\b(?:confirm\w*|confirmation)\s(?:\w+\s){0,2}?(?:n?or|and|not)\s?(?:to\s)?(?:den\w+|not|whether)?\b"
)
_NOTHING = re.compile(
    r"\b(?:nothing|none|no\s\w+|not|never|without)\s(?:of\s(?:\w+\s){1,3})?(?:(?:has|have|is|are|was|were|been|being|any)\s){0,3}$"
)
_UNREAL = re.compile(
    r"\b(?:would|could)\s(?:\w+\s){0,3}?$|\b(?:likely|expected|thought|believed|supposed)\sto\s(?:\w+\s)?$"
)
_WHOLE = re.compile(
    r"\b(?:your\srequest|the\sinformation\s(?:you\s)?(?:have\s)?requested|all\sof\sthe\sinformation|all\s(?:the\s)?information|some\s(?:of\sthe\s)?(?:relevant\s)?information|information\s(?:you\s|relevant\sto|relating\sto|which\sfalls|within)|requested\sinformation)\b"
)
# "The county council may hold it; you may wish to ask there" helps, and leaves nothing open of our own.
_HELPS = re.compile(
    r"\b(?:another|other)\b|\byou\s(?:may|might|could)\s(?:\w+\s)?(?:wish|want|like|try|contact|ask|find)\b|\bcontact(?:ing)?\b|\bsection\s1[56]\b|\binstead\b|\bdirect(?:ed|ing)?\syour\b|\bresponsib\w+"
)
_OWN = re.compile(r"\b(?:we|i)\s(?:may|might|could|should|think|believe|appear|understand)\b")
_FORM = re.compile(
    r"\b(?:in|as)\s(?:an?\s)?(?:\w+\s){0,2}?(?:word|excel|csv|xlsx?|spreadsheet|electronic|digital|editable|machine[\s-]readable|format|form|braille)\b"
)
_BY_LAW = re.compile(r"exempt|except|withh|redact|refus|declin|exce")
_LATER = re.compile(r"\b(?:comply|provide|respond|answer|supply|disclose|process)\b")
_IN_TIME = re.compile(
    r"\b(?:within|inside|in)\b[^.;]{0,40}\b(?:days|time|timescale|timeframe|period|deadline)\b|\b(?:by\sthen|in\stime|at\sthis\s(?:time|stage)|until|yet)\b"
)
"""What cannot be given in time is not refused."""
# "Payments are withheld", "the licence was refused": what is kept back there is no information.
_OTHERS_OWN = re.compile(
    r"\b(?:payments?|wages?|salar(?:y|ies)|rent|funding|funds|benefits?|deposits?|grants?|licen[cs]es?|permission|consent|planning|applications?\sfor|tenders?|bids?|entry|admission|treatment|retention|tax)\b[^.;,]{0,30}"
    r"\b(?:is|are|was|were|be|been|being)\s(?:\w+\s)?(?:withheld|refused|declined)\b|"
    r"\b(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|withh(?:old|olds|eld|olding))\s(?:the|a|an|its|their|his|her|any)\s(?:[\w-]+\s)?(?:payments?|wages?|rent|funding|funds|deposits?|grants?|licen[cs]e|permission|consent|planning|applications?|tenders?|bids?|offers?|claims?|invitation|entry|admission|treatment)\b"
)
_QUESTIONS = re.compile(
    r"\b(?:questions?|q|parts?|points?|items?)\s?(?P<list>\d{1,3}[a-z]?(?:\s?(?:,\s?and|,|and|&|to|-)\s?(?:questions?\s)?\d{1,3}[a-z]?\b)*)"
)
_LAW = re.compile(r"\b(?:section|regulation|reg|s)\.?\s?\d{1,2}|\bexempt|\bexcept")


_SENTENCE = re.compile(
    r"[^.:]{2,60}:\s(?:withheld|refused|redacted|exempt|not\s(?:held|disclosed|released|recorded))\b|[a-z]\.\s+\w|\b(?:it\sis|they\sare|is|are)\s?:$"
)
"""Within a line that looks like a heading: "We hold this. It is:"."""


def read(
    text: str, lowered: str, paragraphs: Sequence[Paragraph], answers: Sequence[Answer], cited: Sequence[int]
) -> tuple[HoldingStatement, ...]:
    """Return the sentences that say something of holding; ``cited`` are the places of exemptions cited, in order."""
    found: list[HoldingStatement] = []
    by_path: dict[Path, int] = {path: at for at, answer in reversed(list(enumerate(answers))) for path in answer.paths}
    for index, part in enumerate(paragraphs):
        if part.zone not in {Zone.REPLY, Zone.OPENING, Zone.ANNEX} or part.welsh:
            continue
        if part.shape is Shape.HEADING and not _SENTENCE.search(lowered, part.start, part.end):
            continue
        for sentence in part.sentences:
            for holding, cue in cues(lowered, sentence.start, sentence.end):
                spoken = lowered[sentence.start : sentence.end]
                if holding is Holding.DISCLOSED and deferral.defers(lowered, sentence.start, sentence.end):
                    continue
                if holding is Holding.REFUSED and _for_want_of_it(lowered, part, sentence, cue):
                    continue
                if holding is Holding.UNCLEAR and not _OWN.search(spoken):
                    before = [one for one in found if part.start <= one.start and one.holding is Holding.NOT_HELD]
                    if before or _HELPS.search(spoken):
                        continue
                inside = tuple(at for at, answer in enumerate(answers) if answer.start <= sentence.start < answer.end)
                named = tuple(
                    by_path[path]
                    for match in _QUESTIONS.finditer(spoken)
                    for path in numbering.paths(match["list"])
                    if path in by_path
                )
                found.append(
                    HoldingStatement(
                        sentence.start,
                        sentence.end,
                        cue,
                        holding,
                        tuple(dict.fromkeys((*inside, *named))),
                        whole=not inside and not named and bool(_WHOLE.search(spoken)),
                        cited=grounded.beside(text, paragraphs, index, sentence, cited, answers),
                    )
                )
    return tuple(found)


def _for_want_of_it(lowered: str, part: Paragraph, sentence: Passage, cue: Passage) -> bool:
    """Return True for "We cannot give you a figure" beside "That is not something we record": nothing is refused."""
    if _BY_LAW.search(lowered, cue.start, cue.end):
        return False
    if _FORM.search(lowered, cue.end, sentence.end):
        # "We cannot give it to you in Word": it comes in another form.
        return True
    at = part.sentences.index(sentence)
    beside = part.sentences[max(0, at - 1) : at + 2]
    return any(
        giving.NOT_KEPT.search(lowered, one.start, one.end)
        or (
            one is not sentence and any(holding is Holding.NOT_HELD for holding, _ in cues(lowered, one.start, one.end))
        )
        for one in beside
    )


def cues(lowered: str, start: int, end: int) -> list[tuple[Holding, Passage]]:
    """Return what a sentence says of holding, and the words that say it; a condition ("if it holds") says nothing."""
    sentence = lowered[start:end]
    found: list[tuple[Holding, Passage]] = []
    for holding, gates, pattern in held.CUES:
        if not any(gate in sentence for gate in gates):
            continue
        if holding is Holding.UNCLEAR and (maybe := _MAYBE.match(lowered, start, end)):
            found.append((holding, Passage(*maybe.span())))
            continue
        condition = _SUPPOSES if holding is Holding.UNCLEAR else _CONDITION
        for match in pattern.finditer(lowered, start, end):
            if holding is Holding.UNCLEAR and _EVENT.search(lowered, start, match.start()):
                continue
            if (
                holding is not Holding.NCND
                and "exceed" not in match[0]
                and condition.search(lowered, start, match.start())
                and not (holding is Holding.REFUSED and _is_ordered(lowered, start, match))
            ):
                continue
            if holding in {Holding.ELSEWHERE, Holding.DISCLOSED} and (
                _GIVEN_NOT.search(lowered, start, match.start()) or _NOT_INSIDE.match(match[0])
            ):
                continue
            if holding is Holding.HELD and _SAYING.search(lowered, start, match.start()):
                continue
            if holding in {Holding.HELD, Holding.DISCLOSED} and (
                _UNREAL.search(lowered, start, match.start()) or any(other in _AGAINST_HELD for other, _ in found)
            ):
                continue
            if (
                holding is Holding.REFUSED
                and not _BY_LAW.search(match[0])
                and any(other is Holding.NOT_HELD for other, _ in found)
            ):
                # "We cannot send you what we do not hold."
                continue
            if holding is Holding.REFUSED and _LATER.search(match[0]) and _IN_TIME.search(lowered, match.end(), end):
                continue
            if holding is Holding.REFUSED and _OTHERS_OWN.search(lowered, start, end):
                continue
            if speech.is_told(lowered, start, match.end()):
                continue
            if _is_quoted(lowered, start, match.start(), end) and "redact" not in match[0]:
                continue
            if holding is Holding.NOT_HELD and _OTHER_OBJECT.match(lowered, match.end(), end):
                continue
            if holding is not Holding.NCND and _EITHER.search(lowered, start, end):
                continue
            if holding is not Holding.NCND and _OPEN.search(lowered, start, match.start()):
                continue
            if holding is Holding.REFUSED and (
                _NOTHING.search(lowered, start, match.start())
                or lowered.startswith((" nothing", " none"), match.end())
                or _PERHAPS.search(lowered, start, match.start() + 3)
            ):
                continue
            if any(cue.start < match.end() and match.start() < cue.end for _, cue in found):
                continue
            found.append((holding, Passage(*match.span())))
            break
        if (
            holding is Holding.REFUSED
            and found
            and found[-1][0] is holding
            and (cut := _CUT.search(lowered, start, end))
        ):
            # What was taken out of a document says more than "exempt": the rest of it is given.
            found[-1] = (holding, Passage(*cut.span()))
    found += _also(lowered, start, end, found)
    return [
        (Holding.UNCLEAR, cue)
        if holding is Holding.NOT_HELD and _AS_FAR_AS_KNOWN.search(lowered, start, cue.start)
        else (holding, cue)
        for holding, cue in found
    ]


def _is_ordered(lowered: str, start: int, match: re.Match[str]) -> bool:
    """Return True where "should" or "must" orders what is withheld, and is no condition: "should be withheld"."""
    own = re.search(r"\w+$", match[0])
    ought = _OUGHT.search(lowered, start, match.start() + (own.start() if own else 0))
    at = ought.start() if ought else match.start() if match[0].startswith("should ") else -1
    return at > start and not _SUPPOSES.search(lowered, start, at)


def _also(
    lowered: str, start: int, end: int, found: Sequence[tuple[Holding, Passage]]
) -> Iterator[tuple[Holding, Passage]]:
    """Yield what only the sentence's skeleton shows; what was found already is not said twice, or against itself."""
    known = {holding for holding, _ in found}
    if Holding.NCND in known or _EITHER.search(lowered, start, end) or _OTHERS_OWN.search(lowered, start, end):
        return
    for holding, cue in speech.cues(lowered, start, end):
        if holding in known or _excludes(holding, known) or _is_quoted(lowered, start, cue.start, end):
            continue
        if speech.is_told(lowered, start, cue.end) or (
            _INVERTED.match(lowered, start, end) and "," not in lowered[start : cue.start]
        ):
            continue
        if _OPEN.search(lowered, start, cue.start) and holding is not Holding.NCND:
            continue
        if holding in _ABOUT_A_RECORD and _OTHER_HOLDING.search(lowered, cue.start, min(end, cue.end + 30)):
            continue
        if holding is Holding.REFUSED and (
            _IN_TIME.search(lowered, cue.end, end)
            or (Holding.NOT_HELD in known and not _BY_LAW.search(lowered, start, end))
        ):
            continue
        known.add(holding)
        yield holding, cue


_OTHER_OBJECT = re.compile(
    r"\s(?:any\s|a\s|an\s|the\s)?(?:views?|meetings?|events?|hearings?|elections?|interviews?|opinions?)\b"
)
_AS_FAR_AS_KNOWN = re.compile(
    r"\b(?:to\s(?:the\sbest\sof\s)?(?:our|my)\sknowledge|(?:as|so)\sfar\sas\s(?:we|i)\s(?:know|can\s\w+|are\saware|am\saware))\b"
)
_ABOUT_A_RECORD = frozenset({Holding.NOT_HELD, Holding.UNCLEAR, Holding.HELD})


def _excludes(holding: Holding, known: set[Holding]) -> bool:
    """Return True where a sentence has said what leaves no room for this: held is no news beside withheld."""
    if Holding.NCND in known:
        return True
    if holding is Holding.UNCLEAR:
        return bool(known & {Holding.NOT_HELD, Holding.HELD, Holding.REFUSED, Holding.DISCLOSED})
    if holding is Holding.NOT_HELD:
        return bool(known & {Holding.UNCLEAR, Holding.REFUSED})
    if holding is Holding.HELD:
        return bool(known & (_AGAINST_HELD | {Holding.REFUSED, Holding.DISCLOSED}))
    if holding is Holding.ELSEWHERE:
        return bool(known & {Holding.NOT_HELD, Holding.DISCLOSED})
    return holding is Holding.DISCLOSED and bool(known & (_AGAINST_HELD | {Holding.REFUSED}))


_OTHER_HOLDING = re.compile(
    r"\b(?:views?|meetings?|events?|hearings?|elections?|interviews?|licen[cs]es?|stocks?|shares?|objections?|plans?\sto|power|intention|reason\sto|comments?|breaks?|account|criticism|part\sin|responsib\w+)\b"
)
"""What may be held or had besides a record: a meeting, a view, an objection."""


def _is_quoted(lowered: str, start: int, at: int, end: int) -> bool:
    """Return True for words between quotation marks: the requester's, or a document's, but for a whole decision."""
    if lowered[start] == '"' and lowered.find('"', at, end) >= end - 2 and turns.decides(lowered, start, end):
        return False
    return lowered.count('"', start, at) % 2 == 1 and '"' in lowered[at:end]


_AGAINST_HELD = frozenset({Holding.NOT_HELD, Holding.NCND, Holding.UNCLEAR})
