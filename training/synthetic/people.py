"""One invented person and every way that a document may write the name."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from training.synthetic.names import Culture, Split, draw
from training.synthetic.piece import Mark, Piece

TITLES: Final = (
    "Mr", "Mr", "Mr", "Mrs", "Mrs", "Ms", "Ms", "Miss", "Mx", "Dr", "Dr", "Prof", "Professor", "Cllr", "Councillor",
    "Mr.", "Mrs.", "Ms.", "Dr.", "Sir", "Dame", "Lord", "Lady", "Baroness", "Rev", "Revd", "Rev.", "Father", "Imam",
    "Rabbi", "Canon", "Sister", "Nurse", "Judge", "HHJ", "Mr Justice", "PC", "DC", "DS", "DI", "DCI", "PS", "Sgt",
    "Insp", "Inspector", "Supt", "Ch Insp", "PCSO", "Capt", "Captain", "Major", "Col", "Lt", "Cllr Mrs", "Cllr Dr",
    "Rt Hon", "The Hon", "Alderman", "Midwife", "Coach", "Constable", "Sergeant", "WPC", "ACC", "DCC",
)  # fmt: skip
_PLAIN_TITLES: Final = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr")
_SHORT: Final = {
    "robert": "Bob", "william": "Bill", "elizabeth": "Liz", "margaret": "Maggie", "richard": "Dick", "james": "Jim",
    "thomas": "Tom", "christopher": "Chris", "michael": "Mick", "anthony": "Tony", "andrew": "Andy", "david": "Dave",
    "stephen": "Steve", "steven": "Steve", "patricia": "Pat", "susan": "Sue", "katherine": "Kate", "catherine": "Cath",
    "victoria": "Vicky", "deborah": "Debs", "rebecca": "Becky", "alexander": "Sandy", "nicholas": "Nick",
    "matthew": "Matt", "benjamin": "Ben", "samuel": "Sam", "daniel": "Dan", "joseph": "Joe", "edward": "Ted",
    "mohammed": "Mo", "muhammad": "Mo", "jonathan": "Jon", "philip": "Phil", "timothy": "Tim", "gerald": "Gerry",
    "abdullahi": "Abdi", "przemysław": "Przemek", "aleksandra": "Ola", "małgorzata": "Gosia", "katarzyna": "Kasia",
}  # fmt: skip
_NICKNAMES: Final = (
    "Baz", "Gaz", "Daz", "Shaz", "Chip", "Spud", "Smudge", "Dusty", "Ginger", "Nobby", "Chalky", "Taff", "Jock", "Tiny",
    "Mo", "Bash", "Zed", "Kiki", "Bee", "JJ", "TJ", "AJ", "DJ", "Big Al", "Little Stevie", "Squeak", "Ziggy", "Pip",
)  # fmt: skip
_LOOKS_LIKE_A_RANK: Final = ("PC", "DC", "DS", "DI", "PS", "SC", "DR", "MR", "MS", "CI", "WM", "CM", "MP", "QC", "KC")
ORDERS: Final = (
    "western",
    "double",
    "chain",
    "chinese",
    "vietnamese",
    "arabic",
    "sikh",
    "mono",
    "dutch",
    "surname_first",
)


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person.

    Attributes:
        number: marks the same person throughout a document.
        fore, middle, sur: ``middle`` may be empty, and ``sur`` is empty of a person with one name.
        shown: the full name in its culture's order.
        title: an honorific or rank, never part of the name.
    """

    number: int
    fore: str
    middle: str
    sur: str
    shown: str
    title: str
    nick: str


def _surname(rng: random.Random, culture: Culture, split: Split) -> str:
    name = rng.choice(culture.surnames)
    if culture.order == "western" and rng.random() < 0.06:
        other = rng.choice(draw(rng, split).surnames)
        return f"{name}{rng.choice(('-', '-', '-', ' '))}{other}"
    if culture.order == "western" and rng.random() < 0.012:
        particles = ("van ", "de ", "von ", "van der ", "di ", "Le ", "De ", "du ", "St ", "Mac ", "ap ", "ab ", "Ó ")
        return rng.choice(particles) + name
    return name


