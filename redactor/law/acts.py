"""Whose section is it? The Act or document named beside a section number, read from the words before and after it.

"section 60 of the Police Act 1996" is no citation of ours, and neither is "section 31 of the policy".
"""

from __future__ import annotations

import enum
import re


class Owner(enum.StrEnum):
    """The Act a section belongs to, as far as the words beside it say."""

    FOIA = "foia"
    EIR = "eir"
    FOISA = "foisa"
    EISR = "eisr"
    EIRS = "eirs"
    """"the EIRs", "the 2004 Regulations": in Scotland the Scottish Regulations are called so, elsewhere the others."""
    SAME = "same"
    """"the Act", "the Regulations", "the legislation": the one the letter is about."""
    OTHER = "other"
    UNSAID = ""


_FOISA = r"Freedom\s{1,9}of\s{1,9}Information\s{0,9}\(\s{0,9}Scotland\s{0,9}\)|FOI\s{0,9}\(\s{0,9}S(?:cotland)?\s{0,9}\)|FOISA\b|2002\s{1,9}Act\b"
_FOIA = r"Freedom\s{1,9}of\s{1,9}Information\b|FOIA\b|FOI\b|F\.O\.I|2000\s{1,9}Act\b"
_SCOTLAND = r"\(?\s{0,3}Scotland\s{0,3}\)?"
_EISR = (
    rf"Environmental\s{{1,9}}Information\s{{0,9}}(?:{_SCOTLAND}\s{{0,9}}Regulations?|Regulations?(?:\s{{1,9}}2004)?\s{{0,9}}{_SCOTLAND})"
    r"|EISRs?\b|EI\s?\(S\)\s?Rs?\b|EIRs?\s{0,3}\(\s{0,3}S(?:cotland)?\s{0,3}\)"
)
_EIR = r"Environmental\s{1,9}Information\s{1,9}Regulations?\b"
_EIRS = r"EIRs?\b|2004\s{1,9}Regulations\b"
_OURS = re.compile(
    rf"(?P<foisa>{_FOISA})|(?P<foia>{_FOIA})|(?P<eisr>{_EISR})|(?P<eir>{_EIR})|(?P<eirs>{_EIRS})", re.IGNORECASE
)
_SAME = re.compile(
    r"(?:said\s{1,9}|above\s{1,9}|same\s{1,9})?(?:Act|Regulations|legislation)\b(?!\s{1,9}(?:19|20)\d\d)", re.IGNORECASE
)

_KIND = (
    r"(?:Act|Regulations?|Order|Rules|Code|Convention|Directive|Bill|Measure|Charter|Constitution|Treaty|Ordinance"
    r"|Scheme|Instrument)"
)
# Acts that FOI letters cite by initials; any other initials count when a year or "of the" stands with them.
_INITIALS = (
    r"(?:DPA|GDPR|PACE|RIPA|RIP\(S\)A|IPA|HRA|ECHR|POCA|PCA|CJA|CJPOA|CPIA|CDPA|LGA|EqA|TACT|RTA|OSA|SOCPA|PSED|PRA"
    r"|NRSWA|TCPA|FSMA|ISA|CCA|SOA|MCA|PHA|CRPA|COPFS)"
)
_CAPITAL = r"\(?[A-Z][\w'’&.()-]*"
_TITLE = (
    rf"{_CAPITAL}(?:[ \t]{{1,9}}(?:(?:and|of|for|in|on|to|with)[ \t]{{1,9}}(?:the[ \t]{{1,9}})?)?{_CAPITAL}){{0,9}}"
)
_OTHER_ACT = re.compile(
    rf"{_TITLE}[ \t]{{1,9}}{_KIND}\b(?:[ \t]{{1,9}}(?:19|20)\d\d)?|{_INITIALS}\b|[A-Z]{{2,8}}[ \t]{{1,9}}(?:19|20)\d\d\b"
    r"|(?:19|20)\d\d[ \t]{1,9}(?:Act|Regulations|Order|Rules)\b|(?:Schedule|Annex|Appendix)\b"
)
_OF = re.compile(
    r"\s{0,9}[,(\[]?\s{0,9}(?P<of>of|in|under|within|from)\s{1,9}(?P<the>(?:the|this|that|our|your|their|its|an?|any)\s{1,9})?"
)
# A dash begins a title: "Section 44 - Official Secrets Act" is our section 44, and says what prohibits.
_BESIDE = re.compile(r"[ \t]{0,9}(?P<loose>[,(\[]?)[ \t]{0,9}(?:the[ \t]{1,9})?")
# In "under section 31 of the exemptions", and after a list of limbs, a word follows that owns nothing.
_OWNS_NOTHING = re.compile(
    r"(?:exempt\w*|exception\w*|refus\w*|order|respect|relation|line|part|full|both|which)\b", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"(?P<name>{_TITLE}(?:[ \t]{{1,9}}(?:19|20)\d\d)?)(?:[ \t]{{0,9}}\([^()]{{1,30}}\))?(?P<gap>\s{{0,9}}[,:;–-]?\s{{0,9}})\Z"
)

_REST = re.compile(r"[ \t()]*(?:Act|Regulations)?[ \t(]*(?:(?:19|20)\d\d)?[ \t)]*")
_YEAR = r"(?:[ \t]{1,9}(?:19|20)\d\d)?"
_OTHER_BEFORE = re.compile(rf"(?:{_TITLE}[ \t]{{1,9}}{_KIND}{_YEAR}|{_INITIALS}{_YEAR})\Z")


def after(text: str, end: int) -> tuple[Owner, bool]:
    """Return whose section ends here, by the words that follow, and whether these are joined to it without a comma."""
    of = _OF.match(text, end)
    if of:
        ours = _named(text, of.end())
        if ours is not Owner.UNSAID:
            return ours, True
        # "in this case" and "under the exemption" own nothing; "of this report" does.
        owns = of["of"] == "of" and of["the"] and text[of.end() : of.end() + 1].isalpha()
        return (Owner.OTHER if owns and not _OWNS_NOTHING.match(text, of.end()) else Owner.UNSAID), True
    beside = _BESIDE.match(text, end)
    if beside is None or beside.end() == end:
        return Owner.UNSAID, True
    found = _named(text, beside.end())
    # "Section 40(2), the Act says" names nothing; "of" is needed for so general a word.
    return (Owner.UNSAID if found is Owner.SAME else found), not beside["loose"]


def _named(text: str, start: int) -> Owner:
    ours = _OURS.match(text, start)
    if ours:
        return Owner(ours.lastgroup or "")
    if _SAME.match(text, start):
        return Owner.SAME
    other = _OTHER_ACT.match(text, start)
    if other is None:
        return Owner.UNSAID
    inside = _OURS.search(other.group())
    return Owner(inside.lastgroup or "") if inside else Owner.OTHER


def before(text: str, start: int) -> tuple[Owner, bool]:
    """Return whose section begins here, by the words before it, and whether they stand next to it without a comma."""
    found = _BEFORE.search(text, max(0, start - 120), start)
    if found is None:
        return Owner.UNSAID, False
    if "\n" in found["gap"] and text[start : start + 1].isupper():
        # A new line with a capital is a new heading, not the rest of a sentence.
        return Owner.UNSAID, False
    close = not found["gap"].strip() and "\n" not in found["gap"]
    name = found["name"]
    ours = list(_OURS.finditer(name))
    if ours and _REST.fullmatch(name, ours[-1].end()):
        return Owner(ours[-1].lastgroup or ""), close
    return (Owner.OTHER if _OTHER_BEFORE.search(name) else Owner.UNSAID), close
