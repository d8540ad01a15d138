"""The grammar of a run of citations: one word for a section, then numbers and limbs, "Sections 24(2), 31(1)(a) and 40"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redactor.law import acts, limbs
from redactor.law.acts import Owner
from redactor.law.model import Law

START = re.compile(
    r"""(?<![\w'’@#.-])(?<![\w)]/)
    (?:(?P<sub>(?:sub-?section|paragraph)s?\s{0,9}(?:\(\w{1,3}\)|\d{1,2}[A-Z]?\b)(?:\s{0,2}\(\w{1,3}\))*)
       \s{1,9}(?:of|to)\s{1,9}(?:the\s{1,9})?(?=[sSrR]))?
    (?:(?P<act>FOISA|FOIA|FOI\ Act|FOI|EISRs?|EI\(S\)Rs?|EIRs?\ ?\(S(?:cotland)?\)|EIRs?)[\s:,-]{1,3})?
    (?:(?P<reg>[Rr]egulations?|REGULATIONS?|[Rr]egs?\b\.?|REGS?\b\.?)
      |(?P<word>[sS5]ect[i1lI|]on(?:\(s\)|s)?|SECTIONS?|[sS]ec(?:t|s)?\b\.?|SEC\b\.?)
      |(?P<short>ss?\.|Ss?\.|ss|s|S)
      |(?P<lead>(?:[Ee]xemptions?|[Ee]xceptions?)
         (?:\s{1,9}(?:at|in|under|of|from|within|contained\s{1,9}in|provided\s{1,9}by|set\s{1,9}out\s{1,9}in|cited|applied|engaged))?
         (?:\s{1,9}(?:are|is))?)
      |(?P<bare>(?(act)(?:(?<=FOISA\s)|(?<=FOIA\s)|(?<=EIR\s)|(?<=EIRs\s)|(?<=EISR\s)|(?<=EISRs\s)|(?<=R\(S\)\s)|(?<=\(S\)Rs\s))|(?!))))
    (?P<gap>\s{0,3}:?\s{0,3})(?=[\dOlI])""",
    re.VERBOSE,
)
"""Where a run may begin. Groups: sub, act, and one of reg, word, short, lead and bare, which is empty and needs the act."""

_NUMBER = re.compile(
    r"(?P<digits>[\dOlI]{1,2})(?P<letter>[A-Za-z]?)(?![\w%£@])(?![.:]\d|/\d+/|/\d{3}|-\d{3}|-[a-z]|\.\w|,\d{3})"
    # The thirty-first of a month.
    r"(?!\s{1,9}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]*)\b)"
)
_BRACKET = re.compile(
    r"(?:\s{0,9},?\s{0,9}[Ss]ub-?[Ss]ections?)?\s{0,4}[(\[{]\s{0,9}([\w|]{1,4})\s{0,9}[)\]}]"
    r"|\s{0,9},?\s{0,9}[Ss]ub-?[Ss]ections?\s{1,9}(\d{1,2}[A-Z]?)(?!\w)"
    r"|(?<=\))([a-j])(?![\w(])"
)
_JOIN = re.compile(
    r"\s{0,9}(?:,\s{0,9}(?:and\b|or\b|&)?|;\s{0,9}(?:and\b)?|&|\+|/|and/or\b|and\b|or\b|as\s{1,9}well\s{1,9}as\b|together\s{1,9}with\b)\s{0,9}"
)
# Of "sections 24 to 31" the two ends are cited; what lies between is not claimed one by one.
_SPAN = re.compile(r"\s{0,9}(?:-|–|—|to\b)\s{0,9}(?=\d)")
# Of "sections 23(5) 24(2)" the comma was forgotten, or is a new line.
_SPACED = re.compile(r"\s{1,9}(?=\d{1,2}[A-Z]?\s?\()")
_RANGE = re.compile(r"\s{0,9}(?:-|–|—|to\b|through\b)\s{0,9}(?=[(\[])")
_AGAIN = re.compile(
    r"(?:also\s{1,9})?(?:the\s{1,9})?(?:(?P<reg>[Rr]egulations?|[Rr]egs?\.?)|[sS5]ect[i1lI|]ons?|[Ss]ec\.?|ss?\.?|S\.?)\s{0,3}(?=\d)"
)
_LISTED = re.compile(r"\s{0,9}(?:[.;:)\]\n]|,|and\b|&|of\s{1,9}the\b|(?:of\s{1,9})?FOI|\Z)")
# "section 31 1(a)": the brackets of the first limb were forgotten.
_UNBRACKETED = re.compile(r"\s(\d[A-Z]?)(?=\s?\([a-z]{1,3}\))")
_SUB = re.compile(r"\((\w{1,3})\)|\b(\d{1,2}[A-Z]?)\b")


@dataclass(frozen=True, slots=True)
class Item:
    """One section of a run with its limbs; ``begins`` and ``end`` are half-open, in characters."""

    begins: int
    end: int
    section: str
    paths: tuple[limbs.Path, ...]


def scan(text: str, start: re.Match[str], law: Law) -> tuple[Item, ...]:
    """Return the sections of the run that begins at a match of ``START``, limbs read against a law."""
    items: list[Item] = []
    many = _plural(start)
    at, begins = start.end(), start.start()
    while number := _NUMBER.match(text, at):
        item = _item(text, number, begins, law, sub="" if items else start["sub"] or "")
        if item is None or (items and not item.paths and not many and not _listed(text, item.end)):
            break
        items.append(item)
        spaced = _SPACED.match(text, item.end) if many and item.paths else None
        join = _JOIN.match(text, item.end) or _SPAN.match(text, item.end) or spaced
        if join is None or acts.after(text, item.end)[0] is not Owner.UNSAID:
            break
        again = _AGAIN.match(text, join.end())
        if again and (again["reg"] is not None) != (law.unit == "regulation"):
            break
        at, begins = again.end() if again else join.end(), join.end()
        many = many or again is not None
    return tuple(items)


def _plural(start: re.Match[str]) -> bool:
    word = (start["word"] or start["reg"] or start["short"] or start["lead"] or "").lower().rstrip(".")
    return word.endswith(("s", "(s)")) and word != "s"


def _listed(text: str, end: int) -> bool:
    """Return whether a bare number after "section 31 and" ends as a section in a list does."""
    return _LISTED.match(text, end) is not None or acts.after(text, end)[0] is not Owner.UNSAID


def _item(text: str, number: re.Match[str], begins: int, law: Law, *, sub: str) -> Item | None:
    """Return a section with its limbs; None where the number is none."""
    digits = number["digits"].replace("O", "0").replace("l", "1").replace("I", "1")
    section = digits + number["letter"].upper()
    paths, end = _limbs(text, section, number.end(), law)
    if sub:
        path = paths[0] if paths else ()
        for raw in _SUB.findall(sub):
            steps = limbs.token(raw[0] or raw[1], first=not path)
            path = limbs.follow(path, steps, joined=False, law=law, section=section) if steps else path
        paths = [path] if path else []
    misread = digits != number["digits"]
    if misread and (not paths or not any(one.isdigit() for one in number["digits"])):
        return None
    return Item(begins, end, section, tuple(paths))


def _limbs(text: str, section: str, at: int, law: Law) -> tuple[list[limbs.Path], int]:
    """Return the limbs that follow a number, and where the last one ends."""
    found: list[limbs.Path] = []
    path: limbs.Path = ()
    end = at
    bare = _UNBRACKETED.match(text, at)
    if bare and law.find(section, f"({bare[1]})"):
        path, end = (bare[1],), bare.end()
        found.append(path)
    while True:
        span = _RANGE.match(text, end) if found else None
        bracket = _BRACKET.match(text, span.end() if span else end)
        join = _JOIN.match(text, end) if found and bracket is None else None
        bracket = _BRACKET.match(text, join.end()) if join else bracket
        steps = limbs.token(bracket[bracket.lastindex or 1], first=not path) if bracket else None
        if bracket is None or steps is None:
            return found, end
        across = join is not None or span is not None
        following = limbs.follow(path, steps, joined=across, law=law, section=section)
        loose = not found and bracket.group()[0].isspace() and not following[0][0].isdigit()
        if loose and not law.find(section, limbs.write(following)):
            # "section 31 (a) because ..." begins a list of reasons.
            return found, end
        if span:
            found[-1:] = limbs.between(path, following)
        elif found and following[: len(path)] == path:
            found[-1] = following
        else:
            found.append(following)
        path, end = following, bracket.end()
