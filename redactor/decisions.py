"""The decisions file: what people decided about findings, kept so that it follows them into the next version.

A decision names a finding by its fingerprint, a keyed hash of the entity and the normalised value, and never by its
place: a new name on an old line is a new finding. The key is the file's own random salt, so the file tells nobody who
was in the letter, though someone who holds both file and a list of names can test them: keep it with the case, not
with the published copy. Terms an officer added by hand stand in it as they were typed.
An area drawn on a page is the one thing that follows a place: it speaks of the very file it was drawn on.

Entries are sorted and carry no page or line, so that two officers' files merge and compare cleanly.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import math
import os
import secrets
import tempfile
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from redactor import yamlfile
from redactor.errors import DecisionsError
from redactor.model import Action
from redactor.turns import turn

SCHEMA = 1
_LEAST_POINTS = 1.0


class ChangedMeanwhileError(DecisionsError):
    """Somebody else has written the decisions file since it was read."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Entry(_Strict):
    """One person's decision about one value, wherever it stands."""

    fingerprint: str = Field(pattern="^[0-9a-f]{32}$")
    entity: str
    action: Action = Field(description="redact or keep; review reopens the question.")
    exemption: str = ""
    reason: str = Field(min_length=3)
    by: str = ""
    at: datetime | None = None
    expires: date | None = Field(None, description="From this day on the question is open again.")
    document: str = Field("", description="First 16 hexadecimal digits of the source's SHA-256 when it was decided.")


class Addition(_Strict):
    """A term an officer wants found, whatever the recognizers say."""

    term: str = Field(min_length=2, repr=False)
    exemption: str = ""
    reason: str = Field(min_length=3)
    by: str = ""
    at: datetime | None = None


class Area(_Strict):
    """A place on a page that an officer wants blanked, whatever is there: a signature, a stamp, part of a picture.

    It belongs to one version of one file, because a place says nothing about another.
    """

    document: str = Field(pattern="^[0-9a-f]{64}$", description="SHA-256 of the file on whose page it was drawn.")
    file: str = Field(
        "", repr=False, description="Name of that file; its next version asks whether the area still holds."
    )
    page: int = Field(ge=1)
    box: tuple[float, float, float, float] = Field(
        description="x0, y0, x1, y1 in points of the unrotated page, origin at the top left of its crop box."
    )
    exemption: str = ""
    reason: str = Field(min_length=3)
    by: str = ""
    at: datetime | None = None

    @field_validator("box")
    @classmethod
    def _has_size(cls, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        x0, y0, x1, y1 = box
        if not all(map(math.isfinite, box)) or x1 - x0 < _LEAST_POINTS or y1 - y0 < _LEAST_POINTS:
            raise ValueError("the box must be at least a point wide and high")
        return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))

    @property
    def key(self) -> str:
        """Return what tells one area from another: file, page and place."""
        numbers = " ".join(f"{number:.2f}" for number in self.box)
        return f"{self.document} {self.page} {numbers}"


class Approval(_Strict):
    """A second person's word that one file may go out as it is decided; any later decision voids it."""

    document: str = Field(pattern="^[0-9a-f]{64}$", description="SHA-256 of the file, not of the copy.")
    covers: str = Field(pattern="^[0-9a-f]{32}$", description="Keyed hash of the decisions that were approved.")
    by: str = Field(min_length=1)
    reason: str = Field("", description="What was looked at.")
    at: datetime | None = None


class Decisions(_Strict):
    """Every decision on a document or a queue of them."""

    schema_version: int = Field(SCHEMA, ge=1, le=SCHEMA)
    salt: str = Field(pattern="^(?:[0-9a-f]{2}){16,}$", repr=False)
    decisions: tuple[Entry, ...] = ()
    additions: tuple[Addition, ...] = ()
    areas: tuple[Area, ...] = ()
    approvals: tuple[Approval, ...] = ()

    @model_validator(mode="after")
    def _one_each(self) -> Decisions:
        seen: set[str] = set()
        for entry in self.decisions:
            if entry.fingerprint in seen:
                raise ValueError(f"two decisions for the fingerprint {entry.fingerprint}")
            seen.add(entry.fingerprint)
        return self

    def fingerprint(self, entity: str, value: str) -> str:
        """Return the keyed hash by which a decision follows a value (HMAC, RFC 2104, with SHA-256, cut to 128 bits)."""
        message = f"{entity}\0{normalised(value)}".encode()
        return hmac.new(bytes.fromhex(self.salt), message, "sha256").hexdigest()[:32]

    @property
    def standing(self) -> str:
        """Return a keyed hash of everything decided, which changes with the smallest of it; approvals are not in it."""
        untimed = {name: {"__all__": {"at"}} for name in ("decisions", "additions", "areas")}
        kept = record(self).model_dump_json(
            exclude={"schema_version": True, "salt": True, "approvals": True, **untimed}
        )
        return hmac.new(bytes.fromhex(self.salt), f"standing\0{kept}".encode(), "sha256").hexdigest()[:32]

    @property
    def deciders(self) -> frozenset[str]:
        """Return who decided anything in the file, as names are compared."""
        names = [entry.by for entry in self.decisions]
        names += [one.by for one in self.additions] + [area.by for area in self.areas]
        return frozenset(same_name(name) for name in names if name)

    def approved(self, document: str) -> Approval | None:
        """Return the approval of a file as it is decided now, by somebody who decided nothing; None where there is none."""
        theirs = [one for one in self.approvals if one.document == document]
        if not theirs:
            return None
        standing, deciders = self.standing, self.deciders
        for one in theirs:
            if one.covers == standing and same_name(one.by) not in deciders:
                return one
        return None

    def find(self, fingerprint: str) -> Entry | None:
        """Return the decision for a fingerprint, expired or not."""
        return next((entry for entry in self.decisions if entry.fingerprint == fingerprint), None)


