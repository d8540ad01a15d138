"""L124 annex: the letter names an annex that is not in the file, or the file holds one that it does not name.

Why: what was promised and not enclosed is not disclosed; what was enclosed and not meant may never have been looked at.
Fix: enclose it, or say where it is; take out what does not belong.
Source: section 1(1)(b) of the Freedom of Information Act 2000; ICO guidance on disclosing documents securely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter.model import AnnexMention, Letter
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The information is held. {}\nYours sincerely\nInformation Officer"
)
EXAMPLES = (
    _HEAD.format("It is set out in Annex B.") + "\fAnnex A\nDrones by year",
    _HEAD.format("It is set out below.") + "\fAnnex A\nDrones by year",
    _HEAD.format("It is in Annex A. Annex B has been redacted for that reason.") + "\fAnnex A\nDrones by year",
    _HEAD.format("It is in Annex A and in Annex B, from which two names were removed.") + "\fAnnex A\nDrones by year",
)
COUNTER_EXAMPLES = (
    _HEAD.format("It is set out in Annex A.") + "\fAnnex A\nDrones by year",
    _HEAD.format("Appendix 2 to the Highway Code is public."),
    _HEAD.format("It is set out in Annex A, except that Schedule 4 has been taken out.") + "\fAnnex A\nDrones by year",
    _HEAD.format("It is in Annex A. Appendix 2 is exempt under section 43(2).") + "\fAnnex A\nDrones by year",
)

_FASTENED = re.compile(
    r"\s(?:to|by|with)\s(?:a|an|the|its|their)\s(?!(?:letter|response|reply|e-?mail|message|report)\b)", re.IGNORECASE
)
# What is kept back is rightly not in the file: "Schedule 4 has been taken out", "all except Appendix 2".
_WITHOUT = re.compile(
    r"\b(?:except(?:\sthat|\sfor|ing)?|apart\sfrom|other\sthan|excluding|without|save\s(?:for|that)|but\snot)\s(?:the\s)?$",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"(?:\s\([^()]{0,80}\))?(?::\s|\s(?:(?:is|are|was|were|has|have|been|being|therefore|also|itself)\s){0,3})"
    r"(?:taken\sout|left\sout|kept\sback|held\sback|withheld|exempt(?:ed)?|excepted|refused|omitted|excluded|"
    r"not\s(?:be\s|been\s|being\s)?(?:enclosed|attached|provided|disclosed|released|supplied|included)|(?:falls?|comes?)\s(?:within|under)\s(?:the\s)?(?:exempt|except|section|regulation))\w*\b",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?:annexe?|appendix|schedule|enclosure|attachment) \w{1,4}")


@letter_rule("L124", Severity.BLOCK)
def annex(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each annex named and absent, or present and unnamed."""
    present = {mention.key for mention in letter.annexes if mention.present}
    kept = {mention.key for mention in letter.annexes if _is_kept(letter.text, mention)}
    named: dict[str, AnnexMention] = {}
    for mention in letter.annexes:
        if not mention.present and not _FASTENED.match(letter.text, mention.end):
            named.setdefault(mention.key, mention)
    for key, mention in named.items():
        if key not in present | kept and not letter.attachments:
            yield from _absent(key, mention, beside=bool(present))
    # "The e-mails, which are attached" names what follows, though not by its letter.
    generally = any(not _LETTERED.fullmatch(key) for key in named)
    for mention in letter.annexes:
        if mention.present and mention.key not in named:
            said = "The file holds an annex that the letter does not name."
            severity = Severity.NOTE if generally else None
            yield Hit(said, ranges=((mention.start, mention.end),), severity=severity)


def _is_kept(text: str, mention: AnnexMention) -> bool:
    """Return True where the letter says of an annex that it is not given."""
    return bool(_KEPT.match(text, mention.end) or _WITHOUT.search(text[max(0, mention.start - 40) : mention.start]))


def _absent(key: str, mention: AnnexMention, *, beside: bool) -> Iterator[Hit]:
    """Yield a hit for what is named and not in the file; it may be sent beside the letter, unless others are inside."""
    at = ((mention.start, mention.end),)
    if not _LETTERED.fullmatch(key):
        said = "The letter speaks of something attached, and this file holds no attachment; check that it goes out too."
        yield Hit(said, ranges=at, severity=Severity.NOTE)
        return
    said = "The letter names an annex that is not in this file."
    yield Hit(said, ranges=at, severity=None if beside else Severity.REVIEW)
