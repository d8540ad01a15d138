"""L107 bare-section: an exemption is cited without the limb that is relied on.

Why: section 31 alone names nine different harms; the notice must say which one, or nobody can argue against it.
Fix: cite the limb, such as section 31(1)(a) or section 40(2).
Source: section 17(1)(b) and (c) of the Freedom of Information Act 2000 and ICO guidance on refusing a request; regulation
    14(3) of the Environmental Information Regulations 2004.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor import law
from redactor.law import Law, Test
from redactor.letter.model import Letter, LetterKind, Use
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule
from redactor.rules.letter._doubt import doubt

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The council holds the information. It is withheld under {}, because its release would be likely to help burglars.\n"
    "Yours sincerely"
)
EXAMPLES = (_HEAD.format("section 31"), _HEAD.format("section 40"), _HEAD.format("section 36(2)"))
COUNTER_EXAMPLES = (_HEAD.format("section 31(1)(a)"), _HEAD.format("section 40(2)"), _HEAD.format("section 21"))

_SEVERAL = {
    "foia": ("26", "27", "29", "30", "31", "32", "35", "36", "37", "38", "40", "43", "44"),
    "foisa": ("26", "29", "30", "31", "32", "33", "34", "35", "36", "38", "39", "41"),
    "eir": ("12",),
    "eisr": ("10",),
}
"""Sections that hold more than one ground, so that their number alone does not say which."""
_UNDECIDED = re.compile(r"\b(?:may|might|could|whether)\b", re.IGNORECASE)
_TOGETHER = {
    "foia": ("21", "22", "22A", "40", "41"),
    "foisa": ("25", "27", "36", "38"),
    "eir": ("13",),
    "eisr": ("11",),
}
"""Sections whose paragraphs are conditions that must all be met, so that citing the limb above them says it all."""


@letter_rule("L107", Severity.REVIEW)
def bare_section(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each exemption relied on whose limb is never given, where its section has several."""
    yield from _still_weighed(letter)
    for one in letter.exemptions:
        act = _law(one.regime)
        if act is None or not (one.substantive or one.ncnd):
            continue
        if not one.limbs:
            if one.section in _SEVERAL.get(act.regime, ()):
                said = f"{act.called(one.section, capital=True)} is relied on, and the letter does not say which part of it."
                said += doubt(act.find(one.section))
                yield Hit(said, ranges=((one.start, one.end),))
            continue
        if (
            one.ncnd
            and not one.substantive
            and _harms(act, one.section)
            and all(_is_ncnd(act, one.section, limb) for limb in one.limbs)
        ):
            said = f"Section {one.section} names several harms, and the letter does not say which would follow."
            yield Hit(said, ranges=((one.start, one.end),), severity=Severity.NOTE)
        withholding = [limb for limb in one.limbs if not _is_ncnd(act, one.section, limb)]
        if one.substantive and withholding and all(_goes_deeper(act, one.section, limb) for limb in withholding):
            said = f"{act.called(one.section, withholding[0], capital=True)} is relied on, and the letter does not say which of its paragraphs."
            said += doubt(act.find(one.section, withholding[0]))
            # "30(1)(a)" says what was withheld and why; its two items need not be told apart.
            deep = withholding[0].count("(") > 1
            yield Hit(said, ranges=((one.start, one.end),), severity=Severity.NOTE if deep else None)


def _still_weighed(letter: Letter) -> Iterator[Hit]:
    """Yield a hit for a bare section that an extension names: the notice for it must say which part as well."""
    if letter.kind.kind is not LetterKind.EXTENSION or letter.exemptions:
        return
    told = {(one.regime, one.section) for one in letter.citations if one.limb}
    for one in letter.citations:
        bare = one.exemption and not one.limb and one.use is not Use.QUOTED and (one.regime, one.section) not in told
        if bare and _UNDECIDED.search(letter.text, max(0, one.start - 60), min(one.end + 40, len(letter.text))):
            # "Section 36 may apply": which part is not decided yet.
            return
        if bare and one.section in _SEVERAL.get(one.regime, ()):
            yield Hit(
                f"{one.code} is named, and the letter does not say which part of it.", ranges=((one.start, one.end),)
            )
            return


def _law(regime: str) -> Law | None:
    return law.load(regime) if regime in law.REGIMES else None


def _is_ncnd(act: Law, section: str, limb: str) -> bool:
    """Return whether a limb only bars confirming, and withholds nothing."""
    found = act.find(section, limb)
    return bool(found and found.ncnd)


def _harms(act: Law, section: str) -> bool:
    """Return whether the section's first subsection lists several harms, as 31(1) does."""
    first = act.find(section, "(1)")
    return bool(first and first.test is Test.PREJUDICE and _goes_deeper(act, section, "(1)"))


def _goes_deeper(act: Law, section: str, limb: str) -> bool:
    """Return whether a limb has grounds of its own below it, as 31(1) has (a) to (i)."""
    if section in _TOGETHER.get(act.regime, ()):
        return False
    below = [other for (of, other) in act.provisions if of == section and other.startswith(f"{limb}(")]
    return len(below) > 1
