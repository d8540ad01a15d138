"""L128 regime: the letter mixes the law of one regime with that of another.

Why: an exemption of the wrong Act withholds nothing; environmental information falls under the Regulations alone, and a
    Scottish authority answers under Scottish law to a Scottish Commissioner.
Fix: decide which law the request falls under and cite that one; where both apply to parts, say which part falls where.
    The two Regulations of 2004 count differently: the exceptions are in regulation 12, in Scotland in regulation 10.
Source: section 39 of the Freedom of Information Act 2000; regulation 5 of the Environmental Information Regulations 2004;
    sections 3 and 39(2) of the Freedom of Information (Scotland) Act 2002; regulation 10 of the Environmental Information
    (Scotland) Regulations 2004.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor import law
from redactor.letter.model import Citation, Letter, RegimeMention, Use, Zone
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.examples import Example
from redactor.rules.letter import letter_rule

_HEAD = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nRequest under the {}\nThank you for your request of 12 February 2024.\n"
    "The council holds the report. It is withheld under {}, because it is still being written.\nYours sincerely"
)
_EISR = "Environmental Information (Scotland) Regulations 2004 (the EIRs)"
_FOIA, _FOISA = "Freedom of Information Act 2000", "Freedom of Information (Scotland) Act 2002"
EXAMPLES = (
    _HEAD.format(_FOIA, "regulation 12(4)(d)"),
    Example(_HEAD.format(_FOISA, "section 22 of the Freedom of Information Act 2000"), regime="foisa"),
    Example(_HEAD.format(_EISR, "regulation 12(4)(d)"), regime="eisr"),
    Example(
        _HEAD.format("Environmental Information Regulations 2004", "regulation 10(4)(d) of the EIRs"), regime="eisr"
    ),
)
COUNTER_EXAMPLES = (
    _HEAD.format(_FOIA, "section 22(1)"),
    _HEAD.format(
        _FOIA,
        "section 39 of the Act, as it is environmental information, which we have considered under the Environmental "
        "Information Regulations 2004, and regulation 12(4)(d) of those",
    ),
    Example(_HEAD.format(_EISR, "regulation 10(4)(d) of the EIRs"), regime="eisr"),
    Example(
        _HEAD.format(
            _FOISA, f"section 39(2) of the Act, as it falls under the {_EISR}, and regulation 10(4)(d) of those"
        ),
        regime="foisa",
    ),
)

_MACHINERY = {
    "foia": ("1", "10", "16", "17"),
    "eir": ("5", "7", "9", "11", "14"),
    "foisa": ("1", "10", "15", "16", "17"),
    "eisr": ("5", "7", "9", "13", "16"),
}
_TO_THE_COMMISSIONER = "50"
"""The way to the Commissioner of the Act of 2000, who has no say over a Scottish authority."""
_OF_THE_ACT = 12
_INITIALS = 8
"""Characters: longer than "EIR", "EIRs" and their like."""
_NAMES = {
    "foia": "the Freedom of Information Act 2000",
    "eir": "the Environmental Information Regulations 2004",
    "foisa": "the Freedom of Information (Scotland) Act 2002",
    "eisr": "the Environmental Information (Scotland) Regulations 2004",
}


@letter_rule("L128", Severity.REVIEW)
def regime(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for the first citation of each other regime, unless the letter says that it answers under both."""
    seen: set[str] = set()
    named = {
        one.regime
        for one in letter.regimes
        if not one.quoted and not _belongs_to_citation(letter, one) and _is_said(letter, one)
    }
    for one in letter.citations:
        if one.regime in seen or not _is_foreign(letter, one) or _bridged(letter, one.regime, named):
            continue
        seen.add(one.regime)
        theirs = "foia" if one.regime == letter.regime else one.regime
        said = f"The letter answers under {_NAMES[letter.regime]}, but here it relies on {_NAMES[theirs]}."
        yield Hit(said, ranges=((one.start, one.end),))
    said_in_text = letter.regime_in_text
    if (
        said_in_text in _NAMES
        and said_in_text != letter.regime
        and said_in_text not in seen
        and letter.regime in _NAMES
        # A letter that names both answers a part under each.
        and letter.regime not in named
    ):
        place = next((one for one in letter.regimes if one.regime == said_in_text and not one.quoted), None)
        at = ((place.start, place.end),) if place else ()
        yield Hit(
            f"The letter speaks of {_NAMES[said_in_text]}; it was checked under {_NAMES[letter.regime]}.", ranges=at
        )
    elif not seen:
        yield from _other_title(letter)


def _other_title(letter: Letter) -> Iterator[Hit]:
    """Yield a hit where a Scottish authority gives the Regulations that it goes by the title of the other country's."""
    if letter.regime not in law.SCOTTISH or not any(one.regime == "eisr" for one in letter.citations):
        return
    titles = [one for one in letter.regimes if not one.quoted and one.end - one.start > _INITIALS]
    wrong = next((one for one in titles if one.regime == "eir"), None)
    if wrong is not None and not any(one.regime == "eisr" for one in titles):
        said = f"The letter names {_NAMES['eir']}; in Scotland {_NAMES['eisr']} apply."
        yield Hit(said, ranges=((wrong.start, wrong.end),))


def _is_foreign(letter: Letter, one: Citation) -> bool:
    relied = one.exemption and one.use in (Use.RELIED_ON, Use.NCND)
    # A notice, a time or a duty of the other law stands for it as much as an exemption does; section 50 does not.
    by = one.use is Use.MACHINERY and one.named and one.section in _MACHINERY.get(one.regime, ())
    if letter.regime in law.SCOTTISH and one.regime == "foia" and one.use is not Use.QUOTED:
        by = by or (one.named and one.section == _TO_THE_COMMISSIONER)
    if letter.regime in law.SCOTTISH and one.regime == "foisa" and one.use in (Use.RELIED_ON, Use.NCND, Use.DISCUSSED):
        return _is_southern(one) or (letter.regime != "foisa" and relied)
    return (relied or by) and one.regime in _NAMES and letter.regime in _NAMES and one.regime != letter.regime


def _is_southern(one: Citation) -> bool:
    """Return whether a section cited in a Scottish letter has a limb that only the Act of 2000 has: 40(2), 43(2)."""
    scottish, southern = law.load("foisa"), law.load("foia")
    there = scottish.find(one.section, one.limb)
    here = southern.find(one.section, one.limb)
    return bool(one.limb) and there is None and here is not None and here.standing is not None


def _belongs_to_citation(letter: Letter, mention: RegimeMention) -> bool:
    """Return whether an Act is only named because one of its sections is: "section 50 of the Freedom of Information Act"."""
    return any(0 <= mention.start - one.end < _OF_THE_ACT for one in letter.citations)


def _is_said(letter: Letter, mention: RegimeMention) -> bool:
    """Return whether an Act is named in the letter's own prose, and not in a mailbox or in the foot of a page."""
    part = letter.paragraph_at(mention.start)
    beside = letter.text[max(0, mention.start - 1) : mention.start] + letter.text[mention.end : mention.end + 1]
    return (
        (part is None or part.zone not in (Zone.FURNITURE, Zone.CLOSE, Zone.APPEAL))
        and "@" not in beside
        and "." not in beside[:1]
    )


def _bridged(letter: Letter, other: str, named: set[str]) -> bool:
    """Return whether both regimes are named and the section that leads from one to the other is cited."""
    pair = {letter.regime, other}
    if pair not in ({"foia", "eir"}, {"foisa", "eisr"}):
        return False
    bridge = any(one.regime in ("foia", "foisa") and one.section == "39" for one in letter.citations)
    return bridge or pair <= named
