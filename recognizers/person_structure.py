"""PERSON by the build of a letter: salutations, sign-offs, header fields, ranks and titles. Works without any model.

A letter says where its names are: after "Dear", under "Yours sincerely", beside "From:" and behind "PC 1234". These
places are read here by rule, so that they are found even where the name model has never seen the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.name_addresses import names_before_addresses, names_from_addresses
from recognizers.name_fields import DOUBTFUL_FIELD, fields, names_in_field
from recognizers.name_shapes import CAPITAL, NAME, SMALL_PARTICLE, TITLE, WORD, is_not_name, name_extent, plain
from recognizers.named_after import DOUBTFUL, is_called_here, wrote_report
from recognizers.names import (
    COURTESY_PATTERN,
    FIRE_AND_AMBULANCE,
    OFFICE_AFTER_MR,
    RANK_PATTERN,
    ROLE_WORDS,
    name_start,
)
from recognizers.ordinary import ordinary_words
from recognizers.results import result
from recognizers.welsh import is_phrase
from recognizers.welsh import names as names_in_welsh

EXAMPLES = (
    "Dear Mr Okafor,",
    "Yours sincerely,\n\nJane Holloway\nDisclosure Officer",
    "From: Holloway, Jane\nTo: Priya Nair",
    "Statement of T/DCI M. Patel and PC 1234 Jane Holloway",
)
COUNTER_EXAMPLES = (
    "Dear Sir or Madam,",
    "Dear Requester,",
    "Yours sincerely,\n\nDisclosure Officer\nExample Constabulary",
    "Evidence of Harm",
    "From: Information Rights Team",
)

_GAP: Final = r"[ \t\xa0]{1,3}"
_TITLES: Final = rf"(?:{TITLE}{_GAP}){{0,3}}"
_END: Final = r"[ \t]*(?:[,;:.!\-–—]|$)"
_TITLED = re.compile(
    rf"(?<![\w/.-])(?P<title>{COURTESY_PATTERN})(?:{_GAP}{COURTESY_PATTERN}(?=[ ])){{0,2}}(?:{_GAP}|[ \t]*\n[ \t]*|(?<=\.))"
    rf"(?P<value>(?:{SMALL_PARTICLE}{_GAP}){{0,2}}{NAME})"
)
_RANKED = re.compile(
    rf"(?<![\w/.-])(?P<title>{RANK_PATTERN})(?:{_GAP}|[ \t]*[-–][ \t]*)"
    rf"(?:(?:[A-Z]{{0,2}}[ ]?\d{{1,6}}|\(\d{{1,6}}\))[ \t]{{1,3}})?(?P<value>{NAME})"
)
_GREETING = re.compile(
    rf"^[ \t>]*(?:Dear|DEAR|Annwyl|ANNWYL|Hi|Hello|Hiya|Good (?:morning|afternoon|evening)|To)[ \t]+(?:all[ \t]+)?"
    rf"(?P<people>{_TITLES}{NAME}(?:[ \t]*(?:,|and|&|/)[ \t]+{_TITLES}{NAME}){{0,3}}){_END}",
    re.MULTILINE,
)
_CLOSE = re.compile(
    r"^[ \t>]*(?:Yours[ \t]+(?:sincerely|faithfully|truly|etc\.?)|Sincerely(?:[ \t]+yours)?|(?:Kind(?:est)?|Best|Warm(?:est)?"
    r"|With[ \t]+(?:kind|best))?[ \t]*(?:regards|wishes)|Many[ \t]+thanks|Thank[ \t]+you|Thanks|Respectfully|Cheers"
    r"|(?:Yr[ \t]+eiddoch[ \t]+)?yn[ \t]+(?:gywir|ddiffuant)|Cofion(?:[ \t]+(?:gorau|cynnes))?)"
    r"[ \t]*[,.!]?[ \t]*\n(?:[ \t>]*\n){0,6}[ \t>]*(?:(?:pp|p\.p\.|PP|/s/|Signed:?)[ \t]*)?"
    rf"{_TITLES}(?P<value>(?-i:{NAME}))(?P<after>[^\n]*)",
    re.MULTILINE | re.IGNORECASE,
)
_UPPER_FIRST = re.compile(
    rf"(?:^|(?<=[\t|;]))[ \t]*(?P<value>[{CAPITAL}][{CAPITAL}'’-]{{2,}},[ ]?[{CAPITAL}][^\W\d_]+(?:[ ]{WORD})?)[ \t]*(?=$|[\t|;(])",
    re.MULTILINE,
)
# "PC Law", "Ms Coach": a word of posts is a surname here, unless another capitalised word makes it a post after all.
_ODD_SURNAME = re.compile(
    r"(?<![\w/.-])(?:[TA]/)?(?:Mr|Mrs|Ms|Miss|PC|WPC|DC|TDC|DS|Sgt|Insp|PCSO)\.?[ ](?:[A-Z]{0,2}\d{1,6}[ ])?"
    r"(?P<value>[A-Z][a-z]{2,})(?![\w'’-]*[ ](?:[A-Z]|of\b|for\b|to\b)|\w|/)"
)
_MR_BEFORE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?[ ]+$")
# "Dear Mr" whose name is left blank.
_BLANK = re.compile(r"(?:^|\n)[ \t>]*(?:Dear|DEAR|Annwyl)[ ](?:[\w/.]+[ ](?:or[ ])?)?$")
# "the Lady Day Order 1990", "Justice and Security Act 2013".
_STATUTE = re.compile(
    r"(?:[ ](?:[A-Z(][\w()'’.,-]*|and|of|the|in|for)){0,8}?[ ](?:Act|Order|Regulations|Rules|Measure)(?:[ ]\([^)\n]{1,40}\))*[ ](?:1[5-9]|20)\d\d\b"
)
# "The Romans were here" and "the Rangers had won" are no households.
_FAMILY = re.compile(
    r"\b(?:[Tt]he|(?P<both>[Bb]oth|[Tt]he[ ]two))[ ](?P<value>[A-Z][a-z]+(?:[’'-][A-Z]?[a-z]+)?s)"
    r"(?=['’]?[ ](?:live|lived|living|moved|rent|family|next[ ]door|at[ ](?:no|number)|garden|fence|dogs?|son|daughters?"
    r"|complained|on[ ](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?(both)were|lived))\b)"
)
_ANYBODY: Final = frozenset({"Sir", "Madam", "SIR", "MADAM"})
# Ranks that are other things as well: a postscript, a county council, a post in any firm.
_WEAK_RANKS: Final = frozenset({"PS", "CC", "CI", "AC"})
_POSTS: Final = frozenset(FIRE_AND_AMBULANCE)
# Titles that are offices, sports and documents more often than they stand before a name in a UK letter.
_OFFICES: Final = frozenset(
    form for word in ("General", "Gen", "Major", "Master", "President", "Minister") for form in (word, word.upper())
)
# Schools and streets are named after these: "Sir John Moore Primary School", "Lord Street".
_NAMESAKES: Final = frozenset(
    {"Sir", "Lord", "Lady", "Dame", "Dr", "Doctor", "Captain", "Judge", "Sister", "SIR", "LORD"}
)
_PLACE: Final = re.compile(
    r"\b(?:School|Primary|Academy|College|Hospital|House|Hall|Street|Road|Lane|Avenue|Close|Park|Trust|Foundation|Arms|Who)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    score: float
    form: str


_WHY: Final = {
    "title": "A name after a courtesy title.",
    "rank": "A name after a police rank.",
    "salutation": "A name in the salutation.",
    "sign-off": "A name under the close of a letter.",
    "field": "A name beside a label such as From, Contact or Officer in the case.",
    "surname first": "A surname in capitals followed by a forename.",
    "before e-mail address": "A name written before its e-mail address.",
    "Welsh": "A name in a Welsh sentence, by its title or its forename.",
    "family": "A family called by its name.",
    "from e-mail address": "The name that an e-mail address in this text is made of.",
}


class PersonStructureRecognizer(EntityRecognizer):
    """Report names by where they stand in a letter, an e-mail, a form or a staff list."""

    def __init__(self, supported_language: str = "en") -> None:
        """Make the recognizer; it needs no model and no settings."""
        super().__init__(supported_entities=["PERSON"], name=type(self).__name__, supported_language=supported_language)

    def load(self) -> None:
        """Load nothing: shapes are compiled once with their module."""

    def analyze(
        self,
        text: str,
        entities: list[str],  # Presidio's signature
        nlp_artifacts: NlpArtifacts | None = None,  # Presidio's signature
    ) -> list[RecognizerResult]:
        """Return one result a name; where several forms see the same name, the longest is kept."""
        best: list[_Place] = []
        found = (p for p in places(text) if p.form in ("title", "rank") or not is_phrase(text[p.start : p.end]))
        for place in sorted(found, key=lambda p: (p.start, -p.end, -p.score)):
            if not best or place.start >= best[-1].end:
                best.append(place)
            elif place.end > best[-1].end:
                last = best[-1]
                best[-1] = _Place(last.start, place.end, max(last.score, place.score), last.form)
        return [result(self, "PERSON", p.start, p.end, score=p.score, why=_WHY[p.form], form=p.form) for p in best]


RECOGNIZER = PersonStructureRecognizer


def places(text: str) -> Iterator[_Place]:
    """Yield every name that some form of letter structure shows, in no order, overlapping."""
    for start, end in titled_names(text):
        yield _Place(start, end, DOUBTFUL if wrote_report(text, start, end) else 0.9, "title")
    for start, end, score in names_in_welsh(text):
        yield _Place(start, end, score, "Welsh")
    for start, end in families(text):
        yield _Place(start, end, DOUBTFUL, "family")
    for start, end in _ranked_names(text):
        yield _Place(start, end, 0.9, "rank")
    for start, end in salutations(text):
        yield _Place(start, end, 0.9, "salutation")
    for start, end in sign_offs(text):
        yield _Place(start, end, 0.85, "sign-off")
    for field in fields(text):
        for start, end in field.names:
            yield _Place(start, end, DOUBTFUL_FIELD if field.doubtful else 0.85, "field")
    for match in _ODD_SURNAME.finditer(text):
        if (word := match["value"].lower()) in ROLE_WORDS and word not in OFFICE_AFTER_MR:
            yield _Place(*match.span("value"), DOUBTFUL, "title")
    for match in _UPPER_FIRST.finditer(text):
        if not any(is_not_name(w) or plain(w) in ordinary_words() for w in match["value"].split()):
            yield _Place(*match.span("value"), 0.7, "surname first")
    for start, end in names_from_addresses(text):
        yield _Place(start, end, 0.75, "from e-mail address")
    for start, end in names_before_addresses(text):
        yield _Place(start, end, 0.85, "before e-mail address")


def families(text: str) -> Iterator[tuple[int, int]]:
    """Yield the families in "the Okafors live next door": a name in the plural with what only people do or have."""
    for match in _FAMILY.finditer(text):
        word = match["value"]
        if not is_not_name(word) and plain(word) not in ordinary_words() and plain(word)[:-1] not in ordinary_words():
            yield match.span("value")


def titled_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield the names after courtesy titles; not offices, nor schools and streets named after people."""
    for match in _TITLED.finditer(text):
        title, value = match["title"], match["value"]
        if title in _OFFICES or _ends_sentence(title):
            continue
        if title in _NAMESAKES and (_PLACE.search(value) or is_called_here(text, match.start())):
            continue
        # "Dear Sir or Madam" over "Request about ...": what begins a line must be a name by itself.
        parted = "\n" in text[match.start("title") : match.start("value")]
        if parted and (title in _ANYBODY or _BLANK.search(text, max(0, match.start() - 40), match.start())):
            continue
        if _STATUTE.match(text, match.end("title")):
            continue
        if extent := name_extent(value, titled=not parted):
            yield match.start("value"), match.start("value") + extent


