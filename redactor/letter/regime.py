"""Which law a letter speaks of: the Freedom of Information Acts, the Environmental Information Regulations, others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from redactor.letter.model import Paragraph, RegimeMention, Zone

_NAMES = re.compile(
    r"(?<![a-z])(?=[defgsu])(?:"
    r"(?P<foisa>freedom\s+of\s+information\s*\(scotland\)(?:\s+act)?(?:\s+2002)?|\bfoi\s?\(s\)a?\b|\bfoisa\b)|"
    r"(?P<eisr>environmental\s+information\s*\(scotland\)\s+regulations(?:\s+2004)?|\beisrs?\b|\beirs?\s?\(s(?:cotland)?\)|\bei\(s\)rs?\b)|"
    r"(?P<eir>environmental\s+information\s+regulations?(?:\s+2004)?|\beirs?\b)|"
    r"(?P<foia>freedom\s+of\s+information(?:\s+act)?(?:\s+2000)?|\bfoia?\b)|"
    r"(?P<dpa1998>data\s+protection\s+act\s+1998|\bdpa\s?1998)|"
    r"(?P<dpa>data\s+protection\s+act(?:\s+2018)?|\bdpa\b|\b(?:uk\s)?gdpr\b|subject\s+access))"
)
_GATE = ("freedom", "foi", "environmental", "eir", "eisr", "ei(s)", "data protection", "dpa", "gdpr", "subject access")
_FULL = 3
"""The name of an Act counts for more than its initials, which also stand in references and mailboxes."""


def mentions(lowered: str, paragraphs: Sequence[Paragraph]) -> tuple[RegimeMention, ...]:
    """Return where a regime is named."""
    if not any(word in lowered for word in _GATE):
        return ()
    starts = [part.start for part in paragraphs]
    found = []
    for match in _NAMES.finditer(lowered):
        at = bisect_right(starts, match.start()) - 1
        quoted = at >= 0 and paragraphs[at].zone is Zone.REQUEST
        found.append(RegimeMention(match.start(), match.end(), match.lastgroup or "", quoted))
    return tuple(found)


def in_text(mentioned: Sequence[RegimeMention]) -> str:
    """Return the regime that the authority's own words name most; full names before initials, the first on a tie."""
    counts: Counter[str] = Counter()
    for mention in mentioned:
        if not mention.quoted and mention.regime in {"foia", "eir", "foisa", "eisr"}:
            counts[mention.regime] += _FULL if mention.end - mention.start > 8 else 1
    if not counts:
        return ""
    # A Scottish letter calls its Act "FOI" after having named it once; the Act of 2000 it has no reason to name.
    if (
        counts["foisa"]
        and counts["foia"]
        and not any(
            mention.regime == "foia" and mention.end - mention.start > 24 and not mention.quoted
            for mention in mentioned
        )
    ):
        return "foisa"
    best = max(counts.values())
    return next(mention.regime for mention in mentioned if counts[mention.regime] == best)


def settle(asked_for: str, in_case: str, mentioned: Sequence[RegimeMention]) -> str:
    """Return the regime a letter is read by.

    The case file knows one set of Regulations; which country's it is, the letter says.
    """
    said = in_text(mentioned)
    known = asked_for or in_case
    named = {mention.regime for mention in mentioned if not mention.quoted}
    if known == "eir" and "eisr" in named and (said != "eir" or "foisa" in named):
        return "eisr"
    return known or {"eisr": "eir"}.get(said, said) or "foia"
