"""What the reply says about holding: held, not held, neither confirmed nor denied, refused, or nothing clear."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from redactor.letter import giving, numbering
from redactor.letter.model import Answer, Holding, HoldingStatement, Paragraph, Passage, Path, Shape, Zone

_INFORMATION = r"(?:information|data|records?|documents?|material|details?|correspondence|reports?|copies|statistics|figures|files?|emails?|e-mails?)"
_PIECE = r"(?:names?|details?|information|data|parts?|entr(?:y|ies)|passages?|pages?|sections?|paragraphs?|figures|rows?|columns?|text|lines?|some|content|addresses|numbers|sentences?)"
_KEPT_SO = r"\s(?:in\s(?:confidence|private|camera|secret|trust|public|person|place)|confidential\w*|privately|to\s(?:account|ransom)|accountable|responsible|liable|back)\b"
"""What is held in confidence, or to account, says nothing of whether a record is held."""
_NOT = r"(?:not|n't|never|no\slonger)"
_HAS = r"(?:holds?(?!\s(?:[\w']+\s){0,4}?(?:account|responsible|meeting|event|view|discussion|hearing)s?\b)|be\s(?:\w+\s)?(?:held|kept|retained|stored)|exists?|retain)"
_CUES: tuple[tuple[Holding, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        Holding.NCND,
        ("neither", "confirm", "deny", "ncnd"),
        re.compile(
            r"\bneither\s(?:\w+\s){0,3}?confirm(?:s|ed)?\s(?:n?or|nor\sto)\s(?:\w+\s)?den(?:y|ies|ied)\b|"
            r"\b(?:can|could|will|do|does|is|are)\s?(?:not|n't)\s(?:\w+\s){0,3}?confirm\s(?:or|nor)\sdeny\b|"
            r"\brefus(?:e|es|ed|ing)\sto\s(?:either\s)?confirm\s(?:or|nor)\sdeny\b|\bunable\sto\s(?:either\s)?confirm\s(?:or|nor)\sdeny\b|"
            r"\bneither\sconfirm(?:ation)?\s(?:n?or)\sdenial\b|"
            r"\b(?:duty|obligation|requirement|obliged|required|need)\b[^.;]{0,60}?\bto\sconfirm\s(?:or|nor)\s(?:to\s)?deny\b[^.;]{0,90}?\b(?:not\sapply|not\sarise|exempt|excluded|disapplied)|"
            r"\b(?:exempts?|exempt\sfrom|excluded|not\sobliged|not\srequired)\b[^.;]{0,60}\bto\sconfirm\s(?:or|nor)\s(?:to\s)?deny\b"
        ),
    ),
    (
        Holding.UNCLEAR,
        (
            "may",
            "might",
            "could",
            "should",
            "ought",
            "potential",
            "possibl",
            "probabl",
            "perhaps",
            "belie",
            "think",
            "thought",
            "appear",
            "seem",
            "underst",
            "suspect",
            "assum",
            "presum",
            "expect",
            "likely",
            "sure",
            "certain",
            "clear",
        ),
        re.compile(
            rf"(?<!which )(?<!you )(?<!who )\b(?:may|might|could|should|ought\sto)\s(?:\w+\s){{0,2}}?(?:{_HAS}|(?:be|have)\s(?:\w+\s){{0,2}}?{_INFORMATION})\b(?!\s(?:to\b|up\b|back\b|account)|{_KEPT_SO})|"
            rf"\b(?:appears?|seems?|believed?|thinks?|thought|underst(?:and|ands|ood)|suspect\w*|assum\w+|presum\w+|expect\w*|likely|unlikely|probabl\w+|possibl\w+|potentially|perhaps|"
            rf"not\s(?:\w+\s)?(?:sure|certain|clear)|unsure|uncertain|unclear)\b[^.;,]{{0,70}}?\b(?:(?:is|are|was|were|be|been)\s(?:\w+\s)?(?:held|kept|retained|stored)\b(?!{_KEPT_SO})|(?:we|i|council|force|trust|university|department|authority|team|service|board|college)\s(?:\w+\s)?(?:holds?|(?:has|have)\s(?:\w+\s){{0,3}}?{_INFORMATION})|"
            rf"{_INFORMATION}\s(?:\w+\s)?exists?)\b|"
            rf"\b(?:appears?|seems?|thought|believed)\sto\s(?:hold|possess|be\sheld(?!{_KEPT_SO})|have\s(?:\w+\s){{0,3}}?{_INFORMATION})\b"
        ),
    ),
    (
        Holding.NOT_HELD,
        ("not", "no ", "n't", "nothing", "none", "nil", "never"),
        re.compile(
            rf"\b(?:do|does|did)(?:\s?not|n't)\s(?:\w+\s)?(?:hold|possess|have|record|collect|keep|retain|capture)\b(?!\sto\b)|"
            rf"\b(?:is|are|was|were|been)(?:\s?not|n't)\s(?:\w+\s)?(?:held|recorded|collected|kept|retained|captured)\b|"
            rf"\b(?:holds?|held|hold|have|has|found|located|identified|there\s(?:is|are|was|were))\sno\s(?:\w+\s){{0,4}}?{_INFORMATION}\b|"
            rf"\bno\s(?:\w+\s){{0,4}}?{_INFORMATION}\b[^.;]{{0,60}}?\b(?:is|are|was|were|be)\s(?:\w+\s)?(?:held|found|located|recorded|identified)\b|"
            rf"\b(?:holds?|have|has)\s(?:therefore\s)?(?:nothing|none)\b(?!\sagainst)|\b(?:no\s(?:\w+\s){{0,2}}{_INFORMATION}|nothing|none(?:\sof\s(?:it|them|this|these|those))?)\s(?:(?:is|are|was|were|has\sbeen|have\sbeen)\s)?(?:\w+\s)?(?:held|found|recorded)\b|\b{_NOT}\sheld\b|\bno\strace\b"
        ),
    ),
    (
        Holding.REFUSED,
        (
            "exempt",
            "withh",
            "refus",
            "redact",
            "not be disclos",
            "not disclos",
            "not provid",
            "unable to",
            "not releas",
            "decline",
            "not oblige",
            "not require",
            "not comply",
            "exce",
            "removed",
            "not suppl",
            "not being",
            "blacked",
            "blank",
            "obscured",
            "taken out",
            "edited out",
            "left out",
            "masked",
            "omitted",
            "back",
            "not be ",
            "cannot",
            "can't",
            "n't",
            "not able",
            "not ",
            "confidential",
            "secret",
            "private",
            "left",
            "out",
        ),
        re.compile(
            r"\b(?:is|are|be|as|being|been|considered|was|were|fall\w*\sto\sbe|therefore|all|believe)\s(?:\w+\s){0,3}?(?:exempt(?:ed)?|excepted)\b|\bexempt\s(?:from\s(?:disclosure|release)|under|by\svirtue|in\sterms|pursuant)|"
            r"(?<!interest in )(?<!favour of )(?<!favouring )(?<!against )\bwithh(?:old|olds|eld|olding)\b(?!\s(?:nothing|no\b|(?:\d[\d,]*\s)?(?:payments?|pay\b|salar|wages?|consent|permission|support|funding|benefits?)))(?!\s(?:information|data|material|records?)\s(?:is|are|was|were|would|could|relates|concerns|contains|also))|"
            r"\b(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))\s(?:to\s(?:provide|disclose|release|comply|supply|answer)|your|the|this|that|it|them|part|under\s(?:section|regulation)|on\s(?:the\s)?(?:grounds?|cost)|because)\b|"
            r"\b(?:request|part|it|this|question)\b[^.;]{0,30}\b(?:is|are|has\sbeen|have\sbeen|was|must\sbe)\s(?:\w+\s){0,2}?refused\b|"
            r"\b(?:has|have|is|are|was|were)\s(?:been\s)?(?:\w+\s)?redacted\b|\bredactions?\b|"
            rf"\b{_PIECE}\b[^.;]{{0,60}}?\b(?:been|is|are|was|were)\s(?:\w+\s)?(?:removed|blacked\sout|blanked(?:\sout)?|obscured|taken\sout|edited\sout|left\sout|masked|(?:held|kept)\sback|omitted)\b|"
            r"\b(?:i|we)\s(?:have\s)?(?:\w+\s)?(?:redacted|blanked\sout|blacked\sout|removed\s(?:[\w']+\s){0,5}?(?:under|by\svirtue|because\sof|in\sline\swith))\b|"
            r"\bnot\sbeing\s(?:given|provided|disclosed|released|supplied|made\spublic)\b|"
            r"\b(?:unable|not\sable)\sto\s(?:provide|disclose|release|supply|comply|answer|process)\b|"
            r"\b(?:will|can|do|does|shall|would)\s?not\s(?:be\s)?(?:disclos|releas|provid|suppl|comply)\w*|"
            r"\bnot\s(?:oblig|requir)ed\sto\s(?:comply|provide|disclose|respond)|\bexce(?:ed|eds|eded|eding)\b[^.;]{0,60}\b(?:limit|cost|hours)\b|"
            r"\b(?:limit|cost|hours|threshold)\b[^.;]{0,60}\bexce(?:ed|eds|eded|eding)\b|\bnot\sbe(?:en|ing)?\s(?:disclosed|released|provided|supplied|made\s(?:public|available)|shared|published|given\sout)\b|"
            r"(?<!you )\b(?:unable|not\sable|cannot|can't|will\snot|won't|do\snot\s(?:propose|intend|feel\sable)|not\sprepared|not\s(?:in\sa\sposition|at\sliberty|willing|going))\s(?:to\s)?(?:\w+\s)?"
            r"(?:let\syou\s(?:have|see)|share|send\s(?:you|it|them|the|this)|give\s(?:you|it|them|out|the)|hand\s\w+\s?(?:over|out)|make\s(?:\w+\s){0,4}?(?:public|available)|release|disclose|publish)\b|"
            r"(?<!you )\b(?:must|should|has\sto|have\sto|needs?\sto)\s(?:remain|stay|be\skept|be\streated\sas)\s(?:strictly\s)?(?:confidential|secret|private)\b|"
            r"\b(?:we|i)\s(?:(?:have|are|am|will|shall|be)\s){0,2}(?:keep(?:ing)?|kept|hold(?:ing)?|held|leav(?:e|ing)|left|tak(?:e|ing|en)|omitt?(?:ed|ing)?)\s(?:(?:it|this|them|these|those|(?:the|some|all|any)\s\w+)\s)?(?:back|out)\b"
        ),
    ),
    (
        Holding.ELSEWHERE,
        ("publish", "available", "accessible", "section 21", "s21", "s.21"),
        re.compile(
            r"\b(?:already|publicly|readily|reasonably|otherwise)\s(?:\w+\s){0,2}?(?:available|accessible|published)\b|"
            r"\b(?:is|are)\s(?:\w+\s){0,2}?(?:published|accessible|available)\s(?:on|at|from|via|online|in|through|here|to\syou)\b|\baccessible\sby\sother\smeans\b"
        ),
    ),
    (
        Holding.DISCLOSED,
        ("disclos", "provid", "attach", "enclos", "suppl", "below", "find", "releas", "you that"),
        re.compile(
            r"\bheld\sand\s(?:\w+\s)?disclosed\b|\b(?:is|are|has\sbeen|have\sbeen|can\sbe|been)\s(?:\w+\s){0,3}?(?:provided|disclosed|released|supplied|attached|enclosed|given|set\sout|shown|listed)\b(?!\s(?:that|by|to\sthe\sinformation\scomm|to\s(?:a|an|the|its|their|each)\s(?!(?:letter|response|reply|e-?mail|message|report)\b)))|"
            r"\bplease\s(?:find|see)\b[^.]{0,60}\b(?:attached|enclosed|below|annex|table|response|appendix|spreadsheet)\b|"
            r"\b(?:can|able\sto|pleased\sto)\s(?:now\s)?(?:tell|inform|advise)\syou\sthat\b(?![^.]*\b(?:exempt\w*|withh\w+|not|no|refus\w+|requests?\s(?:is|has|was)|consider\w*|your\s(?:\w+\s)?(?:request|enquiry|e-?mail|letter|message|application)\s(?:of|dated|for|about|is|has|was))\b)[^.]*\d|"
            r"\b(?:i|we)\s(?:am\s|are\s|have\s)?(?:now\s|pleased\sto\s)?(?:attach|enclose|provide|disclose|supply)\b|\b(?:attached|enclosed)\s(?:is|are|document|file|spreadsheet)\b|\bdisclosed\sin\sfull\b"
        ),
    ),
    (
        Holding.HELD,
        ("hold", "held", "have", "has"),
        re.compile(
            rf"\b(?:holds?|hold)\s(?:\w+\s){{0,5}}?(?:{_INFORMATION}|it|this|that|them|what|copies|all|some|most|the|both|each|everything|one)\b|"
            rf"\b(?:we|i|council|trust|department|force|university|authority|board|association|college)\s(?:do\s)?(?:have|has)\s(?:got\s)?(?:what\syou|(?:it|both|these|those|them|this|all\s(?:of\s)?(?:it|this|these|them)|{_INFORMATION}\sfor\s\w+)(?:\stoo|\sas\swell|\son\s(?:file|record))?(?=[.,;]|\s(?:and|but)\b))"
            rf"\b(?:is|are|was|were)\s(?:\w+\s)?held\b|\b{_INFORMATION}\s(?:\w+\s){{0,4}}?held\b|^held\b|\bheld\sby\s(?:the|us|this)\b"
        ),
    ),
)
# "If information is held", "whether it holds", "the right to be told whether": a condition says nothing.
_CONDITION = re.compile(
    r"\b(?:whether|if|unless|where|when|should|would|entitle[sd]?|right\sto|gives|requires?|obliges?|must|duty\sto|extent\sthat|any)\b[^.;,]{0,70}$"
)
# "No indication that it is or is not held" says neither.
_PERHAPS = re.compile(r"\b(?:may|might|could)\s(?:also\s|well\s|sometimes\s)?(?:be\s?)?$")
"""What may be exempt is not refused yet."""
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
    r"\b(?:nothing|none|no\s\w+|not|never|without)\s(?:(?:has|have|is|are|was|were|been|being|any)\s){0,3}$"
)
_UNREAL = re.compile(r"\b(?:would|could)\s(?:\w+\s){0,3}?$")
_WHOLE = re.compile(
    r"\b(?:your\srequest|the\sinformation\s(?:you\s)?(?:have\s)?requested|all\sof\sthe\sinformation|all\s(?:the\s)?information|some\s(?:of\sthe\s)?(?:relevant\s)?information|information\s(?:you\s|relevant\sto|relating\sto|which\sfalls|within)|requested\sinformation)\b"
)
# "The county council may hold it; you may wish to ask there" helps, and leaves nothing open of our own.
_HELPS = re.compile(
    r"\b(?:another|other)\b|\byou\s(?:may|might|could)\s(?:\w+\s)?(?:wish|want|like|try|contact|ask|find)\b|\bcontact(?:ing)?\b|\bsection\s1[56]\b|\binstead\b|\bdirect(?:ed|ing)?\syour\b|\bresponsib\w+"
)
_OWN = re.compile(r"\b(?:we|i)\s(?:may|might|could|should|think|believe|appear|understand)\b")
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


def read(
    text: str, lowered: str, paragraphs: Sequence[Paragraph], answers: Sequence[Answer], cited: Sequence[int]
) -> tuple[HoldingStatement, ...]:
    """Return the sentences that say something of holding; ``cited`` are the places of exemptions cited, in order."""
    found: list[HoldingStatement] = []
    by_path: dict[Path, int] = {path: at for at, answer in reversed(list(enumerate(answers))) for path in answer.paths}
    for index, part in enumerate(paragraphs):
        if part.zone not in {Zone.REPLY, Zone.OPENING, Zone.ANNEX} or part.welsh or part.shape is Shape.HEADING:
            continue
        for sentence in part.sentences:
            for holding, cue in cues(lowered, sentence.start, sentence.end):
                spoken = lowered[sentence.start : sentence.end]
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
                        cited=_is_cited(text, paragraphs, index, sentence, cited),
                    )
                )
    return tuple(found)


def _for_want_of_it(lowered: str, part: Paragraph, sentence: Passage, cue: Passage) -> bool:
    """Return True for "We cannot give you a figure" beside "That is not something we record": nothing is refused."""
    if _BY_LAW.search(lowered, cue.start, cue.end):
        return False
    at = part.sentences.index(sentence)
    beside = part.sentences[max(0, at - 1) : at + 2]
    return any(
        giving.NOT_KEPT.search(lowered, one.start, one.end)
        or (one is not sentence and any(holding is Holding.NOT_HELD for holding, _ in cues(lowered, one.start, one.end)))
        for one in beside
    )


def cues(lowered: str, start: int, end: int) -> list[tuple[Holding, Passage]]:
    """Return what a sentence says of holding, and the words that say it; a condition ("if it holds") says nothing."""
    sentence = lowered[start:end]
    found: list[tuple[Holding, Passage]] = []
    for holding, gates, pattern in _CUES:
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
            ):
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
            if _is_quoted(lowered, start, match.start(), end) and "redact" not in match[0]:
                continue
            if holding is not Holding.NCND and _EITHER.search(lowered, start, end):
                continue
            if holding is not Holding.NCND and _OPEN.search(lowered, start, match.start()):
                continue
            if holding is Holding.REFUSED and (
                _NOTHING.search(lowered, start, match.start()) or _PERHAPS.search(lowered, start, match.start() + 3)
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
    return found


def _is_quoted(lowered: str, start: int, at: int, end: int) -> bool:
    """Return True for words between quotation marks: the requester's, or a document's."""
    return lowered.count('"', start, at) % 2 == 1 and '"' in lowered[at:end]


_AGAINST_HELD = frozenset({Holding.NOT_HELD, Holding.NCND, Holding.UNCLEAR})


def _is_cited(text: str, paragraphs: Sequence[Paragraph], index: int, sentence: Passage, cited: Sequence[int]) -> bool:
    """Return True where an exemption is cited in the same paragraph or in what the paragraph leads into."""
    part = paragraphs[index]
    stop = part.end
    if text[part.end - 1] == ":" or sentence.end == part.end:
        # "by virtue of the following exemptions:" and a list; or the next paragraph gives the section.
        stop = paragraphs[min(index + (4 if text[part.end - 1] == ":" else 1), len(paragraphs) - 1)].end
    start = paragraphs[index - 1].start if index else part.start
    return bisect_left(cited, start) < bisect_left(cited, stop)