def _ranked_names(text: str) -> Iterator[tuple[int, int]]:
    for match in _RANKED.finditer(text):
        title, value = match["title"], match["value"]
        numbered = any(c.isdigit() for c in text[match.end("title") : match.start("value")])
        if not numbered and (_ends_sentence(title) or not _is_rank_here(text, match)):
            continue
        if name_start(f"{title} {value}") is None:
            continue
        if extent := name_extent(value, titled=True):
            yield match.start("value"), match.start("value") + extent


def _ends_sentence(title: str) -> bool:
    """Say whether the full stop after a title ends a sentence: no full word takes one ("the President. After")."""
    return title.endswith(".") and (len(title) > 6 or title == "PS.")


def _is_rank_here(text: str, match: re.Match[str]) -> bool:
    """Say whether "PS" or "Constable" is a rank: not in "PS Please reply", nor in "Milne & Constable Associates"."""
    title, words = match["title"], match["value"].split()
    if title.title() in _POSTS and any(map(is_not_name, words[:1])):
        return False
    if (title in _WEAK_RANKS or title.title() in _POSTS) and len(words) == 1 and plain(words[0]) in ordinary_words():
        return False
    return title != "Constable" or not re.search(
        r"(?:&|[A-Z][a-z]+)[ ]$", text[max(0, match.start() - 30) : match.start()]
    )


