"""L132 vexatious-notice: a request is called vexatious or repeated without a notice that says so.

Why: who is refused under section 14 must be told that the authority relies on it, and as a rule why.
Fix: cite section 14(1) or 14(2), give the reasons, and say that the letter is the notice under section 17(5).
Source: sections 14 and 17(5) and (6) of the Freedom of Information Act 2000; section 14 of the Scottish Act; regulation
    12(4)(b) of the Environmental Information Regulations 2004, 10(4)(b) of the Scottish ones. No notice is due where section 17(6) applies.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from redactor.law import EXCEPTIONS, load
from redactor.letter.model import Letter, LetterKind, Remark, Use
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import REPLIES, letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n{}\n"
    "Yours sincerely"
)
EXAMPLES = (
    _HEAD.format("We consider your request to be vexatious and will not answer it."),
    _HEAD.format("Your request is refused as vexatious under section 14(1), as it is the ninth this month."),
)
COUNTER_EXAMPLES = (
    _HEAD.format(
        "Your request is refused as vexatious under section 14(1) of the Act. This is your eleventh request on the same "
        "hedge in two months, and answering them has taken the team four weeks. This letter is a refusal notice under "
        "section 17(5)."
    ),
)


_NOTICES = {"foia": "17", "eir": "14", "foisa": "16", "eisr": "13"}
_OF_THE_REQUEST = re.compile(r"\brequests?\b|\bsection 14\b|\bs\.? ?14\b|\b(?:it|this) (?:is|as)\b", re.IGNORECASE)


def _refuses(regime: str, section: str, limbs: Collection[str]) -> bool:
    """Return whether a provision lets a vexatious or too costly request be refused: a section, or "manifestly unreasonable"."""
    if regime in EXCEPTIONS:
        return section == EXCEPTIONS[regime] and any(limb in ("", "(4)", "(4)(b)") for limb in limbs or ("",))
    return section in ("14", "12")


@letter_rule("L132", Severity.REVIEW, REPLIES - {LetterKind.REVIEW})
def vexatious_notice(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit where no provision is cited, and a note where the letter is not called the notice that it is."""
    vexatious = letter.kind.kind is LetterKind.VEXATIOUS and _OF_THE_REQUEST.search(letter.value(letter.kind))
    relied = [one for one in letter.exemptions if _refuses(one.regime, one.section, one.limbs)]
    if not vexatious and not any(one.section == "14" for one in relied):
        return
    at = ((letter.kind.start, letter.kind.end),) if letter.kind.end > letter.kind.start else ()
    cited = any(
        _refuses(one.regime, one.section, (one.limb,)) and one.use is not Use.QUOTED for one in letter.citations
    )
    if not relied and not cited:
        said = (
            "The letter calls the request vexatious or repeated and does not cite the section that lets it be refused."
        )
        yield Hit(said, ranges=at)
    elif not letter.remarks(Remark.REFUSAL_NOTICE) and not any(
        one.section == _NOTICES[one.regime] for one in letter.citations
    ):
        said = "The letter neither calls itself a refusal notice (section 17(5)) nor says that none is due (section 17(6))."
        if letter.regime in _NOTICES and letter.regime != "foia":
            act = load(letter.regime)
            said = f"The letter does not call itself a refusal notice ({act.called(_NOTICES[letter.regime])})."
        yield Hit(said, ranges=at, severity=Severity.NOTE)
