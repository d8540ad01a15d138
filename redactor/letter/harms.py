"""How likely a letter says a harm is: "would", "would be likely to", or something weaker.

A sentence counts where it speaks of harm, whoever suffers it; where it only recites the test, or tells what somebody
else thinks, it claims nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter.model import Harm, Likelihood, Passage

HARM = re.compile(
    r"\b(?:prejudic|harm|damag|endanger|undermin|inhibit|compromis|advers|hinder|hamper|impede|disadvantag|weaken|detriment|jeopardi|risk|danger|disrupt|threat|deter|discourag|reluctan|"
    r"unwilling|suffer|distort|erod|exploit|evad|expos|interfer|obstruct|frustrat|ruin|injur|chill|stifl|pre-?empt|dissuad|intimidat|distress|disrepute|breach|destabilis|"
    r"affect|impact|impair|diminish|lessen|constrain|limit(?=\sour|\sthe\s(?:council|trust|force))|spoil|target|attack|knock-on)\w*\b|"
    r"\b(?:los(?:e|s|es|ing)|put\soff|stay\saway|hold\sback|held\sback|walk\saway|less\s(?:willing|candid|frank|open|inclined|able|safe|effective)|at\s(?:its|their|our)\sexpense|"
    r"(?:unfair\s|commercial\s|competitive\s)?advantage|cost\s(?:the|us)|free\sand\sfrank|speak(?:ing)?\s(?:their|freely)|think\stwice|outbid|undercut|bid\s(?:higher|lower)|drive\sup|raise\s(?:its|their)\sprices)\b|"
    r"\b(?:help|assist|enable|allow|let|aid|benefit|tell|arm|of\suse\sto|useful\sto)\w*\s(?:\w+\s){0,3}?(?:criminals?|offenders?|burglars?|thieves|terrorists?|fraud\w*|rivals?|competitors?|attackers?|hackers?|suspects?|bidders?|those|anyone)\b|"
    r"\b(?:rivals?|competitors?|criminals?|offenders?|bidders?)\s(?:\w+\s){0,2}?(?:benefit|gain|know|learn|use|see|ask|adjust|copy|match)\w*\b"
)
# Words that mean harm and nothing else: with "could" beside them the level is plainly too low.
_PLAINLY = re.compile(
    r"\b(?:prejudic|harm|damag|endanger|undermin|inhibit|compromis|advers|hinder|impede|disadvantag|weaken|detriment|jeopardi|risk|disrupt|impact|threat|affect)\w*\b"
)
_LIKELY = re.compile(
    r"(?<!more )(?<!less )(?<!not )(?<!un)\blikely\b(?!\sor\snot|\sthan)(?!\sto\s(?:be\s)?(?:publish|find|exceed|start|take|cost))|\blikelihood\sof\b|\blower\s(?:threshold|limb|level|test|standard)|\bsecond\s(?:limb|level|threshold)|"
    r"\b(?:real|significant|genuine|serious|substantial|appreciable)\s(?:and\s(?:\w+\s)?(?:\w+\s)?|,\s?\w+\s)?(?:risk|chance|possibility|prospect|likelihood|danger)|\bmore\sthan\s(?:a\s)?(?:merely\s)?(?:hypothetical|remote|fanciful|theoretical|speculative)|"
    r"\bnot\s(?:a\s|an?\s|merely\s|just\s)?(?:remote|fanciful|hypothetical|theoretical|speculative)|\bno\s(?:remote|fanciful)|\bliable\b[^.;]{0,30}?\bto\b|\bwell\s(?:above|beyond)\s(?:remote|fanciful)|\bprobabl[ey]\b(?!\sthan)"
)
_WOULD = re.compile(
    r"\b(?:would|will|must|shall)\b(?!\s(?:\w+\s)?(?:be\s(?:\w+\s)?likely|likely|not\b|never|you\b|like\b|appreciate|have\sto\b|be\s(?:helpful|happy|glad|pleased)))(?!,?\s(?:or|rather\sthan)\s(?:it\s)?(?:would|be\slikely)(?!\sbe\slikely))|"
    r"\bcertain(?:ty|ly)?\b|\binevitabl\w+|\bbound\sto\b|\bmore\s(?:likely|probable)\sthan\snot\b|\bbalance\sof\sprobabilit\w+|\b(?:higher|first|upper)\s(?:threshold|limb|level|test|standard)|\bno\sdoubt\b|\bwould,?\srather\sthan\b"
)
_OTHER = re.compile(r"\b(?:could|may|might|can|possib\w+|potential\w*|conceivabl\w+|perhaps|fear\w*|concern\w*)\b")
_NO_CLAIM = re.compile(
    r"\b(?:asks?|asked|test|question|issue|consider\w*|decid\w+|establish\w*|determin\w+|look(?:ed)?\sat|depends?\son|know|say|tell)\s(?:\w+\s){0,2}?whether\b|\bdo(?:es)?\snot\s(?:agree|accept|believe|think|consider)\b|\b(?:exemption|exception|test|limb|law|section\s\S+)\s(?:asks?|requires?)\b[^.;]{0,60}\bwould\b|^\W*(?:you|your)\s(?:\w+\s)?(?:argue|say|contend|think|believe|suggest|view)|"
    r"\bonly\s(?:if|where)\b|\bno\s(?:harm|prejudice|damage)\b|\bin\sthe\s(?:\w+\s)?(?:contractor|supplier|company|firm)'s\s(?:view|submission|opinion)\b[^.]*\bnot\sagree"
)


def level(lowered: str, start: int, end: int) -> Likelihood | None:
    """Return how likely a sentence says that harm is; None where it speaks of none, or claims none."""
    if not HARM.search(lowered, start, end) and not _THRESHOLD.search(lowered, start, end):
        return None
    claims = not _NO_CLAIM.search(lowered, start, end) or bool(_USED.search(lowered, start, end))
    if claims and _LIKELY.search(lowered, start, end):
        return Likelihood.LIKELY
    if claims and _WOULD.search(lowered, start, end):
        return Likelihood.WOULD
    plainly = _PLAINLY.search(lowered, start, end) and _OTHER.search(lowered, start, end)
    return Likelihood.OTHER if plainly else None


_THRESHOLD = re.compile(
    r"\b(?:higher|lower|first|second|upper)\s(?:threshold|limb|level|test|standard)\b|\bwould\sbe\slikely\b"
)
_USED = re.compile(
    r"\btest\swe\s(?:have\s)?(?:used|applied|adopted)\b|\bwe\s(?:rely|relied|have\srelied)\s(?:up)?on\b|\bwe\sthink\s(?:that\s)?it\swould\b"
)


def read(lowered: str, sentences: Sequence[Passage], weighed: Sequence[Passage]) -> list[Harm]:
    """Return the sentences that claim a level of harm, in order.

    In the public interest test (``weighed``) what "would" follow is an argument; there only plain words of harm count.
    """
    found: dict[int, Harm] = {}
    for one in (*sentences, *weighed):
        inside = any(two.start < one.end and one.start < two.end for two in weighed)
        if inside and not _PLAINLY.search(lowered, one.start, one.end):
            continue
        if one.start not in found and (said := level(lowered, one.start, one.end)) is not None:
            found[one.start] = Harm(one.start, one.end, said)
    return [found[at] for at in sorted(found)]
