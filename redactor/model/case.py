"""What an officer knows of a request before the file is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from redactor.model.kinds import Mode


@dataclass(frozen=True, slots=True)
class Requester:
    """Who asked, as the case file knows it."""

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    references: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.names, self.emails, self.phones, self.addresses, self.organisations, self.references))

    def __repr__(self) -> str:
        return f"Requester(<{sum(map(len, (self.names, self.emails, self.phones, self.addresses)))} values>)"


@dataclass(frozen=True, slots=True)
class Case:
    """What the officer knows about the request."""

    mode: Mode = Mode.PUBLISH
    regime: str = ""
    kind: str = ""
    """What kind of letter it is, as ``LetterKind`` has them; "" to take it from the letter."""
    authority: str = ""
    reference: str = ""
    received: date | None = None
    sent: date | None = None
    requester: Requester = field(default_factory=Requester)
    staff: tuple[str, ...] = ()
    """Names of staff the officer has cleared for release."""
    team_lines: tuple[str, ...] = ()
    """Telephone numbers that reach a team and may be published."""
