"""At which level a lone letter or Roman numeral stands: "(a)" under 1, "(i)" under 1a or after (h)."""

from __future__ import annotations

from itertools import pairwise

from redactor.letter.model import Path

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
"""Numerals as far as a list goes."""
_NEXT = dict(pairwise(ROMAN))


def follows(after: str, before: str) -> bool:
    """Return True where one token of a number comes directly after another."""
    if before.isdigit() and after.isdigit():
        return int(after) == int(before) + 1
    return _NEXT.get(before) == after or (len(before) == len(after) == 1 and ord(after) == ord(before) + 1)


def resolve(token: str, last: Path, known: frozenset[Path]) -> Path:
    """Return the whole number of a lone letter that comes after the number ``last``."""
    for depth in range(len(last) - 1, -1, -1):
        if not last[depth].isdigit() and follows(token, last[depth]):
            return (*last[:depth], token)
    for depth in range(len(last), -1, -1):
        if (*last[:depth], token) in known:
            return (*last[:depth], token)
    if token in {"a", "i"}:
        return (*last, token) if token != (last[-1] if last else "") else last
    siblings = [depth for depth in range(len(last)) if not last[depth].isdigit()]
    return (*last[: siblings[-1]], token) if siblings else (*last, token)


def succeeds(path: Path, last: Path) -> bool:
    """Return True where a number comes next in a list: 2 after 1 or 1c, 1b after 1a, 1a after 1."""
    if not last:
        return path in {("1",), ("a",), ("i",), ("1", "a"), ("1", "1"), ("1", "i")}
    if len(path) == len(last) + 1 and path[:-1] == last:
        return path[-1] in {"a", "i", "1"}
    if len(path) <= len(last) and path[:-1] == last[: len(path) - 1]:
        return follows(path[-1], last[len(path) - 1])
    # "2a" after "1c": a new number that begins with its first part.
    return len(path) > 1 and path[-1] in {"a", "i", "1"} and succeeds(path[:-1], last)
