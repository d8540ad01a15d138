"""How a letter greets and how it is signed."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from redactor.letter.model.place import Passage


class Addressee(enum.StrEnum):
    """Whom the salutation greets."""

    BLANK = "blank"
    NAMED = "named"
    GENERAL = "general"
    """"Sir or Madam", "Applicant", "Requester"."""
    PLACEHOLDER = "placeholder"
    """"[Name]", "XXXX", "<<Title>>"."""


@dataclass(frozen=True, slots=True)
class Salutation:
    """A greeting of the letter's own (not one inside the quoted request).

    ``name_start`` to ``name_end`` is whom it greets, without the comma; an empty range where that is blank.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    addressee: Addressee


@dataclass(frozen=True, slots=True)
class Signature:
    """From the closing words to the last line of the signature block.

    ``closing`` is "Yours sincerely"; ``lines`` are the lines that follow, names and titles alike.
    """

    start: int
    end: int
    closing: Passage | None
    lines: tuple[Passage, ...] = ()
