"""Which exemptions a letter cites, however it writes them: "s.31(3)", "Sections 24(2) and 31(1)(a)-(c)", "Reg 12(4)(b)".

A citation begins with a word for a section ("section", "s", "Reg", "FOISA", "exemptions at") and a number the law has.
Sections of other Acts and of documents, and headings that merely have a number, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from redactor.law import acts, limbs, runs
from redactor.law.acts import Owner
from redactor.law.loader import SCOTTISH, load
from redactor.law.model import Law, Role
from redactor.law.runs import Item


@dataclass(frozen=True, slots=True)
class Citation:
    """One section as a text cites it.

    Attributes:
        span: half-open, in characters, from the word or number that begins it to its last bracket.
        regime_hint: foia, eir, foisa or eisr where the text itself says so ("Reg", "FOISA", "of the Act of 2000"), else empty.
        section: number as the law has it: 31, 22A.
        limbs: each limb in full, ``(1)(a)``, whether the law has it or not; empty where the section is cited bare.
        regime: the law it was read against: the hint, or the letter's own.
    """

    span: tuple[int, int]
    regime_hint: str
    section: str
    limbs: tuple[str, ...]
    regime: str

    @property
    def canonical(self) -> tuple[str, ...]:
        """Return it limb by limb in the usual short form: s31(1)(a)."""
        law = load(self.regime)
        return tuple(law.write(self.section, limb) for limb in self.limbs or ("",))


_OURS = {Owner.FOIA, Owner.EIR, Owner.FOISA, Owner.EISR}
_TWIN = {"eir": "eisr", "eisr": "eir"}
"""Two Regulations of one title, one for Scotland, whose numbers differ: an exception is in 12 here and in 10 there."""
_REQUEST_NUMBER = re.compile(r"[A-Z]\s?\d+\s?[/_-]\s?\d|[A-Z]\s?\d{3,}")
""""EIR 24/9" and "FOI 7734" number a request; they cite nothing."""
_POSTCODE = re.compile(r"\s?\d[A-Z]{2}\b")
_ELSEWHERE = re.compile(r"\s{0,9}(?:below|above|overleaf|opposite)\b")
_LAWFUL = re.compile(
    r"exempt|exception|\bFOI|freedom of information|\bAct\b|\bEIR|withh[oe]ld|refus|disclos|redact|public interest|\brequest",
    re.IGNORECASE,
)
_BAR = {"foia": "44", "foisa": "26"}
"""The exemption for what another enactment prohibits."""
_AROUND = 90
_HEADING = re.compile(r"[ \t]{0,9}[:–—-][ \t]{0,9}(?P<title>[A-Za-z][^\n.]{2,60})")


def read(text: str, *, regime: str = "foia") -> tuple[Citation, ...]:
    """Return the citations of a text in order; ``regime`` is the letter's own, for those that name no Act.

    Raises:
        PolicyError: no such regime.
    """
    own = load(regime)
    found: list[Citation] = []
    position = 0
    while start := runs.START.search(text, position):
        items, citations = _run(text, start, own)
        found += citations
        # Whatever matched, the search goes on behind it.
        position = max(start.end(), start.start() + 1, items[-1].end if items else 0)
    return tuple(found)


def _run(text: str, start: re.Match[str], own: Law) -> tuple[tuple[Item, ...], tuple[Citation, ...]]:
    """Return a run of citations as scanned, and those of them that are ours."""
    if start["act"] and not start["word"] and _REQUEST_NUMBER.search(text, start.start(), start.end() + 12):
        return (), ()
    eirs = "eisr" if own.regime in SCOTTISH else "eir"
    act = _act(start["act"] or "", eirs)
    first = act or (eirs if start["reg"] else "")
    # A letter under the Regulations that says "section" means the Act.
    section = "foisa" if own.regime in SCOTTISH else "foia"
    law = load(first or (section if start["word"] or start["short"] else own.regime))
    items = runs.scan(text, start, law)
    if not items:
        return items, ()
    after, joined = acts.after(text, items[-1].end)
    before, close = acts.before(text, start.start())
    after, before = (Owner(eirs) if one is Owner.EIRS else one for one in (after, before))
    hint = after.value if after in _OURS else before.value if before in _OURS else first
    if hint and hint != law.regime:
        law = load(hint)
        items = runs.scan(text, start, law)
    resolves = _resolves(items, law)
    if not resolves and law.regime in _TWIN and own.regime != "foia":
        law, items, resolves = _twin(text, start, law, items)
    # "Section 44 (Official Secrets Act 1989)" says which enactment prohibits.
    names_bar = not joined and items[-1].section == _BAR.get(law.regime)
    if after is Owner.OTHER and (joined or not resolves) and not names_bar:
        return items, ()
    if before is Owner.OTHER and after is Owner.UNSAID and (close or not resolves):
        return items, ()
    # "section 60 of the Freedom of Information Act" is cited even though no letter has reason to.
    sure = bool(act) or after in _OURS or before in _OURS
    return items, tuple(_cited(text, start, items, law, hint, sure=sure, same=after is Owner.SAME))


def _act(name: str, eirs: str) -> str:
    """Return the law that initials before a number name; "EIRs" are those of the letter's own country."""
    upper = name.upper()
    if not upper or upper.startswith("FOI"):
        return "foisa" if upper == "FOISA" else "foia" if upper else ""
    return "eisr" if "S" in upper.removesuffix("S") else eirs


