"""How the Commissioners are reached: which contacts in a letter are theirs, and which of them are out of date."""

from __future__ import annotations

import datetime as dt
import enum
import re
from dataclasses import dataclass
from functools import lru_cache

from pydantic import Field, model_validator

from redactor.errors import PolicyError
from redactor.law import loader
from redactor.law.model import Sourced, Strict


class Kind(enum.StrEnum):
    """What sort of contact it is."""

    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    SITE = "site"


class Contact(Sourced):
    """One way to reach a Commissioner, with the first and last day it is right where these are known."""

    kind: Kind
    value: str = Field(min_length=4, description="As the Commissioner writes it.")
    marks: tuple[str, ...] = Field(min_length=1, description="Words or numbers it is recognised by.")
    since: dt.date | None = Field(None, alias="from")
    until: dt.date | None = Field(None, alias="to")
    note: str = ""

    @model_validator(mode="after")
    def _ordered(self) -> Contact:
        if self.since and self.until and self.since > self.until:
            raise ValueError("'from' is after 'to'")
        return self

    def right_on(self, day: dt.date) -> bool:
        """Return whether a letter of that day may give this contact."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Commissioner(Strict):
    """A Commissioner and every contact a letter may show, right or stale."""

    name: str = Field(min_length=3)
    regimes: tuple[str, ...] = Field(min_length=1)
    contacts: tuple[Contact, ...] = Field(min_length=1)


class CommissionersFile(Strict):
    """The file of Commissioners."""

    commissioners: tuple[Commissioner, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Mention:
    """A Commissioner's contact as it stands in a text; the span is half-open, in characters."""

    span: tuple[int, int]
    commissioner: str
    contact: Contact


@lru_cache(maxsize=1)
def all_of_them() -> tuple[Commissioner, ...]:
    """Return every Commissioner of the law files."""
    return loader.read("commissioners.yaml", CommissionersFile).commissioners


def commissioner(regime: str) -> Commissioner:
    """Return the Commissioner a complaint under a regime goes to.

    Raises:
        PolicyError: no Commissioner for this regime.
    """
    for one in all_of_them():
        if regime in one.regimes:
            return one
    raise PolicyError("no Commissioner for this regime", where=regime, remedy="Use one of: foia, eir, foisa, eisr.")


def mentions(text: str) -> tuple[Mention, ...]:
    """Return every contact of any Commissioner in a text, in order; of two that overlap the longer one."""
    # The digits and the words alone say of nearly every contact that it is not there, in a tenth of a pattern's time.
    digits, folded = re.sub("[^0-9]+", "", text), _folded(text)
    found = [
        Mention(match.span(), one.name, contact)
        for one in all_of_them()
        for contact in one.contacts
        if _may_be_in(contact.kind, contact.marks, digits, folded)
        for match in _pattern(contact.kind, contact.marks).finditer(text)
    ]
    found.sort(key=lambda mention: (mention.span[0], -mention.span[1]))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.span[0] >= kept[-1].span[1]:
            kept.append(mention)
    return tuple(kept)


def _folded(text: str) -> str:
    """Return the text as patterns without case compare it: a long s is an s there, and i with or without its dot an i."""
    return text.replace("\u0130", "i").replace("\u0131", "i").casefold()


def _may_be_in(kind: Kind, marks: tuple[str, ...], digits: str, folded: str) -> bool:
    if kind is Kind.PHONE:
        return any(number in digits for number in _plain(kind, marks))
    return any(all(word in folded for word in mark.split()) for mark in _plain(kind, marks))


@lru_cache(maxsize=256)
def _plain(kind: Kind, marks: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(re.sub(r"\D", "", mark)[1:] if kind is Kind.PHONE else _folded(mark) for mark in marks)


@lru_cache(maxsize=256)
def _pattern(kind: Kind, marks: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for a contact however it is spaced or broken over lines."""
    if kind is Kind.PHONE:
        numbers = [r"[\s().-]{0,3}".join(re.sub(r"\D", "", mark)[1:]) for mark in marks]
        return re.compile(rf"(?<!\d)(?:\+44[\s.-]{{0,3}}(?:\(0\)\s?)?|\(?0)(?:{'|'.join(numbers)})(?!\d)")
    words = "|".join(r"\s{0,4}".join(re.escape(word) for word in mark.split()) for mark in marks)
    # A site may follow "www." or "//", and a mailbox stands whole: mail@ico.org.uk is not the site ico.org.uk.
    before = r"(?<![\w@-])(?<!\w\.)" if kind is not Kind.SITE else r"(?<![\w@-])(?<!(?<!www)\.)"
    if kind is Kind.EMAIL and not any("@" in mark for mark in marks):
        before = r"(?<![\w-])(?:[\w.+-]{1,64}@)?"
    return re.compile(rf"{before}(?:{words})(?![\w@-])(?!\.\w)", re.IGNORECASE)
