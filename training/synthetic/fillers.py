"""Dates, references, telephone numbers and the like: everything in a made-up document that is not a name."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HOSTS: Final = (
    "example.gov.uk", "example.org", "example.com", "example.net", "example.police.uk", "northshire.example.gov.uk",
    "mail.example.com", "nhs.example.org", "eastvale.example.gov.uk", "example.ac.uk", "post.example", "example.sch.uk",
)  # fmt: skip
_BOXES: Final = (
    "foi", "information.requests", "enquiries", "complaints", "dpo", "info", "planning", "press", "hr", "admin",
    "democratic.services", "records", "no-reply", "customer.services", "legal", "disclosure", "clerk", "office",
)  # fmt: skip
_AREAS: Final = ("01632 960", "020 7946 0", "0117 496 0", "0161 496 0", "0113 496 0", "029 2018 0", "0131 496 0")
Filler = Callable[[random.Random, str], str]


def date(rng: random.Random, kind: str) -> str:
    """Return a date in one of the ways British offices write them; ``kind`` "num" or "long" narrows it."""
    day, month, year = rng.randint(1, 28), rng.randint(0, 11), rng.randint(2004, 2026)
    name, ending = MONTHS[month], "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    numeric = [
        f"{day:02d}/{month + 1:02d}/{year}",
        f"{day}/{month + 1}/{year % 100:02d}",
        f"{day:02d}.{month + 1:02d}.{year % 100:02d}",
        f"{year}-{month + 1:02d}-{day:02d}",
        f"{day:02d}-{name[:3]}-{year % 100:02d}",
    ]
    words = [
        f"{day} {name} {year}",
        f"{day} {name} {year}",
        f"{day}{ending} {name} {year}",
        f"{day}{ending} {name}",
        f"{day} {name[:3]} {year}",
        f"{rng.choice(DAYS)} {day} {name}",
        f"{rng.choice(DAYS)}, {day} {name} {year}",
        f"{name} {year}",
    ]
    options = {"num": numeric, "long": words[:3], "": numeric[:2] + words}[kind]
    return rng.choice(options)


def reference(rng: random.Random, _: str) -> str:
    """Return a case, crime, invoice or file reference."""
    number, year = rng.randint(10, 99999), rng.randint(4, 26)
    letters = "".join(rng.choices("ABCDEFGHJKLMNPRSTW", k=2))
    return rng.choice((
        f"FOI/{number}", f"FOI {number}/{year:02d}", f"{number}/{year:02d}", f"RFI{number}", f"IC-{number}-{letters}4Q",
        f"{letters}/{year:02d}/{number}", f"INC{number:07d}", f"CRN {number}", f"{letters}{number}", f"#{number}",
        f"FS50{number}", f"{rng.randint(1, 60)}{letters}/{number}/{year:02d}", f"REF-{year:02d}-{number}", f"SR{number}",
        f"CAD {number % 9999}/{rng.randint(1, 28):02d}{rng.choice(MONTHS)[:3].upper()}{year:02d}", f"EIR{number}",
    ))  # fmt: skip


def _postcode(rng: random.Random, _: str) -> str:
    area = rng.choice(("ZE", "NS", "EV", "LE", "HD", "CF", "BT", "EH", "NG", "SW", "M", "B", "N", "YO"))
    return f"{area}{rng.randint(1, 29)} {rng.randint(1, 9)}{rng.choice('ABDEFGH')}{rng.choice('JLNPQRST')}"


def _number(rng: random.Random, arg: str) -> str:
    low, high = (int(part) for part in (arg or "2-480").split("-"))
    return str(rng.randint(low, high))


def _phone(rng: random.Random, _: str) -> str:
    return rng.choice(_AREAS) + f"{rng.randint(0, 999):03d}"


def _mobile(rng: random.Random, _: str) -> str:
    number = f"{rng.randint(0, 999):03d}"
    return rng.choice((f"07700 900{number}", f"07700900{number}", f"+44 7700 900{number}"))


def _money(rng: random.Random, _: str) -> str:
    return rng.choice((
        f"£{rng.randint(1, 999)},{rng.randint(0, 999):03d}", f"£{rng.randint(3, 900)}.{rng.randint(0, 99):02d}",
        f"£{rng.randint(1, 90)}m", f"£{rng.randint(1, 9)}.{rng.randint(1, 9)} million", f"£{rng.randint(10, 900)}k",
    ))  # fmt: skip


def _time(rng: random.Random, _: str) -> str:
    hour, minute = rng.randint(0, 23), rng.randint(0, 59)
    twelve = f"{hour % 12 or 12}"
    half = "am" if hour < 12 else "pm"
    return rng.choice((
        f"{hour:02d}:{minute:02d}", f"{hour:02d}{minute:02d}", f"{twelve}.{minute:02d}{half}", f"{twelve}{half}",
        f"{hour:02d}{minute:02d}hrs", f"{hour:02d}:{minute:02d}",
    ))  # fmt: skip


FILLERS: Final[dict[str, Filler]] = {
    "date": date,
    "ref": reference,
    "postcode": _postcode,
    "n": _number,
    "phone": _phone,
    "mobile": _mobile,
    "money": _money,
    "time": _time,
    "month": lambda rng, _: rng.choice(MONTHS),
    "day": lambda rng, _: rng.choice(DAYS),
    "year": lambda rng, _: str(rng.randint(2004, 2026)),
    "host": lambda rng, _: rng.choice(_HOSTS),
    "box": lambda rng, _: rng.choice(_BOXES),
    "collar": lambda rng, _: rng.choice(
        (str(rng.randint(12, 9999)), f"{rng.choice('ABCDEGKW')}{rng.randint(100, 999)}")
    ),
    "letter": lambda rng, _: rng.choice("ABCDEFGHJKLMNPRSTW"),
    "vrm": lambda rng, _: (
        f"{rng.choice(('AB', 'ZZ', 'NX', 'LK'))}{rng.randint(51, 74)} {''.join(rng.choices('ABCDEFGHJ', k=3))}"
    ),
}
