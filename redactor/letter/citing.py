"""Provisions that a letter cites, and what each citation does there: relied on, weighed, quoted, machinery."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from redactor.law import EXCEPTIONS, REGIMES, Law, Provision, load
from redactor.law import citations as cited_by
from redactor.letter import places, withdrawn
from redactor.letter.model import (
    Answer,
    Citation,
    Factor,
    Holding,
    HoldingStatement,
    Paragraph,
    Passage,
    Shape,
    Use,
    Zone,
)

_NEAR = 600
_DECLINED = re.compile(
    r"\b(?:no\slonger|does\snot|do\snot|not)\s(?:\w+\s){0,2}?(?:rely|relying|relied|apply|applies|applied|engaged?)\b|\b(?:withdraw\w*|incorrectly|wrongly)\b"
)
_RELIED = re.compile(
    r"\b(?:exempt\w*|withh\w+|refus\w+|rel(?:y|ies|ied|ying)\s(?:up)?on|appl(?:y|ies|ied|ying)|engag\w+|virtue|redact\w*|under|pursuant|by\sway\sof|following|"
    r"cited|cite|citing|not\sobliged|not\srequired|accordance)\b"
)
_TENTATIVE = re.compile(
    r"\b(?:may|might|could|would)\s(?:\w+\s)?(?:apply|(?:be|have\sbeen)\s(?:\w+\s)?(?:engaged|exempt|relevant))\b"
)
_LIMIT = re.compile(
    r"\b(?:longer\sthan|too\slong|(?:18|24|eighteen|twenty-four)\shours|vexatious|exceed\w*|limit|repeated|manifestly)\b"
)
_DEFINED = re.compile(
    r"\b(?:listed|named|specified|mentioned|described|set\sout|defined|identified|(?:bodies|body|organisations?)(?:\s\w+){0,2}?)\s(?:in|by|at|under|within)\s(?:the\s)?$"
)
"""Before a provision that only names whom or what another one protects: "the bodies listed in section 23(3)"."""
_HARMS = re.compile(
    r"\b(?:disclosure|release|disclosing|releasing|publication|publishing|(?:to|if\s(?:we|it|they|this|these)(?:\s(?:were|was)(?:\sto)?)?)\s(?:be\s)?(?:publish|disclose|release|reveal|name|give|make)(?:d|ed)?)\b[^.;]{0,90}\bwould\b(?!\snot)[^.;]{0,40}\b(?:prejudice|harm|endanger|inhibit|damage|breach|threaten)\b"
)
"""The authority itself says what disclosure would do, and gives the provision for it."""
_TEACHES = re.compile(
    r"\b(?:information|data)\s(?:is\sexempt\s)?(?:if|where|whose|which)\b|\bprovides\sthat\b|\bsays\sthat\b"
)
_FIRST_WORDS = re.compile(
    r"\W*(?:(?:this|it|that|they|these)\s(?:is|are)\s(?:because|under)\s)?(?:the\sexemption\s(?:at|in)\s)?(?=(?:sections?|regulations?|regs?\.?|s\.?)\s?\d)"
)
_ANNOUNCES = re.compile(
    r"\b(?:exemptions?|exceptions?|reasons?|grounds?|sections?|regulations?|provisions?)\b[^.;]{0,50}\b(?:as\sfollows|these|the\sfollowing|follow|below|in\sturn|each)\b|"
    r"\b(?:these|here|the\sfollowing|below)\s(?:are|is)\s(?:the|our|my)\s(?:exemptions?|exceptions?|reasons?|grounds?)\b"
)
_PASSES_OVER = re.compile(r"\b(?:considered|looked\sat|thought\sabout|rejected|not|n't|no\slonger|duty|advice)\b")
_PASSED_OVER = re.compile(r"[^.;]{0,60}\b(?:considered|looked\sat|thought\sabout|rejected|not\sapply|no\slonger)\b")
_LISTED = 5
"""Paragraphs back to the one that announces the grounds."""
_SO = re.compile(
    r"\W*(?:we|i|this|that|it|our|the\s\w+)\b[^.;:]{0,60}\b(?:by\svirtue\sof|under|pursuant\sto|in\sreliance\s(?:up)?on|relying\s(?:up)?on|on\sthe\s(?:basis|strength|ground|grounds|authority)\sof|in\saccordance\swith|in\sterms\sof|because\sof|by\sreason\sof|rests?\s(?:up)?on|is\sfor|(?:lies|is|found)\sin)\s(?:the\s(?:exemption|exception)\s(?:in|at|of)\s)?$"
)
"""The sentence behind a refusal that only says under what it was made: "We do so by virtue of section 31(1)(a)"."""
_HOLDS = re.compile(r"\b(?:whether|confirm\w*|den(?:y|ying|ial))\b")


def read(text: str, paragraphs: Sequence[Paragraph], answers: Sequence[Answer], *, regime: str) -> tuple[Citation, ...]:
    """Return every provision cited, a citation a limb; what each does is settled by ``settle``."""
    starts = [part.start for part in paragraphs]
    found = []
    for one in cited_by.read(text, regime=regime if regime in REGIMES else "foia"):
        law = load(one.regime)
        start, end = one.span
        at = bisect_right(starts, start) - 1
        part = paragraphs[at] if at >= 0 else None
        inside = tuple(number for number, answer in enumerate(answers) if answer.start <= start < answer.end)
        for limb in one.limbs or ("",):
            provision = _provision(law, one.section, limb)
            found.append(
                Citation(
                    start,
                    end,
                    one.regime,
                    bool(one.regime_hint),
                    one.section,
                    limb,
                    law.write(one.section, limb),
                    provision,
                    Use.QUOTED if part and part.zone is Zone.REQUEST else Use.DISCUSSED,
                    heading=part is not None and part.shape in {Shape.HEADING, Shape.ITEM} and end - part.start < 60,
                    answers=inside,
                )
            )
    return tuple(found)


def _provision(law: Law, section: str, limb: str) -> Provision | None:
    """Return what the law says of a limb, or of the nearest one above it that the law has."""
    while True:
        found = law.find(section, limb)
        if found is not None or not limb:
            return found
        limb = limb[: limb.rindex("(")]


def settle(
    lowered: str,
    paragraphs: Sequence[Paragraph],
    found: Sequence[Citation],
    holdings: Sequence[HoldingStatement],
    factors: Sequence[Factor],
    *,
    regime: str,
) -> tuple[Citation, ...]:
    """Return the citations with what each of them does, and for which side it stands."""
    said: dict[int, frozenset[Holding]] = {}
    for statement in holdings:
        said[statement.start] = said.get(statement.start, frozenset()) | {statement.holding}
    starts, begins = places.starts(paragraphs), places.starts(found)
    settled = []
    for one in found:
        at = bisect_right(starts, one.start) - 1
        sentence = _sentence(paragraphs[at] if at >= 0 else None, one.start)
        beside = [
            other for other in places.between(found, begins, *_near(sentence, one)) if other.section == one.section
        ]
        if _leads_to_regulations(one, regime):
            settled.append(replace(one, use=Use.MACHINERY))
            continue
        settled.append(_settled(lowered, paragraphs, at, one, sentence, beside, said, factors))
    return withdrawn.read(lowered, paragraphs, _only_ground(lowered, paragraphs, settled, holdings))


def _only_ground(
    lowered: str, paragraphs: Sequence[Paragraph], found: Sequence[Citation], holdings: Sequence[HoldingStatement]
) -> list[Citation]:
    """Return the citations; what a refusal retells of the one exemption that it speaks of, it relies on.

    "Section 31(1)(g) exempts information whose disclosure would ...", "The documents are withheld": nothing else can be
    meant, wherever the reasons stand.
    """
    settled = list(found)
    told = [one for one in settled if one.exemption and one.use is not Use.QUOTED]
    refused = any(one.holding is Holding.REFUSED and not _FIRST.search(lowered, one.start, one.end) for one in holdings)
    if not refused or any(one.use is not Use.DISCUSSED for one in told):
        return settled
    zones = {(part.start, part.end): part.zone for part in paragraphs}
    meant = [
        one
        for one in told
        if not one.ncnd_limb
        and any(start <= one.start < end and zone is Zone.REPLY for (start, end), zone in zones.items())
    ]
    if len({(one.regime, one.section) for one in meant}) != 1 or any(
        _TENTATIVE.search(lowered, max(0, one.start - 80), one.end + 80) or _PASSED_OVER.match(lowered, one.end)
        for one in meant
    ):
        return settled
    # Of a limb and the bare section that follows it the limb is the ground.
    limbed = [one for one in meant if one.limb] or meant
    first = limbed[0]
    return [replace(one, use=Use.RELIED_ON) if one.start == first.start and one.exemption else one for one in settled]


_FIRST = re.compile(
    r"\b(?:had|originally|initially|at\sfirst|first\s(?:reply|decision|response|answer)|colleague\w*)\b"
)
"""What was refused at first, before this letter."""


def _leads_to_regulations(one: Citation, regime: str) -> bool:
    """Return whether section 39 leads from the Act to the Regulations, under which the letter answers.

    Section 39(1) of the Scottish Act is another exemption, health and safety.
    """
    if one.section != "39" or one.use is Use.QUOTED:
        return False
    if one.regime == "foisa":
        return one.limb.startswith("(2)") or (regime == "eisr" and not one.limb)
    return regime in EXCEPTIONS


def _settled(
    lowered: str,
    paragraphs: Sequence[Paragraph],
    at: int,
    one: Citation,
    sentence: Passage,
    beside: Sequence[Citation],
    said: Mapping[int, frozenset[Holding]],
    factors: Sequence[Factor],
) -> Citation:
    side = next((factor.side for factor in factors if _covers(factor, one)), None)
    if one.use is Use.QUOTED:
        return one
    if not one.exemption:
        return replace(one, use=Use.MACHINERY, side=side)
    part = paragraphs[at] if at >= 0 else None
    spoken = lowered[slice(*_near(sentence, one))]
    here = said.get(sentence.start, frozenset())
    if not one.ncnd_limb and one.limb and any(other.ncnd_limb for other in beside) and _HOLDS.search(spoken):
        # "Section 31(3) is engaged because saying whether we hold it would prejudice ... (section 31(1)(a))": the
        # interest that the limb protects, not a ground for withholding.
        return replace(one, use=Use.DISCUSSED, side=side)
    if _DEFINED.search(lowered, sentence.start, one.start) and not here:
        return replace(one, use=Use.DISCUSSED, side=side)
    if _DECLINED.search(spoken) and not here:
        use = Use.DECLINED
    elif _TENTATIVE.search(spoken) and not here & {Holding.NCND, Holding.REFUSED}:
        use = Use.DISCUSSED
    elif _LIMIT.search(spoken) and one.provision is not None and one.section in {"12", "14"}:
        use = Use.RELIED_ON
    elif part is not None and part.zone in {Zone.APPEAL, Zone.CLOSE}:
        use = Use.DISCUSSED
    else:
        use = _use(lowered, paragraphs, at, sentence, one, said)
        if side is not None and use is not Use.NCND and not here:
            use = Use.DISCUSSED
    return replace(one, use=use, side=side)


def _near(sentence: Passage, one: Citation) -> tuple[int, int]:
    """Return the part of a sentence around a citation; a "sentence" of a thousand citations is not read for each."""
    return max(sentence.start, one.start - _NEAR), min(sentence.end, one.end + _NEAR)


def _covers(factor: Factor, one: Citation) -> bool:
    if factor.start <= one.start < factor.end:
        return True
    return factor.heading is not None and factor.heading.start <= one.start < factor.heading.end


def _sentence(part: Paragraph | None, at: int) -> Passage:
    if part is None:
        return Passage(at, at)
    return next((one for one in part.sentences if one.start <= at < one.end), Passage(part.start, part.end))


def _said_before(
    lowered: str,
    paragraphs: Sequence[Paragraph],
    at: int,
    sentence: Passage,
    one: Citation,
    said: Mapping[int, frozenset[Holding]],
) -> frozenset[Holding]:
    """Return what is refused before a sentence that begins with its ground: "We are not disclosing it. Section 44 exempts ...".

    The refusal stands in the sentence before, or in a paragraph that ends by announcing the grounds: "These are the exemptions."
    """
    part = paragraphs[at]
    if _PASSES_OVER.search(lowered, sentence.start, sentence.end) or part.shape is Shape.HEADING:
        return frozenset()
    first = _FIRST_WORDS.match(lowered, max(sentence.start, part.body), one.end)
    if first is None or first.end() != one.start or sentence not in part.sentences:
        return frozenset()
    place = part.sentences.index(sentence)
    refusals = frozenset({Holding.REFUSED, Holding.NCND})
    while place and _ANNOUNCES.search(lowered, part.sentences[place - 1].start, part.sentences[place - 1].end):
        place -= 1
    if place:
        return said.get(part.sentences[place - 1].start, frozenset()) & refusals
    for before in reversed(paragraphs[max(0, at - _LISTED) : at]):
        if before.zone is not part.zone or not before.sentences:
            return frozenset()
        last = before.sentences[-1]
        if _ANNOUNCES.search(lowered, last.start, last.end):
            return (
                frozenset[Holding]().union(*(said.get(spoken.start, frozenset()) for spoken in before.sentences))
                & refusals
            )
        if _FIRST_WORDS.match(lowered, before.body, before.end) is None:
            return frozenset()
    return frozenset()


def _use(
    lowered: str,
    paragraphs: Sequence[Paragraph],
    at: int,
    sentence: Passage,
    one: Citation,
    said: Mapping[int, frozenset[Holding]],
) -> Use:
    """Return whether a citation is relied on, by its sentence or by the one that leads into its list."""
    here = said.get(sentence.start, frozenset())
    if Holding.NCND in here and (one.ncnd_limb or Holding.REFUSED not in here):
        return Use.NCND
    if here & {Holding.REFUSED, Holding.ELSEWHERE}:
        return Use.RELIED_ON
    part = paragraphs[at]
    if said_before := _said_before(lowered, paragraphs, at, sentence, one, said):
        return Use.NCND if one.ncnd_limb and Holding.NCND in said_before else Use.RELIED_ON
    if not here and _SO.match(lowered, sentence.start, one.start):
        last = next((other for other in reversed(part.sentences) if other.end <= sentence.start), None)
        done = said.get(last.start, frozenset()) if last else frozenset[Holding]()
        if Holding.NCND in done:
            return Use.NCND
        if Holding.REFUSED in done:
            return Use.NCND if one.ncnd_limb else Use.RELIED_ON
    for back in range(at - 1, max(at - 7, -1), -1):
        before = paragraphs[back]
        if before.zone is Zone.FURNITURE:
            continue
        if lowered[before.end - 1] == ":" or (part.end - part.start < 130 and before.end - before.start > 130):
            last = before.sentences[-1] if before.sentences else Passage(before.start, before.end)
            led = said.get(last.start, frozenset())
            if Holding.NCND in led:
                return Use.NCND
            if Holding.REFUSED in led or (
                lowered[before.end - 1] == ":" and "exempt" in lowered[last.start : last.end]
            ):
                return Use.NCND if one.ncnd_limb else Use.RELIED_ON
            break
        if before.end - before.start > 130:
            break
    spoken = lowered[slice(*_near(sentence, one))]
    if one.ncnd_limb and re.search(
        r"\b(?:rel(?:y|ies|ied)|engaged|appl(?:y|ies|ied)|virtue|exempt\w*|under)\b", spoken
    ):
        return Use.NCND
    if re.search(
        r"\b(?:rel(?:y|ies|ied|ying)\s(?:up)?on|engaged|(?:has|have|had|is|are|was|been|being|we|i|therefore|\w+ly)\s(?:\w+\s){0,2}?(?:applied|claimed|cited|invoked|used|engaged)|applies|apply|invok(?:e|es|ing)|"
        r"(?:falls?|fell|come[s]?|caught|covered|protected|excluded)\s(?:\w+\s)?(?:under|within|by)|"
        r"(?:lets?|allows?|permits?|enables?|entitles?)\s(?:us|the\s\w+)\s(?:to\s|not\sto\s)?(?:refuse|withhold|keep|decline|not)|"
        r"(?:exempts?|protects?|covers?|excludes?|shields?|rules?\sout)\s(?:(?:it|them|both|all\sof\s(?:it|them))\b|(?:this|these|those|that)\b(?!\s\w+\s(?:which|whose|that|if|where)))|"
        r"(?:do|does|need)\snot\s(?:have\sto\s|need\sto\s)?(?:do\sso|answer|comply|disclose|provide)|refuse[sd]?)\b",
        spoken,
    ):
        return Use.RELIED_ON
    if not one.ncnd_limb and _HARMS.search(spoken) and not _HOLDS.search(spoken) and not _TEACHES.search(spoken):
        return Use.RELIED_ON
    return Use.DISCUSSED
