"""L110 interest-test-on-absolute: the public interest is weighed for an exemption that is absolute.

Why: it does no harm in law, but shows that the exemption was not understood, and invites an argument that need not be had.
Fix: take the test out for this exemption, unless it is weighed for another reason, as section 41 does.
Source: section 2(3) of the Freedom of Information Act 2000; section 2(2) of the Scottish Act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor import law
from redactor.letter.model import Exemption, Letter, Remark
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule
from redactor.rules.letter._doubt import doubt

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The council holds the report. It is withheld under section {}, because it came from and concerns the security service.\n"
    "Public interest test for section {}\nFactors in favour of disclosure\nThe public should know how its money is spent.\n"
    "Factors against disclosure\nIt would help those who mean harm.\n"
    "Balance test\nThe public interest in maintaining the exemption outweighs that in disclosure.\nYours sincerely"
)
EXAMPLES = (_HEAD.format("23(1)", "23"), _HEAD.format("41(1)", "41"))
COUNTER_EXAMPLES = (_HEAD.format("24(1)", "24"),)

_WEIGHS_INSIDE = {("foia", "41"), ("foisa", "36"), ("foia", "40"), ("foisa", "38")}
"""Confidence has a public interest defence, and fairness of personal data is a balance of its own."""


@letter_rule("L110", Severity.NOTE)
def interest_test_on_absolute(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a note for each absolute exemption that a factor or a heading of the test names."""
    absolute = {one.section for one in letter.exemptions if _is_absolute(one)}
    for one in letter.exemptions:
        if one.regime not in ("foia", "foisa"):
            continue
        inside = (one.regime, one.section) in _WEIGHS_INSIDE
        if inside and not _as_if_qualified(letter, one) and not _as_if_for_all(letter, one):
            continue
        if not _is_absolute(one) and not _as_if_for_all(letter, one):
            continue
        weighed = [letter.factors[at] for at in (*one.factors_for, *one.factors_against)]
        weighed = weighed or [letter.factors[at] for at in one.conclusions if inside]
        alone = [factor for factor in weighed if set(factor.sections) <= absolute | {one.section}]
        if alone:
            said = f"The public interest is weighed for section {one.section}, which is absolute."
            said += doubt(*(law.load(one.regime).find(one.section, limb) for limb in one.limbs or ("",)))
            yield Hit(said, ranges=((alone[0].start, alone[0].end),))


def _is_absolute(one: Exemption) -> bool:
    if one.regime not in ("foia", "foisa"):
        return False
    act = law.load(one.regime)
    if any(limb.startswith("(3") and act.absolute(one.section, limb) for limb in one.limbs):
        # Section 40(2) by its first condition, which the letter names.
        return True
    return all(act.absolute(one.section, limb) for limb in one.limbs or ("",))


def _as_if_for_all(letter: Letter, one: Exemption) -> bool:
    """Return whether personal data are weighed under headings for and against, and not for their own fairness."""
    if (one.regime, one.section) not in {("foia", "40"), ("foisa", "38")}:
        return False
    weighed = [letter.factors[at] for at in (*one.factors_for, *one.factors_against)]
    words = " ".join(letter.value(factor) for factor in weighed).lower()
    under = any(factor.heading is not None and set(factor.sections) == {one.section} for factor in weighed)
    return (
        under and bool(one.conclusions) and not re.search(r"legitimate|fair|rights|data protection|gdpr|lawful", words)
    )


def _qualified_beside(letter: Letter) -> bool:
    """Return whether another exemption of the letter is qualified: what is weighed may be for that one."""
    return any(not _is_absolute(one) and one.section not in ("40", "38") for one in letter.exemptions)


def _as_if_qualified(letter: Letter, one: Exemption) -> bool:
    """Return whether confidence is weighed as section 2(2)(b) would have it: the exemption against disclosure."""
    if one.section not in ("41", "36", "40", "38"):
        return False
    if (one.regime, one.section) in {("foia", "40"), ("foisa", "38")} and _qualified_beside(letter):
        return False
    if one.conclusions and any(one.section in note.sections for note in letter.remarks(Remark.CLASS_QUALIFIED)):
        return True
    if any(two.section == "2" and two.limb.startswith("(2)") for two in letter.citations) and one.conclusions:
        return True
    said = " ".join(letter.value(letter.factors[at]).lower() for at in one.conclusions)
    return "maintaining the exemption" in said
