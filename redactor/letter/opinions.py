"""The opinion that section 36 of the Act of 2000 needs: who of the authority gave it.

Source: section 36(2) and (5) of the Freedom of Information Act 2000.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter.model import Paragraph, Passage, Zone

# Whom section 36(5) names or lets be named: heads of authorities and their law officers.
_OFFICER = (
    r"(?:qualified\sperson|\bqp\b|proper\sofficer|monitoring\sofficer|chief\s(?:executive|constable|officer|fire\sofficer|operating\sofficer)|vice-?\s?chancellor|principal|provost|rector|registrar|president|"
    r"permanent\ssecretary|secretary\sof\sstate|(?:the|a|our|responsible|first|prime|deputy\sfirst)\sminister|minister\s(?:of|for)|commissioner|chair(?:man|woman|person)?\b|headteacher|head\steacher|head\smaster|"
    r"director[\s-]general|director\sof|accounting\sofficer|town\sclerk|attorney\sgeneral|speaker|comptroller|auditor\sgeneral|clerk\b|leader\sof|treasurer|dean\b|warden|authority\sitself|head\sof\sthe\sauthority|mayor|sheriff|managing\sdirector|governor)"
)
_OPINION = r"(?:opinion|opin(?:ed|es)|view|concluded?|decided|determin\w+|agre\w+|confirm\w*|satisf\w+|endors\w+|concur\w*|judg(?:e[sd]?|ement)|found|certif\w+|of\sthe\smind|consulted|accepted|advised|stated|approv\w+)"
_GIVEN = re.compile(
    rf"\bopinion\b[^.;]{{0,80}}\b{_OFFICER}|\b{_OFFICER}\b[^.]{{0,160}}\b{_OPINION}\b|\bview\sof\s(?:the\s|our\s)?(?:\w+\s){{0,3}}?{_OFFICER}|\bsection\s36\s(?:opinion|submission)\b|\breasonable\s(?:opinion|view|belief)\b[^.]{{0,60}}\b(?:of|by|is|was)\b|"
    rf"\bi\b[^.;]{{0,40}}\bqualified\sperson\b|\bopinion\b[^.;]{{0,40}}\b(?:given|obtained|provided|sought|signed|recorded|enclosed|attached|taken)\b|\b{_OPINION}\sby\s(?:the|our)\s(?:\w+\s){{0,2}}?{_OFFICER}"
)
# A qualified person who did anything, and an opinion that somebody formed.
_NAMED = re.compile(
    r"\bqualified\sperson\b|\bqp\b|\b(?:reasonable|section\s36|s\.?36|required|necessary|requisite|this|that|his|her|their|whose|statutory)\s(?:[\w()]+\s){0,2}?opinion\b|\bopinion\b[^.;]{0,50}\b(?:formed|held|reached|expressed|recorded|dated|dates|signed|issued|made|came)\b|"
    r"\b(?:formed|holds?|held|reached|expressed|gave|given|gives|issued|signed|recorded)\s(?:\w+\s){0,3}?opinion\b"
)
# No opinion yet, none at all, or a rule retold; "counsel's opinion", "in my opinion".
_NOT_GIVEN = re.compile(
    r"\b(?:seeking|awaiting|await|waiting\sfor|will\s(?:be\s)?(?:seek|ask|consult|obtain)\w*|yet\sto|have\sto|must\s(?:first\s)?(?:give|be|obtain)|needs?\sto|before\s(?:section|it|we|this)[^.;]{0,30}\b(?:can|may)\b|can\sonly|only\sif|if\sthe|requires?\s(?:a|the|an)|"
    r"called\sfor|no\s(?:opinion|such|qualified)|not\s(?:yet\s)?(?:been\s)?(?:sought|obtained|given|asked|required|needed|available)|without|is\sneeded|depends\son)\b|\bcounsel(?:'s)?\sopinion|\bin\smy\sopinion\b|\blegal\sopinion|\bpublic\sopinion|\b(?:signed|carried|done|checked|tested|certified)\s(?:\w+\s)?by\sa\s(?:\w+\s)?qualified|\binspected\sby\sa\b"
)
_THEN_GIVEN = re.compile(
    r"\b(?:was|has\sbeen|has|have|is)\s(?:\w+\s){0,2}?(?:given|obtained|provided|considered|signed|formed|recorded|satisfied)\b"
)
# What the opinion is of: the prejudice that section 36 speaks of.
_MATTER = re.compile(
    r"\b(?:section|s\.?)\s?36|\bqualified\sperson|\bqp\b|\bexemption|\bexempt\b|\bdisclos\w+|\breleas\w+|\binhibit\w*|\bprejudice|\bfrank|\bcandid|\bcollective\sresponsibility|\bengaged|\bopinion\b"
)


def read(lowered: str, paragraphs: Sequence[Paragraph]) -> Passage | None:
    """Return the first sentence that says that an opinion was given; None where none does."""
    if "opin" not in lowered and "qualified person" not in lowered and "36" not in lowered:
        return None
    for part in paragraphs:
        if part.zone in {Zone.OPENING, Zone.REPLY, Zone.ANNEX} and not part.welsh:
            for sentence in part.sentences:
                if tells(lowered[sentence.start : sentence.end]):
                    return sentence
    return None


def tells(said: str) -> bool:
    """Return True for a sentence, in small letters, that says that the opinion was given, and by whom."""
    if not ((_GIVEN.search(said) and _MATTER.search(said)) or _NAMED.search(said)):
        return False
    return not _NOT_GIVEN.search(said) or (
        bool(_THEN_GIVEN.search(said)) and not re.search(r"\bno\s|\bnot\b|seeking", said)
    )
