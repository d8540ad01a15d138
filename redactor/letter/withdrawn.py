"""Exemptions that the letter gives up: "My colleague relied on section 43(2). I do not uphold that.", "wrong to rely on section 43".

A ground that is given up needs no reasons and no public interest test. What is upheld of the same section stays relied on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from redactor.letter import places
from redactor.letter.model import Citation, Paragraph, Passage, Shape, Use, Zone

_LAW = r"(?:(?:the\s|this\s|that\s|either\s)?(?:exempt(?:ion|ions)|exception|reliance(?:\son\s(?:it|them|section\s\S+|regulation\s\S+))?|ground)|(?:section|regulation|s\.?)\s?\d+\S*)"
_DECISION = r"(?:that(?!\s(?:we|it|this|the|there|disclos\w+|releas\w+|you)\b)|this|it|(?:that|this|the|our|his|her|their|its|my\s\w+'s)\s(?:\w+\s){0,2}?(?:decision|refusal|exemption|exception|reliance|view|reasoning|approach|withholding|position|claim|ground|outcome)\b)"
_RELIED = r"(?:relied|relying|rely|applied|applying|apply|cited|citing|cite|used|using|use|claimed|claiming|claim|invoked|invoke|withheld|withhold|withholding|refused|refuse|refusing|kept|keep|engaged)"
_GIVES_UP = re.compile(
    # I do not uphold that; the exemption is no longer relied on; section 43 is not engaged.
    rf"\b(?:not|n't|cannot|unable\sto|never)\s(?:\w+\s)?(?:uph[eo]ld|support|agree\swith|accept|maintain|sustain|defend|stand\sby|share|follow)\s{_DECISION}|"
    rf"\b{_LAW}\s(?:\w+\s)?(?:is|are|was|were|does|do|did|can|could|has|have)(?:\snot|n't|\sno\slonger|not)\s(?:\w+\s)?(?:be\s|been\s)?(?:appl(?:y|ies|ied|icable)|engaged|arises?|made\sout|relied|maintained|upheld|sustained|claimed|stand|needed|justified)\b|"
    rf"\bno\slonger\s(?:\w+\s)?(?:rel(?:y|ies|ied|ying)\son|claim(?:s|ed|ing)?|appl(?:y|ies|ied|ying)\s{_LAW}|maintain(?:s|ed|ing)?|withh(?:old|eld|olding))\b|"
    # The Trust was wrong to rely on it; it was wrongly applied; it should have been released.
    rf"\b(?:wrong|incorrect|mistaken|in\serror|not\sentitled|not\sright|not\sjustified)\s(?:\w+\s){{0,2}}?(?:to|in)\s(?:have\s)?{_RELIED}\b|\b(?:wrongly|incorrectly|mistakenly)\s(?:been\s)?{_RELIED}\b|"
    rf"\bshould\s(?:not|never)\shave\s(?:been\s)?{_RELIED}\b|\b(?:should|ought\sto)\shave\s(?:been\s)?(?:disclosed|released|given|provided|sent|supplied)\b|"
    # That exemption falls away; it cannot stand.
    rf"\b{_LAW}\s(?:\w+\s)?(?:falls?\saway|fell\saway|fails|lapses|goes|drops\sout|must\sgo|must\sfail|must\sfall|cannot\s(?:stand|be\s(?:sustained|maintained|supported|upheld)))\b|"
    # I withdraw it; the decision is overturned; your complaint is upheld.
    rf"\b(?:withdraw(?:s|n|ing)?|withdrew|overturn(?:s|ed|ing)?|overrul(?:e|es|ed)|revers(?:e|es|ed|ing)|drop(?:s|ped)?|abandon(?:s|ed)?|lift(?:s|ed)?)\s(?:{_DECISION}|{_LAW})|\bset(?:s|ting)?\s{_DECISION}\saside|"
    rf"\b(?:decision|refusal|exemption|exception|reliance|section\s\S+|regulation\s\S+)\s(?:\w+\s){{0,3}}?(?:is|was|has\sbeen|are)\s(?:\w+\s)?(?:withdrawn|overturned|overruled|reversed|dropped|abandoned|set\saside|lifted)\b|"
    r"\byour\s(?:complaint|appeal)\b[^.;]{0,40}\b(?:is|was)\s(?:\w+\s)?upheld\b|\buphold\s(?:this|that|your|the)\s(?:\w+\s){0,4}?(?:complaint|appeal)\b"
)
_DENIED = re.compile(
    r"\b(?:remains?|still|stays?|continues?\sto\sbe)\s(?:\w+\s)?(?:withheld|refused|exempt\w*)\b|"
    r"\b(?:complaint|appeal)\b[^.;]{0,40}\bnot\s(?:\w+\s)?upheld\b|\b(?:if|unless|whether|where|should\s(?:we|it|you)|would|might|may)\b|"
    r"\b(?:not|n't|never|nor|no)\s(?:\w+\s){0,6}?(?:uphold\s(?:\w+\s){0,4}?(?:complaint|appeal)|withdraw|overturn|revers|set\b|drop|abandon|wrong|incorrect|mistaken|in\serror)\w*"
)
_UPHOLDS = re.compile(
    r"\b(?:uph[eo]ld\w*|stands?\b|stand\sby|maintain\w*|rightly|correct(?:ly)?|remains?|still|continu\w+|agree|confirm\w*|(?:is|are)\s(?:\w+\s){0,2}?(?:engaged|exempt|excepted|withheld)|applies|apply|therefore|falls?\swithin|withholding|refusing|ha(?:ve|s)\s(?:\w+\s)?(?:refused|withheld))\b"
)
_EARLIER = re.compile(
    r"\b(?:original|first|initial|earlier|previous|colleague\w*|handler|officer|refusal|decision|at\sthe\stime|then)\b|\b(?:was|were|had|have\sbeen|relied|refused|withheld|cited|applied|claimed|gave|gone|used|left\sout|kept\sback|held\sback|invoked)\b"
)
_NOW = re.compile(
    r"\b(?:is|are|applies|apply|i\s(?:have\s)?(?:find|found|conclude\w*|consider|agree|uphold|think|accept)|remains?|stands?|have\s(?:\w+\s)?(?:refused|withheld))\b"
)
_SAID_BY_OTHERS = re.compile(
    r"\b(?:you|he|she|they|some|many|others?|another|councillors?|campaigners?|residents?|requesters?|applicants?|tribunals?|courts?|commissioner)\b"
    r"[^.;]{0,40}?\b(?:say|says|said|think|thinks|thought|argue\w*|tell|told|claim\w*|believe\w*|feel|felt|decided?|found|ruled|held|suggest\w*|contend\w*|consider\w*)\b"
)
"""What somebody else thinks of an exemption gives up nothing."""
_STILL = re.compile(r"\b(?:the|this|that)\s(?:section|exemption|exception|provision|limb)\b")
"""Between them, what keeps the citation in mind: "The section needs such an intention"."""
_REACH = 3
"""Sentences behind the citation in which "that" is still its exemption."""


def read(lowered: str, paragraphs: Sequence[Paragraph], cited: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return the citations, declined where the exemption is given up and nothing upholds it."""
    relied = {(one.regime, one.section) for one in cited if one.use is Use.RELIED_ON}
    if not relied or not _GIVES_UP.search(lowered):
        return tuple(cited)
    given_up: set[tuple[str, str]] = set()
    upheld: set[int] = set()
    begins = places.starts(cited)
    headed: tuple[str, str] | None = None
    for part in paragraphs:
        if part.zone not in {Zone.OPENING, Zone.REPLY, Zone.ANNEX} or part.shape is Shape.ROW or part.welsh:
            continue
        if part.shape is Shape.HEADING:
            named = {
                (one.regime, one.section)
                for one in places.between(cited, begins, part.start, part.end)
                if one.exemption
            }
            headed = next(iter(named)) if len(named) == 1 else None
            continue
        last, since = headed, 0
        for sentence in part.sentences:
            here = [
                one
                for one in places.between(cited, begins, sentence.start, sentence.end)
                if one.exemption and one.use is not Use.QUOTED
            ]
            keys = {(one.regime, one.section) for one in here}
            up = gives_up(lowered, sentence)
            if here:
                last, since = (next(iter(keys)) if len(keys) == 1 else None), 0
            else:
                since = 0 if _STILL.search(lowered, sentence.start, sentence.end) else since + 1
            if up and len(keys) == 1:
                given_up |= keys
            elif up and not keys and last is not None and since <= _REACH:
                given_up.add(last)
            elif here and _upholds(lowered, sentence):
                upheld.update(one.start for one in here)
    kept = {(one.regime, one.section) for one in cited if one.start in upheld}
    return tuple(
        replace(one, use=Use.DECLINED)
        if (one.regime, one.section) in given_up - kept and one.use in {Use.RELIED_ON, Use.DISCUSSED}
        else one
        for one in cited
    )


def gives_up(lowered: str, one: Passage) -> bool:
    """Return True where a sentence gives an exemption or a refusal up, in the authority's own voice."""
    found = _GIVES_UP.search(lowered, one.start, one.end)
    if found is None or _DENIED.search(lowered, one.start, one.end):
        return False
    return not _SAID_BY_OTHERS.search(lowered, one.start, one.end)


def _upholds(lowered: str, one: Passage) -> bool:
    """Return True where a sentence relies on an exemption now; one that tells of the first decision does not."""
    if not _UPHOLDS.search(lowered, one.start, one.end):
        return False
    return not _EARLIER.search(lowered, one.start, one.end) or bool(_NOW.search(lowered, one.start, one.end))
