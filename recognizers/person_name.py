"""A person's name taken apart: forenames, surname, initials, and the ways a clerk may spell them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from recognizers.names import name_start

_LETTERS: Final = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i",
        "'": "", "’": "", "ʼ": "", "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "",
    }
)  # fmt: skip
# German and Nordic names are typed with two letters on a British keyboard.
_TWO_LETTERS: Final = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_PARTICLES: Final = frozenset(
    """
    van von de der den del dela della delos di da do dos du la le los bin bint ibn abu al el ap ab ferch ni nic st o mac
    mc ten ter y
    """.split()  # noqa: SIM905
)
# Of "van der Berg" a clerk may write "Berg"; of "St John" nobody writes "John".
_NEVER_DROPPED: Final = frozenset({"st", "o", "mac", "mc"})
# Letters after a name; they are no part of it.
AFTER_NAME: Final = frozenset(
    """
    mbe obe cbe kbe dbe qpm kpm qfm bem kc qc mp msp ms mla phd bsc msc ba ma llb llm frsa frcp jp dl esq jr snr
    sr jnr ii iii iv
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """One person's name, folded to plain lower-case letters.

    Attributes:
        forenames: first name first; a single letter where only an initial is known.
        surnames: the ways the surname may be written, each as the words it falls into: ("smith", "jones").
        spellings: other spellings of the forenames: "soeren" for Søren.
    """

    forenames: tuple[str, ...]
    surnames: tuple[tuple[str, ...], ...]
    spellings: tuple[str, ...] = ()

    @property
    def initials(self) -> str:
        """First letters of all names, surname last: "jah"."""
        return "".join(name[0] for name in self.forenames) + self.surnames[0][0][0]

    def run_together(self, *, least: int = 6) -> frozenset[str]:
        """Return the forms of user names and file names, of ``least`` letters: "janeholloway", "jholloway", "hollowayj"."""
        if not self.forenames:
            return frozenset()
        joined = {"".join(surname) for surname in self.surnames}
        firsts = {self.forenames[0], self.forename_together}
        forms = {form for s in joined for f in firsts for form in (f + s, f[0] + s, s + f, s + f[0])}
        return frozenset(form for form in forms if len(form) >= least)

    @property
    def forename_together(self) -> str:
        """The first two forenames as an address joins them: "kaiming" for Kai Ming, "soojin" for Soo-jin."""
        return "".join(self.forenames[:2])


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return ``word`` in lower case without accents, apostrophes and invisible characters."""
    if word.isascii():
        return word.lower().replace("'", "")
    plain = unicodedata.normalize("NFKD", word.lower()).lower()
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)


def parse_name(name: str) -> PersonName | None:
    """Take a written name apart; None when nothing but titles or punctuation is there.

    Reads "Jane Holloway", "Mr J. A. Holloway MBE", "Holloway, Jane", "HOLLOWAY", "Ana van der Berg", "Smith-Jones".
    """
    name = " ".join(name.split()).strip(" .,;:'’\"")
    start = name_start(name)
    if start is None:
        return None
    name = name[start:]
    before, comma, after = name.partition(",")
    if comma and after.strip() and not all(fold(w.strip(".,")) in AFTER_NAME for w in after.split()):
        name = f"{after.strip()} {before.strip()}"
    elif comma:
        name = before
    words = [w for w in re.split(r"[\s.]+", name) if any(c.isalpha() for c in w)]
    while len(words) > 1 and fold(words[-1]) in AFTER_NAME:
        words.pop()
    # "WARD Lucy": a surname in capitals goes before the forename; "JB Ward" begins with initials.
    filed = next((at for at, word in enumerate(words) if not word.isupper()), 0)
    if not comma and filed and len(words[0]) > 2 and words[filed].istitle():
        words = [*words[filed:], *words[:filed]]
    if not words:
        return None
    cut = len(words) - 1
    while cut > 1 and fold(words[cut - 1]) in _PARTICLES:
        cut -= 1
    if cut == 1 and len(words) > 1 and fold(words[0]) in _PARTICLES and words[0][0].islower():
        cut = 0
    forenames = tuple(fold(part) for word in words[:cut] for part in re.split(r"[-‐‑–]", word) if fold(part))
    surnames = _surname_forms(" ".join(words[cut:]))
    spellings = tuple(fold(other) for word in words[:cut] if (other := _in_two_letters(word)) != word.lower())
    return PersonName(forenames, surnames, spellings) if surnames else None


def _in_two_letters(word: str) -> str:
    return "".join(_TWO_LETTERS.get(letter, letter) for letter in word.lower())


def _surname_forms(surname: str) -> tuple[tuple[str, ...], ...]:
    forms: dict[tuple[str, ...], None] = {}
    spellings = [surname]
    lowered = surname.lower()
    if any(letter in lowered for letter in _TWO_LETTERS):
        spellings.append(_in_two_letters(lowered))
    elif len(surname) >= 6 and re.search("ae|oe|ue", lowered):
        spellings.append(re.sub("([aou])e", r"\1", lowered))
    for spelling in spellings:
        parts = tuple(part for raw in re.split(r"[\s‐‑–-]+", spelling) if (part := fold(raw)))
        if not parts:
            continue
        forms[parts] = None
        forms[("".join(parts),)] = None
        bare = parts
        while len(bare) > 1 and bare[0] in _PARTICLES - _NEVER_DROPPED:
            bare = bare[1:]
        if len("".join(bare)) >= 4:
            forms[bare] = None
        if apostrophe := re.match(r"\s*(\w{1,2})['’](\w{2,})", spelling):
            forms[(fold(apostrophe[1]), fold(apostrophe[2]), *parts[1:])] = None
    return tuple(forms)