def make(rng: random.Random, number: int, split: Split) -> Person:
    """Return a new person from a culture drawn by weight; one in twelve has a forename from another."""
    culture = draw(rng, split)
    fore = rng.choice(draw(rng, split).forenames if rng.random() < 0.08 else culture.forenames)
    middle = rng.choice(culture.forenames) if rng.random() < 0.3 else ""
    sur = _surname(rng, culture, split)
    match culture.order:
        case "double":
            sur = f"{sur} {rng.choice(('', '', 'da ', 'dos ', 'de ', 'y '))}{rng.choice(culture.surnames)}"
            sur = sur if rng.random() < 0.6 else sur.rsplit(" ", 1)[-1]
            shown = f"{fore} {sur}"
        case "chain":
            middle = rng.choice(culture.forenames)
            shown = f"{fore} {middle} {sur}" if rng.random() < 0.6 else f"{fore} {sur}"
        case "chinese" | "surname_first":
            middle = ""
            shown = f"{sur} {fore}" if rng.random() < 0.5 else f"{fore} {sur}"
        case "vietnamese":
            shown = f"{sur} {rng.choice(('Thi', 'Van', 'Thị', 'Văn', 'Minh', 'Ngoc', 'Quang'))} {fore}"
            shown = shown if rng.random() < 0.6 else f"{fore} {sur}"
        case "arabic":
            joiner = rng.choice(("bin ", "ibn ", "Al-", "El-", "al ", "Abu ", "", "", "", "Abdul ", "bint "))
            shown = f"{fore} {joiner}{sur}"
            sur = joiner + sur if joiner in ("Al-", "El-", "Abu ") else sur
        case "sikh":
            middle = rng.choice(("Singh", "Kaur"))
            shown = rng.choice((f"{fore} {middle} {sur}", f"{fore} {sur}", f"{fore} {middle}"))
            sur = middle if shown.endswith(middle) else sur
        case "mono" if rng.random() < 0.3:
            sur, middle, shown = "", "", fore
        case "dutch":
            sur = rng.choice(("van ", "van der ", "de ", "van den ", "", "")) + sur
            shown = f"{fore} {sur}"
        case _:
            shown = f"{fore} {sur}"
    title = rng.choice(TITLES) if rng.random() < 0.4 else rng.choice(_PLAIN_TITLES)
    nick = _SHORT.get(fore.casefold()) or (rng.choice(_NICKNAMES) if rng.random() < 0.3 else fore[:3].rstrip("-' "))
    return Person(number, fore, middle, sur, shown, title, nick)


def initials(person: Person, *, dots: bool = False) -> str:
    """Return "AB", "ABC" or "A.B."."""
    words = [word for word in re.split(r"[ \-]+", f"{person.fore} {person.middle} {person.sur}") if word[:1].isupper()]
    letters = [word[0] for word in words] or [person.fore[:1].upper()]
    return "".join(letter + "." for letter in letters) if dots else "".join(letters)


def ascii_name(text: str) -> str:
    """Return the letters of a name as an e-mail address writes them."""
    plain = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("ø", "o").replace("ı", "i"))
    return re.sub(r"[^a-z]", "", plain.encode("ascii", "ignore").decode().lower()) or "user"


def _full(person: Person, rng: random.Random) -> str:
    if not person.sur:
        return person.shown
    middle = person.middle or rng.choice("ABCDEFGHJKLMNPRSTW")
    tables: tuple[tuple[float, str], ...] = (
        (62, person.shown),
        (7, f"{person.fore} {middle} {person.sur}" if len(middle) > 1 else person.shown),
        (6, f"{person.fore} {middle[0]} {person.sur}"),
        (3, f"{person.fore} {middle[0]}. {person.sur}"),
        (10, _initialled(person, rng)),
        (3, f"{person.fore} {person.sur.upper()}"),
        (3, person.shown.upper()),
        (2, f"{person.nick} {person.sur}"),
        (1, f"{person.fore} '{person.nick}' {person.sur}"),
        (1, f'{person.fore} "{person.nick}" {person.sur}'),
    )
    return rng.choices([text for _, text in tables], [weight for weight, _ in tables])[0]


