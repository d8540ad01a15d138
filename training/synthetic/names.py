"""Where the invented people's names come from: our own lists of many cultures, and those of the Faker library.

Lists under ``data/names`` were written for this project. Faker (MIT) belongs to the ``training`` extra and adds breadth:
a model that has seen few surnames learns the list, not the place where a name stands. A tenth of the surnames is held
back from training for each of the development and test sets, chosen by a checksum of the name itself.
"""

from __future__ import annotations

import importlib
import random
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final, Literal

Split = Literal["train", "dev", "test"]

# Faker's locale, how often it is drawn (the hand-written lists together weigh about 100), the order its names take.
_LOCALES: Final = (
    ("en_GB", 24, "western"), ("en_US", 5, "western"), ("en_IE", 4, "western"), ("en_IN", 4, "western"),
    ("en_PK", 3, "chain"), ("en_KE", 2, "western"), ("en_NZ", 1, "western"), ("ga_IE", 1, "western"),
    ("de_DE", 1, "western"), ("de_AT", 1, "western"), ("fr_FR", 1, "western"), ("it_IT", 2, "western"),
    ("es_ES", 2, "double"), ("es_CA", 1, "double"), ("pt_PT", 2, "double"), ("pt_BR", 1, "double"),
    ("nl_NL", 1, "western"), ("nl_BE", 1, "western"), ("pl_PL", 4, "western"), ("ro_RO", 3, "western"),
    ("hu_HU", 1, "western"), ("cs_CZ", 1, "western"), ("sk_SK", 1, "western"), ("lt_LT", 1, "western"),
    ("lv_LV", 1, "western"), ("et_EE", 1, "western"), ("fi_FI", 1, "western"), ("sv_SE", 1, "western"),
    ("da_DK", 1, "western"), ("no_NO", 1, "western"), ("tr_TR", 2, "western"), ("hr_HR", 1, "western"),
    ("sl_SI", 1, "western"), ("yo_NG", 2, "western"), ("ig_NG", 2, "western"), ("ha_NG", 1, "western"),
    ("tw_GH", 2, "western"), ("zu_ZA", 1, "western"), ("az_AZ", 1, "western"), ("uz_UZ", 1, "western"),
    ("sq_AL", 2, "western"), ("vi_VN", 1, "vietnamese"), ("id_ID", 1, "western"), ("fr_QC", 1, "western"),
)  # fmt: skip
_WORD: Final = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’\- ]{2,24}")
_SECTION: Final = re.compile(r"^\[(\w+)\]$", re.M)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Culture:
    """Names that go together.

    Attributes:
        name: the culture, or Faker's locale.
        weight: how often it is drawn, against the others.
        order: which words make a name: see ``people.ORDERS``.
        forenames, surnames: at least ``_FEWEST`` of each.
    """

    name: str
    weight: float
    order: str
    forenames: tuple[str, ...]
    surnames: tuple[str, ...]


def bucket(name: str) -> int:
    """Return 0 to 99, always the same for a name whatever its case."""
    return zlib.crc32(name.casefold().encode()) % 100


def allowed(name: str, split: Split) -> bool:
    """Return whether a split may draw a name from its own share: 0-79 train, 80-89 dev, 90-99 test."""
    low, high = {"train": (0, 80), "dev": (80, 90), "test": (90, 100)}[split]
    return low <= bucket(name) < high


def _composed(lines: str) -> list[str]:
    # "Ash Thorn + ford bury" makes Ashford, Ashbury, Thornford, Thornbury.
    made = []
    for line in filter(str.strip, lines.splitlines()):
        heads, tails = line.split("+")
        made += [(head + tail).replace("_", " ") for head in heads.split() for tail in tails.split()]
    return made


def _read(text: str) -> Culture:
    head, *rest = _SECTION.split(text)
    fields = dict(re.findall(r"^(\w+): *(.+)$", head, re.M))
    sections = dict(zip(rest[::2], rest[1::2], strict=True))

    def words(name: str) -> list[str]:
        return [word.replace("_", " ") for word in sections.get(name, "").split()]

    forenames = words("forenames") + _composed(sections.get("forename_parts", ""))
    surnames = words("surnames") + _composed(sections.get("surname_parts", ""))
    return Culture(
        fields["culture"],
        float(fields["weight"]),
        fields["order"],
        tuple(dict.fromkeys(forenames)),
        tuple(dict.fromkeys(surnames)),
    )


def _faker_names(provider: object, attributes: tuple[str, ...]) -> tuple[str, ...]:
    names: list[str] = []
    for attribute in attributes:
        values = getattr(provider, attribute, None)
        if isinstance(values, property) or values is None:
            continue
        for value in values:
            word = value[0] if isinstance(value, tuple | list) else value
            if isinstance(word, str) and _WORD.fullmatch(word.strip()) and word[0].isupper() and not word.isupper():
                names.append(word.strip())
    return tuple(dict.fromkeys(names))


def _from_faker() -> list[Culture]:
    cultures = []
    for locale, weight, order in _LOCALES:
        try:
            module = importlib.import_module(f"faker.providers.person.{locale}")
        except ModuleNotFoundError as error:
            if error.name == "faker":
                raise ModuleNotFoundError("Making training text needs Faker: install the 'training' extra.") from error
            continue
        first = _faker_names(module.Provider, ("first_names", "first_names_male", "first_names_female"))
        last = _faker_names(
            module.Provider, ("last_names", "last_names_male", "last_names_female", "last_names_unisex")
        )
        if len(first) >= _FEWEST and len(last) >= _FEWEST:
            cultures.append(Culture(locale, weight, order, first, last))
    return cultures


@lru_cache(maxsize=1)
def cultures() -> tuple[Culture, ...]:
    """Return every culture, ours first, then Faker's.

    Raises:
        ModuleNotFoundError: Faker is not installed.
    """
    folder = resources.files("training.synthetic") / "data" / "names"
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".txt")), key=lambda entry: entry.name)
    own = [_read(part) for entry in files for part in entry.read_text("utf-8").split("\n---\n")]
    return (*own, *_from_faker())


@lru_cache(maxsize=3)
def pool(split: Split) -> tuple[Culture, ...]:
    """Return the cultures with only the names that a split may draw; a culture left with too few is dropped."""
    kept = []
    for culture in cultures():
        # Forenames are few and shared by everybody: only training is barred from some.
        first = tuple(name for name in culture.forenames if split != "train" or allowed(name, split))
        last = tuple(name for name in culture.surnames if allowed(name, split))
        if len(first) >= _FEWEST and len(last) >= _FEWEST:
            kept.append(Culture(culture.name, culture.weight, culture.order, first, last))
    return tuple(kept)


def draw(rng: random.Random, split: Split) -> Culture:
    """Return a culture by weight."""
    choices = pool(split)
    return rng.choices(choices, _weights(split))[0]


@lru_cache(maxsize=3)
def _weights(split: Split) -> tuple[float, ...]:
    return tuple(culture.weight for culture in pool(split))
