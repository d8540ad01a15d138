"""REQUESTER: whoever asked, in every form a letter, a log or a file name may give them away.

Section 1 of the Freedom of Information Act answers anybody, so a published reply names nobody who asked. What to look
for comes from the case file; where there is none, ``requester_from_letter`` proposes a name from the letter itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers import letter_address
from recognizers import requester_details as details
from recognizers.name_fields import fields
from recognizers.name_variants import PERHAPS, VariantIndex
from recognizers.ordinary import ordinary_words
from recognizers.person_name import PersonName, parse_name
from recognizers.person_structure import salutations, sign_offs, titled_names
from recognizers.results import result
from recognizers.variant import Variant
from recognizers.words import Words, split_words

ENTITY: Final = "REQUESTER"
# Below 0.5 the packs put a find to a person.
_SCORES: Final = {
    PERHAPS: 0.4,
    "initials": 0.6,
    "forename alone": 0.6,
    "surname alone": 0.85,
    "a near spelling of the name": 0.7,
}
# What may stand over an address.
_NAMING: Final = frozenset({"full name, or initial and surname", "title and surname", "surname before forename"})
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_KEYWORDS: Final = 3
_FILE = re.compile(r"[_\d/\\+]|\.[A-Za-z]{3,4}\b")
_HYPHEN_BEFORE, _HYPHEN_AFTER = re.compile(r"\w[-‐‑–]$"), re.compile(r"[-‐‑–]\w")
# A scan reads letters as digits; no name has digits of its own.
_LOOK_ALIKE: Final = str.maketrans("015", "ols")
_TITLE_BEFORE: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx)\.?[ ]$")
_LABELS: Final = frozenset(
    (
        "name",
        "full name",
        "your name",
        "first name",
        "last name",
        "surname",
        "requester",
        "requestor",
        "applicant",
        "requested by",
    )
)

WHY_NAME: Final = "The requester:"
"""Begins the reason of a result that is a name; an address, a number or a mailbox of theirs has another."""


class RequesterRecognizer(EntityRecognizer):
    """Find one requester, or several, by name and by every detail the case file holds."""

    def __init__(
        self,
        names: Sequence[str] = (),
        *,
        emails: Sequence[str] = (),
        addresses: Sequence[str] = (),
        phones: Sequence[str] = (),
        organisations: Sequence[str] = (),
        references: Sequence[str] = (),
        supported_language: str = "en",
    ) -> None:
        """Take the details as the officer wrote them; empty ones find nothing.

        Raises:
            ValueError: a name holds no letters or only a title, and would be searched for in vain.
        """
        super().__init__(supported_entities=[ENTITY], name=type(self).__name__, supported_language=supported_language)
        people: list[PersonName] = []
        for number, name in enumerate(names, 1):
            person = parse_name(name)
            if person is None:
                raise ValueError(f"Requester name {number} holds no name; give a surname, or leave it out.")
            people.append(person)
        self._people = people
        self._index = VariantIndex(people, thorough=True, nicknames=True)
        self._half_index = VariantIndex([half for person in people for half in _halves(person)], nicknames=True)
        patterns = [
            *details.email_patterns(emails),
            *details.phone_patterns(phones),
            *details.address_patterns(addresses),
            *details.reference_patterns(references),
            *details.organisation_patterns(organisations),
        ]
        self._patterns = [(re.compile(pattern, re.IGNORECASE), why) for pattern, why in patterns]

    def load(self) -> None:
        """Load nothing: the patterns were made from the case file."""

    def analyze(
        self,
        text: str,
        entities: list[str],  # Presidio's signature
        nlp_artifacts: NlpArtifacts | None = None,  # Presidio's signature
    ) -> list[RecognizerResult]:
        """Return one result a place; where two forms overlap, one result covers both."""
        found = self._places(text)
        if "%" in text:
            plain, starts, ends = _decoded(text)
            if plain != text:
                found += [(starts[a], ends[b - 1], score, why) for a, b, score, why in self._places(plain)]
        found.sort(key=lambda place: (place[0], -place[1], -place[2]))
        united: list[tuple[int, int, float, str]] = []
        for place in found:
            if united and place[0] < united[-1][1]:
                last = united[-1]
                united[-1] = (last[0], max(last[1], place[1]), max(last[2], place[2]), last[3])
            else:
                united.append(place)
        return [result(self, ENTITY, start, end, score=score, why=why) for start, end, score, why in united]

    def _places(self, text: str) -> list[tuple[int, int, float, str]]:
        variants = [*self._index.find(text), *self._by_half(text), *self._misspelt(text)]
        found = [(v.start, v.end, _SCORES.get(v.why, 0.95), f"{WHY_NAME} {v.why}.") for v in variants]
        for pattern, why in self._patterns:
            found.extend((*match.span(), 0.97, f"Here stands {why}.") for match in pattern.finditer(text))
        named = [(v.start, v.end) for v in variants if v.why in _NAMING]
        found.extend(
            (start, end, 0.8, "A line of the address under the requester's name.")
            for start, end in letter_address.blocks(text, named)
        )
        return found

    def _by_half(self, text: str) -> list[Variant]:
        """Find half a double-barrelled surname beside a title or a forename, in a file's name, or alone on its line.

        In a sentence half a surname may be anybody's; what fills an entry of the file's properties is no sentence.
        """
        return [
            variant
            for variant in self._half_index.find(text)
            if _is_entry(text, variant.start, variant.end)
            or (variant.why != "surname alone" and not _hyphened(text, variant.start, variant.end))
        ]

    def _misspelt(self, text: str) -> list[Variant]:
        """Find slips of a key or of the scanner in surnames long enough for a slip to be recognisable."""
        long_names = [
            (number, "".join(person.surnames[0]))
            for number, person in enumerate(self._people)
            if len(person.surnames[0]) == 1 and len(person.surnames[0][0]) >= 5
        ]
        if not long_names:
            return []
        from rapidfuzz.distance import OSA

        # A word with a digit in it stays whole: the digit may be a misread letter.
        words = split_words(text, lambda word: self._index.knows(word) or not word.isalpha())
        lower = {words.folded[i] for i, start in enumerate(words.starts) if text[start].islower()}
        common = ordinary_words()
        found: list[Variant] = []
        for i, word in enumerate(words.folded):
            if len(word) < 5 or word in common or word in lower or self._index.knows(word) or word.isdigit():
                continue
            for number, surname in long_names:
                allowed = 2 if len(surname) >= 9 else 1
                seen = word.translate(_LOOK_ALIKE) if any(c.isdigit() for c in word) else word
                if abs(len(seen) - len(surname)) > allowed:
                    continue
                if OSA.distance(seen, surname, score_cutoff=allowed) > allowed:
                    continue
                if variant := self._near(words, i, number, surname, common):
                    found.append(variant)
        return found

    def _near(self, words: Words, at: int, number: int, surname: str, common: frozenset[str]) -> Variant | None:
        named = self._index.at_surname(words, at, at, number, None)
        alone = len(surname) >= 7 and surname not in common and words.capital(at)
        if named is None and not alone:
            return None
        start, end = (named.start, named.end) if named else (words.starts[at], words.ends[at])
        return Variant(start, end, number, "a near spelling of the name")


def _halves(person: PersonName) -> Iterator[PersonName]:
    """Yield a double-barrelled name with one half of its surname, as clerks shorten it."""
    if len(person.surnames[0]) == 2 and all(len(half) >= 3 for half in person.surnames[0]):
        for half in person.surnames[0]:
            yield PersonName(person.forenames, ((half,),))


def _is_entry(text: str, start: int, end: int) -> bool:
    """Say whether a word is part of a file's name ("FOI_Ashworth_reply.pdf"), a keyword, or all that stands on its line."""
    line_end = text.find("\n", end)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : line_end if line_end >= 0 else len(text)]
    if not before.strip() and not after.strip():
        return True
    entries = re.split(r"[,;]", before + text[start:end] + after)
    if (
        len(entries) > 2
        and text[start:end] in map(str.strip, entries)
        and all(len(e.split()) <= _KEYWORDS for e in entries)
    ):
        return True
    # "Ashworth-Jones" is somebody else; a figure, a stroke or an ending says that the hyphens are a file name's.
    token = before.rsplit(None, 1)[-1] if before[-1:].strip() else ""
    tail = after.split(None, 1)[0] if after[:1].strip() else ""
    return _FILE.search(token + " " + tail) is not None


