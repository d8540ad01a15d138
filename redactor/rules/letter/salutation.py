"""L121 salutation: the greeting does not suit where the letter goes.

Why: a letter to be sent greets a person by name; one to be published must not name the person who asked.
Fix: write the name for sending; take it out, or let `redactor redact` take it out, for publishing.
Source: section 40(2) of the Freedom of Information Act 2000; ICO guidance on disclosure logs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter.model import Addressee, Letter, Salutation, Shape, Zone
from redactor.model import Mode, Requester, Severity
from redactor.rules import Hit, View
from redactor.rules.examples import Example
from redactor.rules.letter import letter_rule

_TEXT = (
    "Our reference: FOI/24/113\nDate: 4 March 2024\nDear {}\nFreedom of Information request\n"
    "Thank you for your request of 12 February 2024.\nThe council holds the information. It is set out below.\nYours sincerely"
)
_TITLES = frozenset("mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend cllr councillor".split())  # noqa: SIM905
_SHORT_NAME = 3
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx"})
_TITLED = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr)\.?[ \t]+(?:[A-Z][\w'.-]*[ \t]?){1,3}$", re.MULTILINE
)
_WHOLE = re.compile(r"(?:good|hello|hi|greetings|to\s+whom)\b", re.IGNORECASE)
"""A greeting that is one without a name, as "Dear" is not."""
_ASKED = Requester(names=("Funmi Adeyemi",))
EXAMPLES = (
    Example(_TEXT.format(""), mode=Mode.SEND),
    Example(_TEXT.format("Applicant"), mode=Mode.SEND, requester=_ASKED),
    Example(_TEXT.format("Mr Kowalczyk"), mode=Mode.SEND, requester=_ASKED),
    Example(_TEXT.replace("Dear {}\n", ""), mode=Mode.SEND),
)
COUNTER_EXAMPLES = (
    Example(_TEXT.format(""), mode=Mode.PUBLISH),
    Example(_TEXT.format("Ms Adeyemi"), mode=Mode.SEND, requester=_ASKED),
    Example(_TEXT.format("Sir or Madam"), mode=Mode.SEND),
    Example(_TEXT.format("Funmi"), mode=Mode.SEND, requester=_ASKED),
)


@letter_rule("L121", Severity.REVIEW)
def salutation(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for a letter to be sent that greets nobody or somebody else."""
    if view.case.mode is not Mode.SEND:
        yield from _published(view, letter)
        return
    if not letter.salutations:
        yield Hit("The letter is to be sent and has no greeting.")
        return
    first = letter.salutations[0]
    at = ((first.start, first.end),)
    if first.addressee is Addressee.BLANK:
        if _WHOLE.match(letter.text, first.start, first.end):
            return
        yield Hit("The letter is to be sent and its greeting has no name.", ranges=at)
    elif first.addressee is Addressee.GENERAL and view.case.requester.names:
        yield Hit("The greeting names nobody, although the case file says who asked.", ranges=at)
    elif first.addressee is Addressee.NAMED and view.case.requester.names:
        if not _is_requester(view, letter, first):
            yield Hit("The greeting names somebody else than the requester in the case file.", ranges=at)
    elif first.addressee is Addressee.NAMED:
        greeted = {part.casefold() for part in _parts(letter.text[first.name_start : first.name_end])}
        for place, named in _addressed(letter, first):
            if not greeted & named - _TITLES:
                yield Hit("The greeting names somebody else than the address above it.", ranges=(place, *at))
            elif (greeted & _COURTESY) and (named & _COURTESY) and not greeted & named & _COURTESY:
                yield Hit("The greeting has another title than the address above it.", ranges=(place, *at))
            return


def _addressed(letter: Letter, first: Salutation) -> Iterator[tuple[tuple[int, int], set[str]]]:
    """Yield the people whom the heading names with a title, as an address does; an officer stands behind a label."""
    for paragraph in letter.paragraphs:
        if paragraph.zone is Zone.HEADER and paragraph.shape is not Shape.FIELD and paragraph.end <= first.start:
            for match in _TITLED.finditer(letter.text, paragraph.start, paragraph.end):
                yield match.span(), {part.casefold() for part in _parts(match[0])}


def _published(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit where a letter to be published greets by name: a NOTE where the policy takes it out, none in the copy."""
    removed = {part.casefold() for value in view.removed for part in _parts(value)}
    for one in letter.salutations:
        if one.addressee is not Addressee.NAMED:
            continue
        greeted = {part.casefold() for part in _parts(letter.text[one.name_start : one.name_end])} - _TITLES
        if greeted and not greeted & removed:
            said = "The letter is to be published and greets somebody by name, which nothing takes out."
            yield Hit(said, ranges=((one.start, one.end),))
        elif greeted and view.task == "check":
            said = "The letter greets somebody by name; the redacted copy to be published does not."
            yield Hit(said, ranges=((one.start, one.end),), severity=Severity.NOTE)


def _is_requester(view: View, letter: Letter, first: Salutation) -> bool:
    """Return whether the greeting shares a name with the requester, in whatever case."""
    greeted = {part.casefold() for part in _parts(letter.text[first.name_start : first.name_end])}
    known = {part.casefold() for name in view.case.requester.names for part in _parts(name)}
    if greeted & known:
        return True
    # "Geoff" for Geoffrey: the beginning of a first name.
    return any(len(one) >= _SHORT_NAME and name.startswith(one) for one in greeted - _TITLES for name in known)


def _parts(name: str) -> list[str]:
    return [part for part in name.replace("-", " ").replace(",", " ").split() if len(part.strip(".")) > 1]
