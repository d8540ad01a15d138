"""L130 wrong-class: an exemption is called absolute, qualified or prejudice-based, and is not.

Why: the class decides whether the public interest is weighed and whether harm must be shown.
Fix: correct the word, and check that the right test was applied.
Source: section 2(3) of the Freedom of Information Act 2000; ICO guidance on the exemptions; policies/law.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor import law
from redactor.law import Law, Provision, Standing, Test
from redactor.letter.model import Letter, Note, Remark
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule
from redactor.rules.letter._doubt import doubt

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The council holds the report. It is withheld under section {}.\nSection {} is {} exemption.\nYours sincerely"
)
EXAMPLES = (
    _HEAD.format("43(2)", "43", "an absolute"),
    _HEAD.format("43(2)", "43", "engaged and needs no public interest test, being an"),
    _HEAD.format("24(1)", "24", "a prejudice based qualified"),
)
COUNTER_EXAMPLES = (
    _HEAD.format("43(2)", "43", "a qualified"),
    _HEAD.format("31(1)(a)", "31", "a prejudice based qualified"),
)

_STANDING = {Remark.CLASS_ABSOLUTE: Standing.ABSOLUTE, Remark.CLASS_QUALIFIED: Standing.QUALIFIED}
_WORDS = {
    Remark.CLASS_ABSOLUTE: "absolute",
    Remark.CLASS_QUALIFIED: "qualified",
    Remark.CLASS_PREJUDICE: "prejudice-based",
    Remark.CLASS_BASED: "class-based",
}
_IS = {
    Test.CLASS: "is class-based",
    Test.PREJUDICE: "is prejudice-based",
    Test.REQUIRED: 'asks what is "required for" its purpose',
    Test.ENDANGER: 'asks what would "endanger"',
    Test.ADVERSE: 'asks what "would adversely affect"',
}


@letter_rule("L130", Severity.NOTE)
def wrong_class(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a note for each section that a sentence puts into a class it is not of."""
    if letter.regime not in law.REGIMES:
        return
    act = law.load(letter.regime)
    for note in letter.remarks(Remark.NO_INTEREST_TEST):
        if len(note.sections) == 1 and _all_qualified(act, letter, note.sections[0]):
            said = f"No public interest test is said to be needed for {act.called(note.sections[0])}; it is qualified."
            yield Hit(said, ranges=((note.start, note.end),))
    for note in letter.notes:
        if note.remark in _WORDS:
            for section in note.sections:
                said = _problem(act, letter, note, section)
                if said:
                    yield Hit(said, ranges=((note.start, note.end),))


def _all_qualified(act: Law, letter: Letter, section: str) -> bool:
    cited = [one.provision for one in letter.citations if one.section == section and one.regime == act.regime]
    return bool(cited) and all(one is not None and one.standing is Standing.QUALIFIED for one in cited)


def _problem(act: Law, letter: Letter, note: Note, section: str) -> str:
    cited = [one for one in letter.citations if one.section == section and one.regime == act.regime and one.exemption]
    found = [one.provision or act.find(section) for one in cited]
    provisions = [one for one in found if one is not None] or [one for one in [act.find(section)] if one is not None]
    # The first condition of the section on personal data is absolute, and who names it has left the others.
    provisions = [one for one in provisions if one.limb.startswith("(3") and one.absolute] or provisions
    if not provisions or any(_fits(one, note.remark) for one in provisions):
        return ""
    one = provisions[0]
    called = f"{act.called(section, capital=True)} is called {_WORDS[note.remark]}"
    if note.remark in _STANDING:
        is_ = "absolute" if one.standing is Standing.ABSOLUTE else "qualified"
        return f"{called}; it is {is_}.{doubt(one)}"
    how = _IS.get(one.test, "is of another class") if one.test else "is of another class"
    return f"{called}; it {how}.{doubt(one)}"


def _fits(one: Provision, remark: Remark) -> bool:
    if remark in _STANDING:
        return one.standing in (_STANDING[remark], Standing.MIXED, None)
    if remark is Remark.CLASS_PREJUDICE:
        return one.test in (Test.PREJUDICE, Test.ADVERSE, None)
    return one.test in (Test.CLASS, None)