def _initialled(person: Person, rng: random.Random) -> str:
    if not person.sur:
        return person.shown
    first, second = person.fore[0].upper(), (person.middle or rng.choice("ABCDEHJLMPRST"))[0].upper()
    if first + second in _LOOKS_LIKE_A_RANK:
        return f"{first}.{second}. {person.sur}"
    forms = (
        f"{first} {person.sur}", f"{first}. {person.sur}", f"{first}.{person.sur}", f"{first}.{second}. {person.sur}",
        f"{first}{second} {person.sur}", f"{first} {second} {person.sur}", f"{first}. {second}. {person.sur}",
    )  # fmt: skip
    return rng.choices(forms, (6, 6, 1, 3, 3, 3, 2))[0]


def _listed(person: Person, rng: random.Random) -> str:
    if not person.sur:
        return person.shown
    first = rng.choice((person.fore, person.fore, person.fore, f"{person.fore} {person.middle}".strip()))
    surname = person.sur.upper() if rng.random() < 0.3 else person.sur
    return f"{surname}, {first}"


def written(person: Person, form: str, rng: random.Random) -> str:
    """Return the name in a form; ``KeyError`` for a form that does not exist."""
    last = person.sur or person.fore
    if form == "any":
        form = rng.choices(("full", "init", "listed", "rev", "caps", "fore", "sur"), (58, 10, 10, 6, 6, 5, 5))[0]
    match form:
        case "full":
            return _full(person, rng)
        case "init":
            return _initialled(person, rng)
        case "listed":
            return _listed(person, rng)
        case "rev":
            return f"{person.sur} {person.fore[0]}{rng.choice(('', '.'))}" if person.sur else person.fore
        case "cite":
            return f"{person.sur}, {person.fore[0]}{rng.choice(('.', '.', ''))}" if person.sur else person.fore
        case "nick":
            return person.nick
        case "inits":
            return initials(person, dots=rng.random() < 0.15)
        case "abbr":
            return f"{person.fore} {last[0].upper()}{rng.choice(('', '.'))}"
    return {
        "plain": person.shown,
        "fore": person.fore,
        "sur": last,
        "usur": last.upper(),
        "caps": person.shown.upper(),
        "low": person.shown.lower(),
        "lowfore": person.fore.lower(),
        "long": f"{person.fore} {person.middle} {person.sur}".replace("  ", " ").strip(),
        "middle": person.middle or person.nick,
        "initial": person.fore[0].upper(),
    }[form]


def mention(person: Person, form: str, rng: random.Random) -> Piece:
    """Return a mention with its mark; a title, an address, a log-in name and an exhibit's letters carry none."""
    first, last = ascii_name(person.fore), ascii_name(person.sur or person.fore)
    match form:
        case "title":
            return Piece(person.title)
        case "mail":
            local = rng.choice((f"{first}.{last}", f"{first[0]}.{last}", f"{first}{last}", f"{last}{first[0]}", first))
            return Piece(local + rng.choice(("", "", "", str(rng.randint(1, 99)))))
        case "login" | "user":
            return Piece(rng.choice((f"{first[0]}{last}", f"{last[:5]}{first[0]}", f"{first[:3]}{last[:3]}")))
        case "letters":
            return Piece(initials(person))
        case "handle":
            return Piece("@" + rng.choice((f"{first}{last}", f"{first}_{last}", f"{first}{rng.randint(1, 99)}")))
        case "titled":
            body = person.sur or person.fore
            prefix = person.title + " "
            return Piece(prefix + body, (Mark(len(prefix), len(prefix + body), "PERSON", person.number),))
        case "formal":
            body = written(person, "full", rng)
            prefix = person.title + " "
            return Piece(prefix + body, (Mark(len(prefix), len(prefix + body), "PERSON", person.number),))
    text = written(person, form or "full", rng)
    return Piece(text, (Mark(0, len(text), "PERSON", person.number, form in ("inits", "initial")),))
