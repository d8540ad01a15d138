"""The case file: what the officer knows about one request.

reference: FOI/2026/0412
mode: publish
received: 2026-10-01
requester:
  names: [Amara Okonkwo-Reid]
  emails: [amara@example.org]
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from redactor import yamlfile
from redactor.errors import CaseError
from redactor.model import Case, Mode, Requester

KINDS = (
    "acknowledgement",
    "clarification",
    "extension",
    "full disclosure",
    "partial disclosure",
    "refusal",
    "neither confirm nor deny",
    "cost refusal",
    "vexatious or repeated",
    "not held",
    "internal review outcome",
)
"""Every kind of reply; written out, because the letter model is not loaded to read a case file."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RequesterFile(_Strict):
    """Who asked: every form in which they may appear."""

    names: tuple[str, ...] = Field((), description="Full names, as given and as known.")
    emails: tuple[str, ...] = Field((), description="E-mail addresses.")
    phones: tuple[str, ...] = Field((), description="Telephone numbers.")
    addresses: tuple[str, ...] = Field((), description="Postal addresses, whole or line by line.")
    organisations: tuple[str, ...] = Field((), description="Organisations they wrote for.")
    references: tuple[str, ...] = Field((), description="Their own reference or case numbers.")


class CaseFile(_Strict):
    """A case file as it is written in YAML."""

    reference: str = Field("", description="The authority's own reference, kept in the letter.")
    mode: Mode = Field(Mode.PUBLISH, description="publish (disclosure log) or send (the requester's own copy).")
    regime: str = Field(
        "", pattern="^(foia|eir|foisa|eisr|us-foia|)$", description="foia, eir, foisa, eisr or us-foia."
    )
    kind: str = Field(
        "",
        pattern=f"^({'|'.join(KINDS)}|)$",
        description=f"What kind of letter it is, where it does not say so itself: {', '.join(KINDS)}.",
    )
    authority: str = Field("", description="Name of the authority.")
    received: date | None = Field(None, description="Date the request was received.")
    sent: date | None = Field(None, description="Date of the reply.")
    requester: RequesterFile = Field(RequesterFile(), description="Who asked.")
    staff: tuple[str, ...] = Field((), description="Names of staff cleared for release.")
    team_lines: tuple[str, ...] = Field((), description="Telephone numbers of teams, cleared for release.")

    def case(self) -> Case:
        """Return the value the engine works with."""
        values = {name: getattr(self, name) for name in type(self).model_fields if name != "requester"}
        return Case(requester=Requester(**self.requester.model_dump()), **values)


def load(path: Path) -> Case:
    """Read a case file; CaseError names file, line and key."""
    return yamlfile.read(path, CaseFile, CaseError).case()
