"""All that a letter says about each exemption it relies on: reasons, harm and its likelihood, public interest, opinion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from redactor.law import EXCEPTIONS
from redactor.letter import harms, opinions, places
from redactor.letter.interest import ground
from redactor.letter.model import (
    Answer,
    Citation,
    Exemption,
    Factor,
    Paragraph,
    Passage,
    Shape,
    Side,
    Use,
    Zone,
)

_WHY = re.compile(
    r"\b(?:because|as\s(?:it|this|the|they|disclosure|release)|since|would|could|likely|so\sthat|in\sorder\sto|relates?\sto|shows?|reveals?|describes?|records?\s(?:what|who|how|which|the)|sets?\sout\s(?:what|who|how|which|the)|tells?\s(?:what|who|how|which|where)|suffer\w*|told\sthat|(?:nobody|none|never|not)\s(?:\w+\s){0,3}?(?:agree\w*|consent\w*|ask\w*|expect\w*)|provides\sthat|allows|protects?|"
    r"constitutes?|identif\w+|contains?|expectation|reason\w*|harm|prejudice|risk|enable|third\sparty|legitimate|fair|unfair|lawful|confiden\w+|concerns?|burden\w*|pattern|motive|harass\w*|distress|disproportionate\w*|disruption|repeated\w*|previous\w*|purpose|already|publish\w*|available)\b"
)
# "Exempt because it is exempt", "vexatious within section 14" give no reason.
_CIRCULAR = re.compile(
    r"\b(?:because|since|as)\s(?:it|this|they|these|the\s\w+|your\srequest|we\s(?:consider|believe)\s(?:it|this|them)(?:\sto\sbe)?)\s(?:(?:is|are|was|were|to\sbe|considered)\s){0,3}"
    r"(?:(?:also|both|therefore|deemed|simply)\s)?(?:vexatious|exempt(?:ed)?|excepted|repeated|sensitive|manifestly\sunreasonable|covered)\b"
)
# "Section 41(1) (information provided in confidence)" gives the exemption's title.
_TITLE = re.compile(r"(?<=[\d)])\s?\((?!\w{1,3}\))[a-z][^()]{3,80}\)")
# What a letter tells of a requester whose request it calls vexatious or repeated.
_VEXED = re.compile(
    r"\b(?:requests|correspondence|e-?mails|letters|complaints?|answer(?:ed|ing)|repl(?:y|ies|ied)|staff|officers?|team|hours|weeks|months|tone|language|accus\w+|effort|resources?|value|same|identical|similar)\b"
)
_CLASS = re.compile(r"\b(?:absolute|qualified|class-based|prejudice-based)\b")
_LEADS_ON = re.compile(
    r"reason|why|interest|explan|engage|balance|factor|favour|against|prejudic|harm|test|appl(?:y|ies)|background|consider|argument|evidence"
)


def read(
    lowered: str,
    paragraphs: Sequence[Paragraph],
    cited: Sequence[Citation],
    factors: Sequence[Factor],
    answers: Sequence[Answer],
) -> tuple[Exemption, ...]:
    """Return each section relied on with its reasons, harms, factors and conclusions."""
    found = []
    kept = [one for one in cited if one.use is not Use.QUOTED]
    order = dict.fromkeys((one.regime, ground(one)) for one in kept if one.use in {Use.RELIED_ON, Use.NCND})
    opinion = opinions.read(lowered, paragraphs)
    for regime, name in order:
        relied = [
            one for one in kept if (one.regime, ground(one)) == (regime, name) and one.use in {Use.RELIED_ON, Use.NCND}
        ]
        if _is_only_named(relied, name, order):
            continue
        section = relied[0].section
        places = tuple(
            at
            for at, one in enumerate(cited)
            if (one.regime, ground(one)) == (regime, name) and one.use is not Use.QUOTED
        )
        own = [at for at, factor in enumerate(factors) if {name, section} & set(factor.grounds)]
        under = _under(lowered, paragraphs, cited, answers, name)
        reasons = [one for one, other in under if _says_why(lowered, one, other, name)]
        weighed = [Passage(factors[at].start, factors[at].end) for at in own]
        spoken = [one for one, _ in under]
        found.append(
            Exemption(
                relied[0].start,
                relied[0].end,
                regime,
                section,
                _limbs(relied) or _limbs([cited[at] for at in places]),
                places,
                ncnd=any(one.use is Use.NCND for one in relied),
                substantive=any(one.use is Use.RELIED_ON for one in relied),
                reasons=tuple(reasons),
                harms=tuple(harms.read(lowered, spoken, weighed)),
                factors_for=tuple(at for at in own if factors[at].side is Side.FOR),
                factors_against=tuple(at for at in own if factors[at].side is Side.AGAINST),
                conclusions=tuple(at for at in own if factors[at].side is Side.CONCLUSION),
                opinion=opinion,
                answers=tuple(dict.fromkeys(answer for at in places for answer in cited[at].answers)),
            )
        )
    return tuple(found)


def _is_only_named(relied: Sequence[Citation], name: str, order: Iterable[tuple[str, str]]) -> bool:
    """Return True for a bare "regulation 12" beside one of its paragraphs, which is the exception relied on."""
    law = relied[0].regime
    return (
        law in EXCEPTIONS
        and not any(one.ncnd_limb for one in relied)
        and "(" not in name
        and any(regime == law and other.startswith(f"{name}(") for regime, other in order)
    )


def _limbs(cited: Sequence[Citation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.limb for one in cited if one.limb))


def _under(
    lowered: str,
    paragraphs: Sequence[Paragraph],
    cited: Sequence[Citation],
    answers: Sequence[Answer],
    name: str,
) -> list[tuple[Passage, list[Citation]]]:
    """Return the sentences about an exemption: the citing one itself, those around it, or under its heading.

    Each has the citations in it.
    """
    found: dict[int, tuple[Passage, list[Citation]]] = {}
    open_ = False
    begins = places.starts(cited)
    labels = {answer.label.start for answer in answers if answer.label}
    for part in paragraphs:
        if part.zone not in {Zone.OPENING, Zone.REPLY, Zone.ANNEX}:
            open_ = open_ and part.zone is Zone.FURNITURE
            continue
        near = places.between(cited, begins, part.start, part.end)
        here = [one for one in near if one.exemption and one.use is not Use.QUOTED]
        first = [one for one in here if one.start == here[0].start]
        if any(ground(one) == name for one in first):
            open_ = True
        elif (
            part.start in labels
            or any(one.use in {Use.RELIED_ON, Use.NCND} or one.heading for one in first)
            or (part.shape is Shape.HEADING and not _LEADS_ON.search(lowered, part.start, part.end))
        ):
            open_ = False
        if part.shape is Shape.HEADING:
            continue
        for sentence in part.sentences:
            other = [one for one in here if sentence.start <= one.start < sentence.end]
            if other and not (open_ and _CLASS.search(lowered, sentence.start, sentence.end)):
                open_ = any(ground(one) == name for one in other)
            elif other and not any(ground(one) == name for one in other):
                continue
            if open_:
                found[sentence.start] = (sentence, other)
    return list(found.values())


def _says_why(lowered: str, sentence: Passage, other: Sequence[Citation], name: str) -> bool:
    """Return True where a sentence gives a reason: it has more to say than the citation and its title."""
    # A short sentence without a citation may give the reason: "It would be unfair to them."
    least = 45 if other else 25
    if sentence.end - sentence.start - sum(one.end - one.start for one in other) < least:
        return False
    said = _CIRCULAR.sub(" ", _TITLE.sub(" ", lowered[sentence.start : sentence.end]))
    return bool(_WHY.search(said)) or (name == "14" and not other and bool(_VEXED.search(said)))
