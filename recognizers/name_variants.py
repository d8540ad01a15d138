"""Every way a known person is written in a text: surname alone, title, initials, possessive, capitals, file names.

One pass over the words, whatever the number of people: each word is looked up, and only at a hit are its neighbours
read. A word that is a name and an ordinary word as well ("may", "brown") needs a neighbour that makes it a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from recognizers.name_context import (
    FILE_JOINTS,
    GREETINGS,
    MONTHS,
    TITLES,
    acts,
    capital_within_sentence,
    digits_after,
    in_file_name,
    is_of_a_thing,
    is_perhaps_a_name,
    is_short_word,
    is_timely,
    title_before,
)
from recognizers.name_initials import Initials
from recognizers.nicknames import other_forms
from recognizers.ordinary import ordinary_words, times_and_places
from recognizers.person_name import PersonName
from recognizers.variant import Variant, merged
from recognizers.words import Words, split_words

_WITHIN_NAME: Final = re.compile(r"\.?[ \t\xa0]*(?:\r?\n[ \t\xa0]*)?|[._+-]{1,2}")
_AFTER_SURNAME: Final = re.compile(r",?[ \t\xa0]*(?:\r?\n)?[ \t\xa0]*|[._+-]{1,2}")
_WITHIN_SURNAME: Final = re.compile(r"[\s_.‐‑–-]{0,2}|['’]")
_WITHIN_FORENAME: Final = re.compile(r"[ \xa0‐‑–-]")
_FAMILY: Final = frozenset({"the", "both", "all", "two"})
PERHAPS: Final = "a word that is their surname, where a name may stand"
"""Why of a variant that is for a person to judge: the word is an ordinary one as well."""


class VariantIndex:
    """People's names, ready to be found in any number of texts."""

    def __init__(self, people: Sequence[PersonName | None], *, thorough: bool = False, nicknames: bool = False) -> None:
        """Index ``people``; None holds a number for somebody whose name could not be read.

        Args:
            people: names as ``parse_name`` gives them.
            thorough: also find a rare surname typed without a capital ("holloway"), short mailboxes ("kng@"), and, as
                ``PERHAPS``, surnames that are ordinary words where a clerk may have filed by them ("FOI_marsh.pdf").
            nicknames: also find short forms of forenames ("Liz" for Elizabeth).
        """
        self._people = people
        self._thorough = thorough
        self._ordinary = ordinary_words()
        self._surnames: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        self._joined: dict[str, int] = {}
        self._mailboxes: dict[str, int] = {}
        self._initials = Initials()
        self._forenames: dict[str, int] = {}
        self._given: list[frozenset[str]] = []
        for number, person in enumerate(people):
            if person is None:
                self._given.append(frozenset())
                continue
            short = other_forms(person.forenames[0]) if nicknames and person.forenames else frozenset()
            self._given.append(short.union(person.forenames, person.spellings, {person.forename_together} - {""}))
            for form in person.surnames:
                self._surnames[form[-1]].append((number, form))
            called = [replace(person, forenames=(name, *person.forenames[1:])) for name in sorted(short)]
            for form_together in frozenset().union(*(one.run_together() for one in (person, *called))) - self._ordinary:
                self._joined.setdefault(form_together, number)
            if thorough:
                for mailbox in person.run_together(least=3):
                    self._mailboxes.setdefault(mailbox, number)
            self._initials.add(person, number)
            for forename in (*person.forenames[:1], *sorted(short)):
                if len(forename) >= 3:
                    self._forenames.setdefault(forename, number)

    def introduce(self, initials: str, person: int) -> None:
        """Take ``initials`` for those of person number ``person``: "Abel Brockhurst (AB)"."""
        if (name := self._people[person]) is not None:
            self._initials.introduce(initials, name, person)

    def knows(self, folded: str) -> bool:
        """Say whether a word belongs to anybody's name."""
        return folded in self._surnames or folded in self._joined or folded in self._forenames

    def find(self, text: str) -> list[Variant]:
        """Return where the people are written in ``text``: in order, never overlapping."""
        if not self._surnames:
            return []
        words = split_words(text, self.knows)
        found: list[Variant] = []
        telling = self._telling()
        for i, word in enumerate(words.folded):
            # Most words are nobody's. A letter such as "Œ" is folded to two and may still be an initial.
            if word not in telling and (len(word) == 1 or words.ends[i] - words.starts[i] > 1):
                continue
            if word in self._joined:
                found.append(
                    Variant(words.starts[i], words.ends[i], self._joined[word], "forename and surname run together")
                )
            elif word in self._mailboxes and self._is_mailbox(words, i):
                found.append(Variant(words.starts[i], words.ends[i], self._mailboxes[word], "mailbox"))
            for person, form in self._surnames.get(word, ()):
                variant = self.at_surname(words, i - len(form) + 1, i, person, form)
                if variant is not None:
                    found.append(variant)
            if word[-1] == "s" and word[:-1] in self._surnames and i and words.folded[i - 1] in _FAMILY:
                found.extend(self._at_family(words, i))
            if len(word) <= 4 and words.capital(i):
                found.extend(self._initials.at(words, i))
            if word in self._forenames and words.capital(i):
                found.extend(self._at_forename(words, i))
        return merged(found)

    def _telling(self) -> set[str]:
        """Return every folded word at which somebody's name may be written."""
        return {
            *self._joined, *self._mailboxes, *self._forenames, *self._surnames, *(f"{name}s" for name in self._surnames),
            *self._initials.telling(),
        }  # fmt: skip

    def _at_family(self, words: Words, at: int) -> Iterable[Variant]:
        """Yield "Okafors" of "the Okafors", unless the name is an ordinary word: the woods and the banks are nobody's."""
        word = words.folded[at][:-1]
        for person, form in self._surnames[word]:
            if len(form) == 1 and words.capital(at) and len(word) > 3 and word not in self._ordinary:
                yield Variant(words.starts[at], words.ends[at], person, "the family")

    def at_surname(
        self, words: Words, first: int, last: int, person: int, form: tuple[str, ...] | None
    ) -> Variant | None:
        """Return the variant whose surname is the words ``first`` to ``last``, or None when they are no name here.

        ``form`` None stands for a misspelt surname: it is then a name only beside a forename, an initial or a title.
        """
        if first < 0:
            return None
        if form is not None:
            if tuple(words.folded[first : last + 1]) != form:
                return None
            if not all(_WITHIN_SURNAME.fullmatch(words.gap(i)) for i in range(first, last)):
                return None
        name = self._people[person]
        if name is None:
            return None
        surname = words.folded[last]
        ordinary = first == last and (surname in self._ordinary or len(surname) < 3)
        capital = words.capital(first) or words.capital(last)
        given = self._given_before(words, first, name, self._given[person])
        if given < first and ordinary and not self._both_are_names(words, given, first):
            given = first
        if given < first:
            return Variant(words.starts[given], words.ends[last], person, "full name, or initial and surname")
        if title_before(words, first) and (capital or not ordinary):
            return Variant(words.starts[first], words.ends[last], person, "title and surname")
        dated = surname in times_and_places() and first > 0 and is_timely(words.folded[first - 1])
        after = last if dated else self._given_after(words, last, self._given[person], needs_comma=ordinary)
        if after > last and (capital or self._is_filed(words, first, after, ordinary=ordinary)):
            end = words.ends[after]
            dot = len(words.folded[after]) == 1 and words.text[end : end + 1] == "."
            return Variant(words.starts[first], end + dot, person, "surname before forename")
        if form is None:
            return None
        if self._lone(words, first, last, ordinary=ordinary, capital=capital):
            return Variant(words.starts[first], words.ends[last], person, "surname alone")
        if not self._thorough or is_of_a_thing(words, first, last):
            return None
        short = last == first and len(surname) < 5 and in_file_name(words, first, last)
        rare = short and surname not in self._ordinary and not is_short_word(surname)
        if rare or (ordinary and is_perhaps_a_name(words, first)):
            return Variant(words.starts[first], words.ends[last], person, PERHAPS if ordinary else "surname alone")
        return None

    def _is_mailbox(self, words: Words, at: int) -> bool:
        """Say whether word ``at`` is all that stands before the "@" of an address."""
        start, end = words.starts[at], words.ends[at]
        return words.text[end : end + 1] == "@" and (start == 0 or words.text[start - 1] not in ".-_+@%")

    def _is_filed(self, words: Words, first: int, after: int, *, ordinary: bool) -> bool:
        """Say whether surname and forename in small letters are joined as in a mailbox or a file's name: "marsh.rose@"."""
        joints = {words.gap(at) for at in range(first, after)}
        end = words.ends[after]
        if not joints <= {".", "-", "_", "+", ""}:
            return False
        return not ordinary or "_" in joints or words.text[end : end + 1] == "@" or in_file_name(words, first, after)

    def _given_before(self, words: Words, first: int, name: PersonName, given: frozenset[str]) -> int:
        """Return the first word of the forenames and initials that lead up to the surname at ``first``."""
        at = first
        while at > 0 and _WITHIN_NAME.fullmatch(words.gap(at - 1)) and not words.possessive[at - 1]:
            word = words.folded[at - 1]
            if len(word) > 3 and "." in (gap := words.gap(at - 1)) and gap != ".":
                # "I met Jane. Holloway was there.": a sentence ends between them.
                break
            if word in given or self._is_initial(words, at - 1, name):
                at -= 1
            elif (
                at > 1
                and at == first
                and words.capital(at - 1)
                and words.folded[at - 2] in given
                and words.gap(at - 2).strip(" .") == ""
                and word not in TITLES
            ):
                at -= 2
            else:
                break
        return at

    def _is_initial(self, words: Words, at: int, name: PersonName) -> bool:
        word = words.folded[at]
        if not words.capital(at) and "_" not in words.gap(at) and "." not in words.gap(at):
            return False
        letters = "".join(forename[0] for forename in name.forenames)
        return bool(letters) and (word in letters if len(word) == 1 else word == letters)

    def _both_are_names(self, words: Words, given: int, first: int) -> bool:
        """Say whether "Mark May" is a person here and not an order to mark a day in May."""
        if not (words.capital(given) and words.capital(first)):
            # "mark.page@" and "mark_page.pdf" are nobody's sentence.
            joints = {words.gap(at) for at in range(given, first)}
            end = words.ends[first]
            return joints <= {"_"} or (joints <= {".", "-", "_"} and words.text[end : end + 1] == "@")
        forename_ordinary = words.folded[given] in self._ordinary or len(words.folded[given]) == 1
        return not (forename_ordinary and words.folded[first] in MONTHS and digits_after(words, first))

    def _given_after(self, words: Words, last: int, given: frozenset[str], *, needs_comma: bool) -> int:
        """Return the last word of the forenames that follow the surname: "Holloway, Jane", "HOLLOWAY J"."""
        at = last
        while at + 1 < len(words.starts) and _AFTER_SURNAME.fullmatch(words.gap(at)) and not words.possessive[at]:
            word = words.folded[at + 1]
            comma = "," in words.gap(at) or at > last
            letters = {forename[0] for forename in given}
            initial = len(word) == 1 and word in letters and words.capital(at + 1) and (comma or word not in "ai")
            joined = words.gap(at) in (".", "-", "_", "+")
            forename = word in given and len(word) > 1 and (comma or joined or not needs_comma)
            if not (initial or forename):
                break
            at += 1
        return at

    def _lone(self, words: Words, first: int, last: int, *, ordinary: bool, capital: bool) -> bool:
        text, start, end = words.text, words.starts[first], words.ends[last]
        if not capital:
            joined = text[start - 1 : start] in FILE_JOINTS or text[end : end + 1] in FILE_JOINTS - {"."}
            return not ordinary and end - start >= 5 and (self._thorough or joined)
        if is_of_a_thing(words, first, last):
            return False
        if not ordinary or (end - start == 2 and text[end - 1].islower() and not is_short_word(words.folded[last])):
            return True
        dated = words.folded[last] in times_and_places() and first > 0 and is_timely(words.folded[first - 1])
        if dated or digits_after(words, last) or end - start < 3:
            return False
        if first == last and acts(words, first):
            return True
        return (words.possessive[last] and text[end : end + 1] in ("'", "’")) or capital_within_sentence(words, last)

    def _at_forename(self, words: Words, at: int) -> Iterable[Variant]:
        """Yield a forename alone, unless another surname follows or the word is an ordinary one."""
        word = words.folded[at]
        greeted = at > 0 and words.folded[at - 1] in GREETINGS and words.gap(at - 1).strip(" ") == ""
        if word in self._ordinary and not greeted:
            return
        other = (
            at + 1 < len(words.starts)
            and words.gap(at) == " "
            and words.capital(at + 1)
            and words.folded[at + 1] not in self._ordinary
            and not words.possessive[at]
        )
        person = self._forenames[word]
        last = at
        given = self._people[person].forenames if self._people[person] is not None else ()  # type: ignore[union-attr]
        while last + 1 < len(words.starts) and words.folded[last + 1] in given[last - at + 1 : last - at + 2]:
            if not _WITHIN_FORENAME.fullmatch(words.gap(last)):
                break
            last += 1
        if last > at or not other:
            yield Variant(words.starts[at], words.ends[last], person, "forename alone")
