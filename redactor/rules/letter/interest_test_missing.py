"""L109 interest-test-missing: a qualified exemption without its public interest test.

Why: a qualified exemption holds only where the public interest in keeping it outweighs that in disclosure, and the notice
    must say why.
Fix: give the factors for disclosure, those against, and where the balance lies.
Source: sections 2 and 17(3) of the Freedom of Information Act 2000; regulation 12(1)(b) of the Environmental Information
    Regulations 2004, 10(1)(b) of the Scottish ones; sections 2 and 16(2) of the Scottish Act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor import law
from redactor.law import Provision, Standing
from redactor.letter import weighing
from redactor.letter.model import Exemption, Letter, LetterKind, Paragraph, Passage, Remark, Shape, Zone
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule
from redactor.rules.letter._doubt import doubt

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The council holds the prices. They are withheld under section 43(2), because their release would be likely to "
    "prejudice the commercial interests of the supplier.\n{}\nYours sincerely"
)
_TEST = (
    "Public interest test\nFactors in favour of disclosure\nThe public should know how its money is spent.\n"
    "Factors in favour of withholding\nCompetitors would learn the supplier's margins.\n"
    "Balance of the public interest\nWe have concluded that the public interest in maintaining the exemption outweighs that in "
    "disclosure."
)
EXAMPLES = (_HEAD.format("We hope that this helps."),)
COUNTER_EXAMPLES = (_HEAD.format(_TEST), _HEAD.replace("43(2)", "41").format("The exemption is absolute."))


_INTEREST = re.compile(
    r"\bpublic\s(?:interest|good|benefit)|\b(?:interests?|good)\sof\sthe\spublic|\bbetter\sfor\sthe\spublic"
)
_SHORT = 30
"""Characters of a sentence that argues nothing."""


@letter_rule("L109", Severity.BLOCK)
def interest_test_missing(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield one hit for each qualified exemption that names each part missing."""
    if letter.kind.kind is LetterKind.EXTENSION:
        # Section 17(2) and (3): the balance may follow when it is struck.
        return
    for one in letter.exemptions:
        if not (one.substantive or one.ncnd) or not is_qualified(letter, one):
            continue
        parts = (
            (one.factors_for, "factors for disclosure" if one.substantive else "factors for confirming or denying"),
            (one.factors_against, "factors against it"),
            (one.conclusions, "a conclusion"),
        )
        missing = [name for found, name in parts if not found]
        if missing:
            listed = missing[0] if len(missing) == 1 else f"{', '.join(missing[:-1])} and {missing[-1]}"
            severity = _weight(letter, one, len(parts) - len(missing))
            if one.regime in law.EXCEPTIONS and set(one.limbs) == {"(4)(a)"}:
                # What is not held cannot be disclosed; the Commissioner asks for no test there.
                severity = Severity.NOTE
            said = f"In the public interest test of {_name(one)} the letter does not give {listed}."
            said += doubt(*provisions(one))
            yield Hit(said, ranges=((one.start, one.end),), severity=severity)


def _weight(letter: Letter, one: Exemption, there: int) -> Severity | None:
    """Return BLOCK where nothing like a test is there, NOTE where running prose may hold what is missing.

    Without headings a part may be there and not be recognised: so many sentences about the public interest as parts are
    missing count for them.
    """
    own = [letter.factors[at] for at in (*one.factors_for, *one.factors_against, *one.conclusions)]
    argued = bool(one.factors_for) + bool(one.factors_against) + _unread(letter)
    if not any(factor.heading for factor in own) and (there == 2 or argued >= 2):
        return Severity.NOTE
    return Severity.REVIEW if there else None


def _unread(letter: Letter) -> int:
    """Return how many sentences argue beside the public interest without having been recognised as for or against."""
    known = [(factor.start, factor.end) for factor in letter.factors]
    found = 0
    for part in letter.paragraphs:
        if part.zone not in (Zone.REPLY, Zone.OPENING, Zone.ANNEX) or part.shape is Shape.HEADING:
            continue
        said = letter.text[part.start : part.end].lower()
        if not _INTEREST.search(said) and not _near(letter, part):
            continue
        for sentence in part.sentences:
            taken = any(start < sentence.end and sentence.start < end for start, end in known)
            words = letter.text[sentence.start : sentence.end].lower()
            found += not taken and not weighing.recites(words, Passage(0, len(words))) and len(words) > _SHORT
    return found


def _near(letter: Letter, part: Paragraph) -> bool:
    """Return whether a paragraph stands right under a heading on the public interest."""
    at = letter.paragraphs.index(part)
    above = letter.paragraphs[at - 1] if at else None
    return (
        above is not None
        and above.shape is Shape.HEADING
        and "public interest" in letter.text[above.start : above.end].lower()
    )


def is_qualified(letter: Letter, one: Exemption) -> bool:
    """Return whether every limb relied on is qualified; where that turns on the case, the letter's own word counts."""
    if one.regime not in law.REGIMES:
        return False
    standings = {provision.standing for provision in provisions(one)}
    if standings == {Standing.MIXED}:
        called = letter.remarks(Remark.CLASS_QUALIFIED)
        return any(one.section in note.sections for note in called)
    return Standing.QUALIFIED in standings


def provisions(one: Exemption) -> list[Provision]:
    """Return what the law says of each limb relied on, or of the section where it does not have the limb."""
    act = law.load(one.regime)
    found = [act.find(one.section, limb) or act.find(one.section) for limb in one.limbs or ("",)]
    return [provision for provision in found if provision is not None]


def _name(one: Exemption) -> str:
    act = law.load(one.regime)
    return act.called(one.section, one.limbs[0] if one.limbs and act.unit == "regulation" else "")
