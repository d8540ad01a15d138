r"""The small language the made-up documents are written in: fixed words, gaps to fill, choices and repeats.

Outside braces every character stands for itself, so that tables, quoted e-mail and brackets need no escape.

    {p1.full}               a gap: a person, a filler or a named list (see ``render``)
    {this|that|}            one of several, the last here empty
    {?30:text}              the text three times in ten
    {2-5 lines: text}       two to five times, each on its own line (see ``SEPARATORS``)
    {O=text} {L=text} {P=this|that}   text, or one of several, to be labelled ORG, LOC or PERSON
    {^text} {_text} {+text}   in capitals; in small letters; with a capital first letter
    {row:=this|that}        choose once in this document; {row} then writes it, filled anew each time
    \n \t                   a new line; a tab
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

SEPARATORS = {
    "lines": "\n",
    "paras": "\n\n",
    "words": " ",
    "commas": ", ",
    "semis": "; ",
    "pipes": " | ",
    "slashes": " / ",
    "joined": "",
    "and": ", ",
}
LABELS = {"P": "PERSON", "O": "ORG", "L": "LOC"}
_REPEAT = re.compile(r"(\d+)-(\d+) (\w+): ?(.*)", re.S)
_MAYBE = re.compile(r"\?(\d+):(.*)", re.S)
_LABEL = re.compile(r"([POL])=(.*)", re.S)
_DEFINE = re.compile(r"([a-z_]\w*):=(.*)", re.S)
_SLOT = re.compile(r"([a-z_][\w-]*)(?:\.([a-z]+))?(?::([\w,.-]+))?")


class GrammarError(ValueError):
    """A template that cannot be read; says which piece."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap: ``name`` says what fills it, ``form`` how it is written, ``arg`` a range or kind."""

    name: str
    form: str
    arg: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of ``options``."""

    options: tuple[Sequence, ...]


@dataclass(frozen=True, slots=True)
class Maybe:
    """``body`` in ``percent`` of cases."""

    percent: int
    body: Sequence


@dataclass(frozen=True, slots=True)
class Repeat:
    """``body`` between ``low`` and ``high`` times."""

    low: int
    high: int
    separator: str
    body: Sequence


@dataclass(frozen=True, slots=True)
class Labelled:
    """``body`` marked as a name of kind ``label``."""

    label: str
    body: Sequence


@dataclass(frozen=True, slots=True)
class Cased:
    """``body`` in capitals "^", in small letters "_", or with a capital first letter "+"."""

    how: str
    body: Sequence


@dataclass(frozen=True, slots=True)
class Define:
    """A choice made once in a document."""

    name: str
    options: tuple[Sequence, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts one after another."""

    parts: tuple[str | Node, ...]


Node = Slot | Choice | Maybe | Repeat | Labelled | Cased | Define | Sequence


def _closing(text: str, start: int) -> int:
    depth = 0
    for index in range(start, len(text)):
        if text[index] == "{":
            depth += 1
        elif text[index] == "}":
            depth -= 1
            if depth == 0:
                return index
    raise GrammarError(f"A brace is not closed: {text[start : start + 40]!r}")


def _alternatives(text: str) -> list[str]:
    depth, pieces, last = 0, [], 0
    for index, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if char == "|" and depth == 0:
            pieces.append(text[last:index])
            last = index + 1
    return [*pieces, text[last:]]


def _braced(content: str) -> Node:
    if found := _REPEAT.fullmatch(content):
        if found[3] not in SEPARATORS:
            raise GrammarError(f"Unknown separator {found[3]!r}")
        return Repeat(int(found[1]), int(found[2]), found[3], parse(found[4]))
    if found := _MAYBE.fullmatch(content):
        return Maybe(int(found[1]), parse(found[2]))
    if found := _LABEL.fullmatch(content):
        pieces = _alternatives(found[2])
        inner = parse(found[2]) if len(pieces) == 1 else Sequence((Choice(tuple(parse(piece) for piece in pieces)),))
        return Labelled(LABELS[found[1]], inner)
    if found := _DEFINE.fullmatch(content):
        return Define(found[1], tuple(parse(piece) for piece in _alternatives(found[2])))
    if content[:1] in ("^", "_", "+"):
        return Cased(content[0], parse(content[1:]))
    pieces = _alternatives(content)
    if len(pieces) > 1:
        return Choice(tuple(parse(piece) for piece in pieces))
    if found := _SLOT.fullmatch(content):
        return Slot(found[1], found[2] or "", found[3] or "")
    raise GrammarError(f"This gap cannot be read: {content[:60]!r}")


@cache
def parse(text: str) -> Sequence:
    """Read one template or alternative.

    Raises:
        GrammarError: a brace is open, or a gap is none of the forms above.
    """
    parts: list[str | Node] = []
    position = 0
    while (opening := text.find("{", position)) >= 0:
        if opening > position:
            parts.append(_plain(text[position:opening]))
        closing = _closing(text, opening)
        parts.append(_braced(text[opening + 1 : closing]))
        position = closing + 1
    if position < len(text):
        parts.append(_plain(text[position:]))
    return Sequence(tuple(parts))


def _plain(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\t", "\t")
