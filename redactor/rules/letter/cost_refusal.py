"""L116 cost-refusal: a refusal on cost lacks what the law or the Code asks of it.

Why: who is refused on cost must be told of the limit and of an estimate that can be followed, and be helped to ask for less.
Fix: name the limit, show how the estimate was reached, and say how the request could be narrowed.
Source: sections 12, 16 and 17(5) of the Freedom of Information Act 2000 and the Fees Regulations 2004 (SI 2004/3244);
    section 12 of the Freedom of Information (Scotland) Act 2002. Regulation 12(4)(b) stands in for it in environmental law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter.model import Letter, LetterKind, Remark
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import REPLIES, letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "Your request is refused under section 12(1) because answering it would exceed the cost limit.\n{}\nYours sincerely"
)
_FULL = (
    "The appropriate limit is £450, which is 18 hours at £25 an hour. There are 4,000 paper files; at 3 minutes each we "
    "estimate 200 hours. You may wish to narrow your request to one year."
)
EXAMPLES = (
    _HEAD.format(""),
    _HEAD.format("The appropriate limit is £450, which is 18 hours."),
)
COUNTER_EXAMPLES = (_HEAD.format(_FULL),)


_HELPS = re.compile(
    r"\b(?:section|s\.?) ?1[56]\b|\badvice (?:and|or) assistance\b|\bwithin the (?:cost )?limit\b|\b(?:one|single|shorter|fewer|smaller|only|part)\b",
    re.IGNORECASE,
)
"""Help to ask for less; "contact us if you need help" is none."""


@letter_rule("L116", Severity.REVIEW, REPLIES - {LetterKind.REVIEW})
def cost_refusal(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield one hit that names each part that is missing."""
    relied = [one for one in letter.exemptions if one.section == "12" and one.regime in ("foia", "foisa")]
    if not relied:
        return
    missing = []
    if not letter.remarks(Remark.COST_LIMIT):
        missing.append("the cost limit")
    if not letter.remarks(Remark.COST_ESTIMATE):
        missing.append("an estimate and how it was reached")
    if not letter.remarks(Remark.NARROWING) and not any(
        map(_HELPS.search, map(letter.value, letter.remarks(Remark.HELP)))
    ):
        missing.append("help to narrow the request (s16)" if letter.regime == "foia" else "help to narrow the request")
    if missing:
        said = f"The refusal on cost does not give {_listed(missing)}."
        yield Hit(said, ranges=((relied[0].start, relied[0].end),))


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} or {parts[-1]}"
