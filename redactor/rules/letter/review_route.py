"""L117 review-route: the letter does not say how to ask the authority to look again.

Why: a notice of refusal must give the particulars of any procedure for complaints, or say that there is none.
Fix: add how and where to ask for an internal review, and by when; forty working days is the usual time.
Source: section 17(7)(a) of the Freedom of Information Act 2000 and paragraph 5.3 of the section 45 Code of Practice
    (2018); regulations 11 and 14(5) of the Environmental Information Regulations 2004; section 20 of the Freedom of
    Information (Scotland) Act 2002; regulations 13 and 16 of the Environmental Information (Scotland) Regulations 2004.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor import law
from redactor.letter.model import Letter, LetterKind, ReviewRoute, Window
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import REPLIES, letter_rule
from redactor.rules.letter._doubt import doubt

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The council does not hold the information you asked for.\n"
)
_ICO = "If you remain unhappy you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely"
EXAMPLES = (
    f"{_HEAD}{_ICO}",
    f"{_HEAD}You may ask for an internal review within 20 working days by writing to review@example.gov.uk.\n{_ICO}",
    f"{_HEAD}You may ask for an internal review within 40 working days.\n{_ICO}",
)
COUNTER_EXAMPLES = (
    f"{_HEAD}You may ask for an internal review within 40 working days by writing to review@example.gov.uk.\n{_ICO}",
    f"{_HEAD}You may ask for an internal review within two months by replying to this e-mail.\n{_ICO}",
    f"{_HEAD}The council has no internal review procedure.\n{_ICO}",
)

KINDS = REPLIES - {LetterKind.ACKNOWLEDGEMENT, LetterKind.CLARIFICATION}
"""Letters that answer or refuse: these two do neither yet."""
_REFUSALS = frozenset(
    {
        LetterKind.PARTIAL,
        LetterKind.REFUSAL,
        LetterKind.NCND,
        LetterKind.COST,
        LetterKind.VEXATIOUS,
        LetterKind.NOT_HELD,
        LetterKind.EXTENSION,
    }
)
_RULES = {
    "foia": "the Code of Practice advises",
    "eir": "the Regulations allow",
    "foisa": "the Scottish Act allows",
    "eisr": "the Scottish Regulations allow",
}
_DAYS = {"working days": 1.0, "days": 5 / 7, "calendar days": 5 / 7, "weeks": 5.0, "months": 20.0}
"""Working days in one of each unit; two months count as forty working days, which is what letters mean by them."""


def is_notice(letter: Letter) -> bool:
    """Return whether the law itself asks for the paragraph.

    Under the Act of 2000 a letter that gives everything, or says that nothing is held, is no refusal notice; the Code asks
    for the paragraph there too. In Scotland (section 17) and under the Regulations (12(4)(a)) "not held" is one.
    """
    kind = letter.kind.kind
    return kind in _REFUSALS and not (kind is LetterKind.NOT_HELD and letter.regime == "foia")


@letter_rule("L117", Severity.BLOCK, KINDS - {LetterKind.REVIEW})
def review_route(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit where no procedure is given, where its time is short, and where nobody can be reached."""
    route = letter.review
    if route is None:
        yield Hit(
            "The letter does not say how to ask for an internal review, or that there is none.",
            severity=None if is_notice(letter) else Severity.REVIEW,
        )
        return
    if not route.offered:
        if letter.regime != "foia":
            said = "The letter says that there is no internal review, but this law gives a right to one."
            yield Hit(said, ranges=((route.start, route.end),))
        return
    yield from _short(letter, route)
    if not route.contacts and route.same_address is None:
        said = (
            "The letter offers an internal review and does not say where to ask for it (address, e-mail or telephone)."
        )
        yield Hit(said, ranges=((route.start, route.end),), severity=Severity.REVIEW)


def _short(letter: Letter, route: ReviewRoute) -> Iterator[Hit]:
    fact = law.load(letter.regime).facts.review_request
    usual = fact.value or 40
    for window in route.windows:
        if _working_days(window) < usual:
            given = f"The letter gives {window.count} {window.unit} to ask for a review"
            said = f"{given}; {_RULES[letter.regime]} {usual} working days ({fact.provision}).{doubt(fact)}"
            yield Hit(said, ranges=((window.start, window.end),), severity=Severity.REVIEW)


def _working_days(window: Window) -> float:
    return window.count * _DAYS.get(window.unit, 1.0)