def _hyphened(text: str, start: int, end: int) -> bool:
    """Say whether a hyphen joins a name to another word: "Ms Reid-Jones" is not called Okonkwo-Reid."""
    return (
        _HYPHEN_BEFORE.search(text, max(0, start - 2), start) is not None or _HYPHEN_AFTER.match(text, end) is not None
    )


def _decoded(text: str) -> tuple[str, list[int], list[int]]:
    """Return ``text`` with its URL escapes read ("Jane%20Holloway"), and where each of its characters begins and ends."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _ESCAPES.finditer(text):
        letters = bytes.fromhex(match.group().replace("%", "")).decode("utf-8", "replace")
        parts += (text[at : match.start()], letters)
        starts += [*range(at, match.start()), *[match.start()] * len(letters)]
        ends += [*range(at + 1, match.start() + 1), *[match.end()] * len(letters)]
        at = match.end()
    parts.append(text[at:])
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    return "".join(parts), starts, ends


def requester_from_letter(text: str) -> tuple[str, ...]:
    """Propose who asked, from the salutation, the form's name field and the sign-off of the quoted request.

    The last sign-off of a letter is the authority's own, unless nothing but quoted lines follow its salutation. Full
    names come first, each name once. A proposal is for an officer to confirm, never a fact.
    """
    spans = [*salutations(text), *(name for field in fields(text) if field.label in _LABELS for name in field.names)]
    closes = list(sign_offs(text))
    spans += [span for span in closes if span != closes[-1] or _quoted(text, span[0])]
    surnames = {text[start:end].casefold() for start, end in spans if " " not in text[start:end]}
    # "Dear Ms Holloway" under an address that begins "Ms Jane Holloway".
    titled = [span for span in titled_names(text) if " " in text[slice(*span)]]
    spans += [span for span in titled if text[slice(*span)].split()[-1].casefold() in surnames]
    names: dict[str, str] = {}
    for start, end in spans:
        name = " ".join(text[start:end].split())
        if parse_name(name) is None:
            # "Law" by itself is a word of posts; "Mr Law" is somebody.
            name = " ".join((_TITLE_BEFORE.findall(text[max(0, start - 8) : start]) or [""])[0].split()) + f" {name}"
        if parse_name(name) is not None:
            names.setdefault(name.casefold(), name)
    return tuple(sorted(names.values(), key=lambda name: " " not in name))


def _quoted(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, at) + 1
    return text[line:at].lstrip().startswith(">")
