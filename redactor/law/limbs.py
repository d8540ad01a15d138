"""Limbs after a section number: "(1)(a) and (b)", "(2) (b) (i)", "(a)-(c)", "(1a)", read against what the law has."""

from __future__ import annotations

import re

from redactor.law.model import Law

Path = tuple[str, ...]
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_DIGITS = re.compile(r"(\d{1,2})([A-Za-z]{0,2})")
_LETTERS = re.compile(r"[a-z]|[a-f][a-f]")
_MOST = 26


def write(path: Path) -> str:
    """Return a path as one limb: ("1", "a") is (1)(a)."""
    return "".join(f"({part})" for part in path)


def token(raw: str, *, first: bool) -> tuple[Path, ...] | None:
    """Return what may stand in brackets as steps of a path, likeliest reading first; None where it is no limb.

    ``first`` is the place right after the section number, where a lone l or I is a 1 that OCR misread.
    """
    if first and raw in {"l", "I", "|"}:
        return (("1",), ("l",))
    digits = _DIGITS.fullmatch(raw)
    if digits:
        number, letters = digits.groups()
        if not letters:
            return ((number,),)
        return ((number + letters.upper(),), (number, letters.lower()))
    lower = raw.lower()
    if lower in _ROMAN or _LETTERS.fullmatch(lower):
        return ((lower,),)
    return None


def _level(path: Path) -> int:
    """Return how deep a path is, counted as number 1, letter 2, roman 3: sections such as 30(b) begin at 2."""
    return len(path) + (0 if not path or path[0][0].isdigit() else 1)


def follow(path: Path, steps: tuple[Path, ...], *, joined: bool, law: Law, section: str) -> Path:
    """Return the limb meant by a bracket that follows another limb.

    Written close, "(1)(a)" goes down and "(1)(a)(b)" goes across; after "and" or a comma it goes across first. What the
    law has decides between readings; where it has neither, shape does.
    """
    readings: list[Path] = []
    for step in steps:
        digit = step[0][0].isdigit()
        down = path + step
        across = [path[:depth] + step for depth in range(len(path) - 1, -1, -1) if path[depth][0].isdigit() == digit]
        goes_down = [down] if not digit or not path else []
        readings += [*across, *goes_down] if joined else [*goes_down, *across]
    if not readings:
        return steps[0]
    for reading in readings:
        if law.find(section, write(reading)):
            return reading
    return next((one for one in readings if _level(one) <= 3), readings[0])


def between(path: Path, last: Path) -> tuple[Path, ...]:
    """Return the limbs from one to another of the same level, both included: (1)(a) to (1)(c)."""
    if path[:-1] != last[:-1]:
        return (path, last)
    low, high = path[-1], last[-1]
    if low.isdigit() and high.isdigit():
        names = [str(number) for number in range(int(low), int(high) + 1)]
    elif len(low) == len(high) == 1 and not (low == "i" and high in {"v", "x"}):
        names = [chr(code) for code in range(ord(low), ord(high) + 1)]
    elif low in _ROMAN and high in _ROMAN:
        names = list(_ROMAN[_ROMAN.index(low) : _ROMAN.index(high) + 1])
    else:
        names = []
    if not 2 <= len(names) <= _MOST:
        return (path, last)
    return tuple((*path[:-1], name) for name in names)
