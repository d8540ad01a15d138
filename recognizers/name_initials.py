"""People's initials as documents write them: "JH", "J.H.", "(JH)" after the name."""

from __future__ import annotations

from collections.abc import Iterator

from recognizers.name_context import acts
from recognizers.ordinary import abbreviations, ordinary_words
from recognizers.person_name import PersonName
from recognizers.variant import Variant
from recognizers.words import Words


class Initials:
    """Whose initials a few capitals are; of two who share them, the first."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._bearers: dict[str, int] = {}
        self._introduced: set[str] = set()

    def add(self, person: PersonName, number: int) -> None:
        """Know the initials of person ``number``: all, first and last, and with both halves of a double surname."""
        if len(person.initials) < 2:
            return
        halves = "".join(part[0] for part in person.surnames[0])
        for initials in (person.initials, person.initials[0] + person.initials[-1], person.initials[:-1] + halves):
            self._bearers.setdefault(initials, number)

    def introduce(self, initials: str, person: PersonName, number: int) -> None:
        """Take ``initials`` for somebody's though they are an abbreviation as well: "Abel Brockhurst (AB)"."""
        if initials.lower() in (person.initials, person.initials[0] + person.initials[-1]):
            self._introduced.add(initials)
            self._bearers[initials.lower()] = number

    def telling(self) -> set[str]:
        """Return every folded word at which initials may begin."""
        return {*self._bearers, *(initials[0] for initials in self._bearers)}

    def at(self, words: Words, at: int) -> Iterator[Variant]:
        """Yield "JH" or "J.H." at word ``at``, unless it is an abbreviation or begins somebody else's name."""
        start, upper = words.starts[at], words.text[words.starts[at] : words.ends[at]]
        if len(upper) >= 2:
            # "KB871" and "MacNeil" are cut into pieces that are nobody's initials.
            if words.text[start - 1 : start].isalnum() or words.text[words.ends[at] : words.ends[at] + 1].isalnum():
                return
            person = self._bearers.get(words.folded[at])
            known = upper in self._introduced or upper not in abbreviations() or acts(words, at)
            if person is not None and upper.isupper() and known:
                yield Variant(start, words.ends[at], person, "initials")
            return
        if at and words.text[start - 1] == "." and len(words.folded[at - 1]) == 1:
            return
        letters, last = words.folded[at], at
        while (
            last + 1 < len(words.starts)
            and len(words.folded[last + 1]) == 1
            and words.capital(last + 1)
            and words.gap(last) in (".", ". ")
        ):
            last += 1
            letters += words.folded[last]
        person = self._bearers.get(letters)
        if person is None or last == at:
            return
        follows = last + 1 < len(words.starts) and words.gap(last) in (" ", ". ") and words.capital(last + 1)
        if not follows or words.folded[last + 1] in ordinary_words():
            end = words.ends[last]
            yield Variant(start, end + (words.text[end : end + 1] == "."), person, "initials")
