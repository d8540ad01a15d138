"""Names that e-mail addresses give away: "jane.holloway@" names whoever is called Holloway in the same text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recognizers.name_fields import ends_as_body, is_teams
from recognizers.name_shapes import NAME, is_not_name, name_extent
from recognizers.name_variants import VariantIndex
from recognizers.names import name_start
from recognizers.ordinary import ordinary_words
from recognizers.person_name import PersonName
from recognizers.welsh import is_word

_LOCAL_PART = re.compile(
    r"(?<![\w.+-])(?P<first>[a-z]{1,20})[._-](?:[a-z][._-])?(?P<last>[a-z][a-z'-]{1,25})\d{0,4}@", re.IGNORECASE
)
_BEFORE = re.compile(
    rf"(?<![\w.@+'’-])(?P<value>{NAME})[\"”']?[ \t]{{0,3}}(?:<|(?P<prose>\()|\[mailto:)(?P<local>[\w.+'-]+)@",
    re.MULTILINE,
)


def names_before_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the name in "Jane Holloway <jane@example.org>"; a team or a place before its address is left alone.

    Programs put a name before angle brackets, people put anything before round ones ("Infirmary, Kirkby Fell (foi@...)"):
    there the address must hold a part of the name.
    """
    for match in _BEFORE.finditer(text):
        value = match["value"]
        local = match["local"].lower()
        if match["prose"] and not any(word in local for word in re.findall(r"[a-z]{3,}", value.lower())):
            continue
        if is_teams(local) and ends_as_body(value):
            continue
        start = name_start(value)
        if start is not None and (extent := name_extent(value[start:])):
            yield match.start() + start, match.start() + start + extent


def names_from_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield names that "jane.holloway@" gives away elsewhere in the text."""
    lower = frozenset(re.findall(r"(?<![\w@._-])[a-z]{2,}(?![\w@_-]|\.\w)", text))
    people: list[PersonName] = []
    for match in _LOCAL_PART.finditer(text):
        first, last = match["first"].lower(), match["last"].lower()
        # A word the text itself uses without a capital ("road.safety@") is a word, not a name.
        if any(is_not_name(part) or part in lower or is_word(part) for part in (first, last)) or len(last) < 3:
            continue
        if first in ordinary_words() and last in ordinary_words():
            continue
        people.append(
            PersonName((first,), tuple({(last,): None, (last.replace("-", ""),): None, tuple(last.split("-")): None}))
        )
    if not people:
        return
    addresses = [match.span() for match in re.finditer(r"[\w.+'-]+@[\w.-]+", text)]
    for variant in VariantIndex(list(dict.fromkeys(people))).find(text):
        inside = any(s < variant.end and variant.start < e for s, e in addresses)
        if not inside and text[variant.start].isupper() and variant.why != "initials":
            yield variant.start, variant.end