def salutations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the names in "Dear Mr Okafor," or "Hi Jane and Tom"; none for a post, a team or "Dear Sir or Madam"."""
    for match in _GREETING.finditer(text):
        people = match["people"]
        spans = list(_people_in(people, match.start("people")))
        # One word of an organisation makes the whole line one: "Dear Avon and Somerset Police".
        if any(is_not_name(w) for s, e in spans if not _MR_BEFORE.search(text[:s][-8:]) for w in text[s:e].split()):
            continue
        yield from spans


def _people_in(people: str, offset: int) -> Iterator[tuple[int, int]]:
    for piece in re.finditer(r"(?:(?!,|[ \t]and[ \t]|[ \t]&[ \t]|/[ \t]).)+", people):
        words = re.sub(r"^[ \t]*(?:and|&|/)[ \t]+", lambda m: " " * len(m.group()), piece.group())
        lead = len(words) - len(words.lstrip())
        start = name_start(words.strip())
        if start is None:
            continue
        low = piece.start() + lead + start
        high = piece.start() + len(words.rstrip())
        if sum(c.isalpha() for c in people[low:high]) >= 2:
            yield offset + low, offset + high


def sign_offs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the name line under "Yours sincerely"; the post or the team that often stands there is left alone."""
    for match in _CLOSE.finditer(text):
        value, after = match["value"], match["after"]
        if not value[0].isupper() or name_start(value) is None:
            continue
        if re.match(r"[ \t]+(?:and|&)[ \t]", after):
            yield from names_in_field(value + after, match.start("value"))
            continue
        if not re.fullmatch(r"[ \t]*(?:[,(\-–—|].*)?[ \t.\"”'’]*", after):
            continue
        extent = name_extent(value)
        if extent and not (len(value.split()) == 1 and value.isupper() and len(value) > 12):
            yield match.start("value"), match.start("value") + extent
