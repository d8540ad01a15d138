"""Which law a letter speaks of: the Freedom of Information Acts, the Environmental Information Regulations, others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from redactor.law import REGIMES, SCOTTISH
from redactor.letter.model import Paragraph, RegimeMention, Zone

_NAMES = re.compile(
    r"(?<![a-z])(?=[defgsu])(?:"
    r"(?P<foisa>freedom\s+of\s+information\s*\(scotland\)(?:\s+act)?(?:\s+2002)?|\bfoi\s?\(s\)a?\b|\bfoisa\b)|"
    r"(?P<eisr>environmental\s+information\s*\(?scotland\)?\s+regulations(?:\s+2004)?|environmental\s+information\s+regulations(?:\s+2004)?\s*\(scotland\)(?:\s+2004)?|"
    r"\beisrs?\b|\beirs?\s?\(s(?:cotland)?\)|\bei\s?\(s\)\s?rs?\b)|"
    r"(?P<eir>environmental\s+information\s+regulations?(?:\s+2004)?|\beirs?\b)|"
    r"(?P<foia>freedom\s+of\s+information(?:\s+act)?(?:\s+2000)?|\bfoia?\b)|"
    r"(?P<dpa1998>data\s+protection\s+act\s+1998|\bdpa\s?1998)|"
    r"(?P<dpa>data\s+protection\s+act(?:\s+2018)?|\bdpa\b|\b(?:uk\s)?gdpr\b|subject\s+access))"
)
_GATE = ("freedom", "foi", "environmental", "eir", "eisr", "ei(s)", "data protection", "dpa", "gdpr", "subject access")
_INITIALS, _ACT = 8, 24
"""Characters: longer is no abbreviation; longer is "Freedom of Information Act"."""
_FULL = 3
"""The name of an Act counts for more than its initials, which also stand in references and mailboxes."""


def mentions(lowered: str, paragraphs: Sequence[Paragraph], *, known: str = "") -> tuple[RegimeMention, ...]:
    """Return where a regime is named.

    Args:
        lowered: the body in small letters.
        paragraphs: its paragraphs, which know what is quoted.
        known: the regime of the policy or the case file, "" where neither says one.
    """
    if not any(word in lowered for word in _GATE):
        return ()
    starts = [part.start for part in paragraphs]
    found = []
    for match in _NAMES.finditer(lowered):
        at = bisect_right(starts, match.start()) - 1
        quoted = at >= 0 and paragraphs[at].zone is Zone.REQUEST
        found.append(RegimeMention(match.start(), match.end(), match.lastgroup or "", quoted))
    if known in SCOTTISH or _is_scottish(found):
        # In Scotland "the EIRs" are the Scottish Regulations; only the name in full says otherwise.
        found = [replace(one, regime="eisr") if one.regime == "eir" and not _in_full(one) else one for one in found]
    return tuple(found)


def _in_full(mention: RegimeMention) -> bool:
    return mention.end - mention.start > _INITIALS


def _is_scottish(found: Sequence[RegimeMention]) -> bool:
    """Return whether Scotland's laws are named more than those of the rest of the country, initials of both aside."""
    named = Counter(
        one.regime
        for one in found
        if not one.quoted and (_in_full(one) or one.regime in SCOTTISH) and one.regime in REGIMES
    )
    return named["foisa"] + named["eisr"] > named["foia"] + named["eir"]


def in_text(mentioned: Sequence[RegimeMention]) -> str:
    """Return the regime that the authority's own words name most; full names before initials, the first on a tie."""
    counts: Counter[str] = Counter()
    for mention in mentioned:
        if not mention.quoted and mention.regime in REGIMES:
            counts[mention.regime] += _FULL if _in_full(mention) else 1
    if not counts:
        return ""
    # A Scottish letter calls its Act "FOI" after having named it once; the Act of 2000 it has no reason to name.
    if counts["foisa"] and counts["foia"] and not any(_is_act_of_2000(mention) for mention in mentioned):
        counts["foisa"] += counts.pop("foia")
    best = max(counts.values())
    return next(mention.regime for mention in mentioned if counts[mention.regime] == best)


def _is_act_of_2000(mention: RegimeMention) -> bool:
    return mention.regime == "foia" and mention.end - mention.start > _ACT and not mention.quoted


def settle(known: str, mentioned: Sequence[RegimeMention]) -> str:
    """Return the regime a letter is read by: the one known, unless that is Scotland's other law.

    A Scottish authority's policy says the Act, and its letter may answer under the Regulations; and who knows only that
    Regulations apply may not have said which country's.
    """
    said = in_text(mentioned)
    named = {mention.regime for mention in mentioned if not mention.quoted}
    if known == "eir" and "eisr" in named and (said != "eir" or "foisa" in named):
        return "eisr"
    if known == "foisa" and said == "eisr":
        return "eisr"
    return known or said or "foia"
