"""L118 commissioner: the letter does not say rightly how to complain to the Commissioner.

Why: a notice of refusal must tell of the right to apply to the Commissioner, and an old address sends a complaint astray.
Fix: add or correct the paragraph on the right to complain, with the Commissioner's present contact details.
Source: sections 17(7)(b) and 50 of the Freedom of Information Act 2000; regulation 14(5) of the Environmental Information
    Regulations 2004; sections 19 and 47 of the Freedom of Information (Scotland) Act 2002; policies/law/commissioners.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from redactor.law import SCOTTISH, commissioners
from redactor.law.commissioners import Kind, Mention
from redactor.letter.model import Letter
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.examples import Example
from redactor.rules.letter import letter_rule
from redactor.rules.letter._doubt import doubt
from redactor.rules.letter.review_route import KINDS, is_notice

_HEAD = (
    "Date: {}\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The council does not hold the information you asked for.\n"
    "You may ask for an internal review within 40 working days by writing to review@example.gov.uk.\n"
)
_RIGHT = "If you remain unhappy you may complain to the Information Commissioner: "
EXAMPLES = (
    _HEAD.format("4 March 2024") + "Yours sincerely",
    _HEAD.format("4 March 2024") + _RIGHT + "08456 306060.\nYours sincerely",
    _HEAD.format("4 March 2027") + _RIGHT + "Wycliffe House, Water Lane, Wilmslow SK9 5AF.\nYours sincerely",
    _HEAD.format("4 March 2024")
    + "If you remain unhappy you may complain to the Information Commissioner.\nYours sincerely",
    Example(_HEAD.format("4 March 2024") + _RIGHT + "www.ico.org.uk.\nYours sincerely", regime="foisa"),
)
COUNTER_EXAMPLES = (
    _HEAD.format("4 March 2024") + _RIGHT + "www.ico.org.uk, 0303 123 1113.\nYours sincerely",
    _HEAD.format("4 March 2024") + _RIGHT + "Wycliffe House, Water Lane, Wilmslow SK9 5AF.\nYours sincerely",
)

_NAMES = {"ico": "Information Commissioner", "sic": "Scottish Information Commissioner"}


@letter_rule("L118", Severity.BLOCK, KINDS)
def commissioner(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit where the right is missing, the Commissioner is the wrong one, or a contact is missing or stale."""
    scottish = letter.regime in SCOTTISH
    due = "sic" if scottish else "ico"
    right = letter.complaint
    if right is None:
        said = f"The letter does not say that the requester may complain to the {_NAMES[due]}."
        yield Hit(said, severity=None if is_notice(letter) else Severity.REVIEW)
        return
    if right.commissioner != due:
        said = f"The letter sends complaints to the {_NAMES[right.commissioner]}; under this law they go to the {_NAMES[due]}."
        yield Hit(said, ranges=((right.start, right.end),), severity=Severity.REVIEW)
        return
    day = letter.date_line.sent.value if letter.date_line.sent else date.today()
    given = [mention for mention in commissioners.mentions(letter.text) if mention.commissioner == _NAMES[due]]
    for mention in given:
        if not mention.contact.right_on(day):
            yield Hit(_stale(mention, day), ranges=(mention.span,), severity=Severity.REVIEW)
    if not given and not right.contacts:
        said = f"The letter names the {_NAMES[due]} and does not say how to reach them."
        yield Hit(said, ranges=((right.start, right.end),), severity=Severity.REVIEW)


def _stale(mention: Mention, day: date) -> str:
    what = {Kind.ADDRESS: "address", Kind.PHONE: "number", Kind.EMAIL: "e-mail address", Kind.SITE: "web site"}
    contact = mention.contact
    when = "not yet right" if contact.since and day < contact.since else "out of date"
    return f"The {mention.commissioner}'s {what[contact.kind]} is {when} in a letter of this date.{doubt(contact)}"
