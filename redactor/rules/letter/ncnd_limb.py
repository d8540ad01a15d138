"""L113 ncnd-limb: neither confirming nor denying under a limb that withholds, or the reverse.

Why: the limb that lifts the duty to confirm or deny is another one than the limb that lets information be withheld; citing
    section 31(1) while neither confirming nor denying gives away that there is something to withhold.
Fix: cite the limb on confirming or denying, such as section 31(3), or confirm that information is held.
Source: sections 1(1)(a) and 2(1) of the Freedom of Information Act 2000 and the limbs in policies/law; section 18 of the
    Scottish Act; regulation 12(6) of the Environmental Information Regulations 2004, 10(8) of the
    Scottish ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor import law
from redactor.law import Role
from redactor.letter.model import Citation, Holding, Letter, Use
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule
from redactor.rules.letter._doubt import doubt

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n{}\n"
    "Yours sincerely"
)
EXAMPLES = (
    _HEAD.format(
        "The force neither confirms nor denies that it holds the information you asked for by virtue of section 31(1)(a)."
    ),
    _HEAD.format("The force holds the plan. It is withheld under section 31(3), as it would help burglars."),
)
COUNTER_EXAMPLES = (
    _HEAD.format(
        "The force neither confirms nor denies that it holds the information you asked for by virtue of section 31(3)."
    ),
    _HEAD.format(
        "The force holds the plan. It is withheld under section 31(1)(a), as it would be likely to help burglars."
    ),
)


@letter_rule("L113", Severity.BLOCK)
def ncnd_limb(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each citation whose limb cannot do what the sentence around it does."""
    seen: set[str] = set()
    for one in letter.citations:
        said = _problem(letter, one)
        if said and one.code not in seen:
            seen.add(one.code)
            yield Hit(said, ranges=((one.start, one.end),))


def _problem(letter: Letter, one: Citation) -> str:
    # Section 12(2) is about the cost of finding out; it neither withholds nor keeps silent.
    if one.provision is None or one.provision.role is not Role.EXEMPTION or not one.limb:
        return ""
    act = law.load(one.regime)
    limbs = act.ncnd_limbs(one.section)
    silent = one.use is Use.NCND or (one.use is Use.RELIED_ON and _only_silent(letter))
    if silent and not one.ncnd_limb and limbs and not _has_limb(letter, one):
        return (
            f"The letter neither confirms nor denies under {one.code}, which only lets information be withheld. "
            f"The part of {act.called(one.section)} for that is {_list(limbs)}.{doubt(one.provision)}"
        )
    if one.use is Use.RELIED_ON and one.ncnd_limb and not _only_silent(letter):
        said = f"Something is withheld under {one.code}, which only lets an authority neither confirm nor deny."
        return said + doubt(one.provision)
    return ""


def _only_silent(letter: Letter) -> bool:
    """Return whether the letter does nothing but neither confirm nor deny, so that whatever it relies on is for that."""
    said = {one.holding for one in letter.holdings}
    return Holding.NCND in said and Holding.REFUSED not in said


def _has_limb(letter: Letter, one: Citation) -> bool:
    """Return whether the same section is cited with its own limb for it too, as police letters do side by side."""
    return any(
        other.section == one.section and other.regime == one.regime and other.ncnd_limb and other.use is Use.NCND
        for other in letter.citations
    )


def _list(limbs: tuple[str, ...]) -> str:
    return " or ".join(limbs)