def _resolves(items: tuple[Item, ...], law: Law) -> bool:
    return all(item.paths and all(law.find(item.section, limbs.write(path)) for path in item.paths) for item in items)


def _twin(text: str, start: re.Match[str], law: Law, items: tuple[Item, ...]) -> tuple[Law, tuple[Item, ...], bool]:
    """Return the other Regulations where only they have the exceptions cited: "regulation 12(5)(e)" in a Scottish letter.

    A rule can then say that the number was taken from the wrong country's law.
    """
    other = load(_TWIN[law.regime])
    theirs = runs.scan(text, start, other)
    excepts = all(item.section in other.by_number and _is_exemption(other, item.section) for item in theirs)
    return (other, theirs, True) if theirs and excepts and _resolves(theirs, other) else (law, items, False)


def _is_exemption(law: Law, section: str) -> bool:
    return law.by_number[section].role is Role.EXEMPTION


def _cited(
    text: str, start: re.Match[str], items: tuple[Item, ...], law: Law, hint: str, *, sure: bool, same: bool
) -> Iterator[Citation]:
    for item in items:
        known = item.section in law.by_number
        if sure or (known and (same or item.paths or _meant(text, start, item, law, alone=len(items) == 1))):
            names = dict.fromkeys(limbs.write(path) for path in item.paths)
            yield Citation((item.begins, item.end), hint, item.section, tuple(names), law.regime)


def _meant(text: str, start: re.Match[str], item: Item, law: Law, *, alone: bool) -> bool:
    """Return whether a number with neither Act nor limb is a citation at all."""
    role = law.by_number[item.section].role
    if start["short"] == "S" and not start["gap"] and _POSTCODE.match(text, item.end):
        return False
    if role is Role.PROCEDURE and start["lead"] and alone:
        return False
    loose = start["short"] == "S" or (start["short"] == "s" and start["gap"] != "")
    if role is Role.EXEMPTION and not loose and not _ELSEWHERE.match(text, item.end):
        return True
    heading = _HEADING.match(text, item.end)
    if heading and role is not Role.EXEMPTION:
        title = law.by_number[item.section].title.casefold().split()
        return any(len(word) > 3 and word in title for word in heading["title"].casefold().split())
    around = text[max(0, item.begins - _AROUND) : item.begins] + text[item.end : item.end + _AROUND]
    return not around.strip() or _LAWFUL.search(around) is not None


@dataclass(frozen=True, slots=True)
class Wording:
    """An exemption named by its subject rather than by number: "the personal information exemption"."""

    span: tuple[int, int]
    section: str


def in_words(text: str, law: Law) -> tuple[Wording, ...]:
    """Return where a text names the subject of an exemption, in order; words alone are no citation of it."""
    of = {subject.casefold(): section.section for section in law.sections for subject in section.subject}
    return tuple(
        Wording(match.span(), of[" ".join(match.group().casefold().split())])
        for match in _any_of(tuple(of)).finditer(text)
    )


@lru_cache(maxsize=8)
def _any_of(subjects: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for any of some phrases, however they are broken over lines; the longest first."""
    phrases = (
        r"\s{1,9}".join(re.escape(word) for word in subject.split())
        for subject in sorted(subjects, key=len, reverse=True)
    )
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)