def normalised(value: str) -> str:
    """Fold case, marks, spaces and punctuation, so that one value written two ways has one fingerprint."""
    # Most values are ASCII, of which neither NFKD nor case folding knows more than lower().
    folded = value.lower() if value.isascii() else unicodedata.normalize("NFKD", value).casefold()
    letters = "".join(filter(str.isalnum, folded))
    return letters or folded


@functools.lru_cache(maxsize=64)
def all_normalised(words: tuple[str, ...]) -> tuple[str, ...]:
    """Fold a policy's words, which are the same for every file; never a document's, for they are kept."""
    return tuple(map(normalised, words))


def same_name(name: str) -> str:
    """Return a person's name as names are compared: case, width and spaces do not make another person."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def empty() -> Decisions:
    """Return a decisions file without decisions, with a new salt."""
    return Decisions(salt=secrets.token_hex(16))  # schema_version and lists have their defaults


def load(path: Path) -> Decisions:
    """Read a decisions file; DecisionsError names file, line and key."""
    return yamlfile.read(path, Decisions, DecisionsError)


def record(
    decisions: Decisions,
    entries: Iterable[Entry] = (),
    additions: Iterable[Addition] = (),
    areas: Iterable[Area] = (),
    approvals: Iterable[Approval] = (),
    *,
    now: datetime | None = None,
) -> Decisions:
    """Return the decisions with new entries put in; a newer decision on the same value replaces the older one."""
    at = now or datetime.now(UTC).replace(microsecond=0)
    by_print = {entry.fingerprint: entry for entry in decisions.decisions}
    for entry in entries:
        by_print[entry.fingerprint] = entry if entry.at else entry.model_copy(update={"at": at})
    by_term = {addition.term: addition for addition in decisions.additions}
    for addition in additions:
        by_term[addition.term] = addition if addition.at else addition.model_copy(update={"at": at})
    by_place = {area.key: area for area in decisions.areas}
    for area in areas:
        by_place[area.key] = area if area.at else area.model_copy(update={"at": at})
    by_document = {approval.document: approval for approval in decisions.approvals}
    for approval in approvals:
        by_document[approval.document] = approval if approval.at else approval.model_copy(update={"at": at})
    return Decisions(
        schema_version=SCHEMA,
        salt=decisions.salt,
        decisions=tuple(sorted(by_print.values(), key=lambda e: (e.entity, e.fingerprint))),
        additions=tuple(sorted(by_term.values(), key=lambda a: a.term)),
        areas=tuple(area for _, area in sorted(by_place.items())),
        approvals=tuple(approval for _, approval in sorted(by_document.items())),
    )


def digest(path: Path) -> str:
    """Return the SHA-256 of a decisions file as it lies there; nothing where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as problem:
        raise DecisionsError(
            f"cannot be read ({problem.strerror})", where=path.name, remedy="Check the name and permission."
        ) from None


def save(decisions: Decisions, path: Path, *, over: str | None = None) -> str:
    """Write a decisions file by atomic rename, readable by its owner alone, and return its ``digest``.

    Args:
        over: what ``digest`` said when the file was read; None to write over whatever is there.

    Raises:
        ChangedMeanwhileError: the file is no longer that one. Comparing and writing are one step among our programs.
        DecisionsError: it cannot be written.
    """
    with turn(path):
        if over is not None and digest(path) != over:
            raise ChangedMeanwhileError(
                "was changed by somebody else meanwhile", where=path.name, remedy="Look again, then decide."
            )
        return _write(decisions, path)


def _write(decisions: Decisions, path: Path) -> str:
    import yaml

    text = "# Decisions on findings. Keep with the case file; see `redactor decide --help`.\n" + yaml.safe_dump(
        record(decisions).model_dump(mode="json", exclude_none=True), sort_keys=False, allow_unicode=True, width=110
    )
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".decisions-", suffix=".tmp")
    except OSError as problem:
        raise DecisionsError(
            f"cannot be written ({problem.strerror})", where=str(path), remedy="Choose another folder."
        ) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()
    except OSError as problem:
        raise DecisionsError(
            f"cannot be written ({problem.strerror})", where=str(path), remedy="Choose another name."
        ) from None
    finally:
        Path(temporary).unlink(missing_ok=True)
