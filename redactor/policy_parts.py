"""What a policy pack is made of: its lines, its public names and staff groups, its terms, and its settings."""

from __future__ import annotations

from typing import Annotated, Any

import re2
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from redactor import known
from redactor.model import Action, Layer, Mode, Severity, Width

NAMES = frozenset({"PERSON", "REQUESTER", "EMAIL_ADDRESS"})
"""Entities that are a name or made of one, so that their width tells the name."""


class Strict(BaseModel):
    """A part in which an unknown word is a mistake, and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _quiet() -> re2.Options:
    """Return RE2's options without its own log, which would put the pattern on stderr."""
    options = re2.Options()
    options.log_errors = False
    return options


def _pattern(value: str | None) -> str | None:
    """Check that RE2 takes a user's pattern; RE2 cannot be made to hang, which is why it is asked at all."""
    if value is not None:
        try:
            re2.compile(value, _quiet())
        except re2.error as problem:
            said = problem.args[0] if problem.args else ""
            text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
            raise ValueError(f"not a pattern that RE2 understands ({text})") from None
    return value


def _entities(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """Check that something finds each entity; a line about a misspelt one would decide nothing, unseen."""
    for name in (value,) if isinstance(value, str) else value:
        if name not in known.entities():
            raise ValueError(f"unknown entity {name!r}{known.near(name, known.entities())}")
    return value


def rule_code(value: str) -> str:
    """Check that a rule has this code."""
    if value not in known.rules():
        raise ValueError(f"no rule has the code {value!r}{known.near(value, known.rules())}")
    return value


class Line(Strict):
    """One line of a policy: which findings, what happens to them, under which exemption, and why."""

    entity: str | tuple[str, ...] = Field(description="Entity or list of entities this line is about.")
    mode: Mode | None = Field(None, description="publish or send; both when left out.")
    layers: tuple[Layer, ...] = Field((), description="Layers of the file; every layer when left out.")
    threshold: float = Field(0.0, ge=0, le=1, description="Least score for this line to match.")
    value: str | None = Field(None, description="RE2 pattern the value itself must match in full.")
    near: str | None = Field(
        None, description="RE2 pattern that must stand near the finding, whose own place in the text is \\x00."
    )
    within: int = Field(60, ge=1, le=2000, description="How many characters 'near' looks to either side.")
    action: Action = Field(description="redact, review or keep.")
    exemption: str = Field("", description="Exemption printed on the box, such as s40(2).")
    why: str = Field(min_length=3, description="The reason, for the officer and the schedule.")

    _check = field_validator("value", "near")(_pattern)
    _known = field_validator("entity")(_entities)

    @property
    def entities(self) -> tuple[str, ...]:
        """Return the entities as a tuple, whichever way they were written."""
        return (self.entity,) if isinstance(self.entity, str) else self.entity


class Public(Strict):
    """A contact or name that is public already and never a finding to act on."""

    value: str = Field(min_length=2, description="The number, address, postcode or name as published.")
    entity: tuple[str, ...] = Field((), description="Entities it may be found as; any but PERSON when left out.")
    why: str = Field(min_length=3, description="Whose it is, and where it is published.")

    _known = field_validator("entity")(_entities)


class StaffGroup(Strict):
    """A rank of staff: the titles that show a name belongs to it, and what happens to such names."""

    titles: tuple[str, ...] = Field(min_length=1, description="Titles beside the name, as they are written.")
    action: Action
    exemption: str = ""
    why: str = Field(min_length=3)


class Term(Strict):
    """An operationally sensitive term; always for a person to judge, never redacted unseen."""

    term: str | None = Field(None, description="The words, matched whole.")
    pattern: str | None = Field(None, description="An RE2 pattern instead of words.")
    case_sensitive: bool = False
    category: str = Field(min_length=2, description="What kind of thing it gives away.")
    weight: str = Field("MEDIUM", pattern="^(HIGH|MEDIUM|LOW)$")
    exemption: str = Field("", description="Exemption to suggest.")
    why: str = Field(min_length=3)
    raises: tuple[str, ...] = Field((), description="Words nearby that make it weigh more.")
    lowers: tuple[str, ...] = Field((), description="Words nearby that make it weigh less.")

    _check = field_validator("pattern")(_pattern)

    @model_validator(mode="after")
    def _one(self) -> Term:
        if (self.term is None) == (self.pattern is None):
            raise ValueError("give either a term or a pattern")
        return self


class RuleSetting(Strict):
    """How a rule is used here; a BLOCK may be lowered only with a written reason, which the report repeats."""

    severity: Severity | None = None
    reason: str = ""
    options: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _reasoned(self) -> RuleSetting:
        if self.severity is not None and len(self.reason.strip()) < 10:
            raise ValueError("changing a rule's severity needs a written reason")
        return self


class ModelSettings(Strict):
    """Which name model is used, and its recall dial."""

    name: str = Field("shipped", description="shipped, or an installed spaCy model such as en_core_web_lg.")
    person_threshold: float = Field(0.2, gt=0, le=1, description="Lower finds more names and more that are not.")
    threads: int = Field(1, ge=1, le=64)


_Share = Annotated[float, Field(ge=0, le=1)]


class RedactionSettings(Strict):
    """How a redaction looks."""

    fill: tuple[_Share, _Share, _Share] = Field((0.0, 0.0, 0.0), description="RGB of the box, 0 to 1.")
    ink: tuple[_Share, _Share, _Share] = Field((1.0, 1.0, 1.0), description="RGB of the label, 0 to 1.")
    label: bool = Field(True, description="Print the exemption code on the box where it fits.")
    width: Width | dict[str, Width] | None = Field(
        None,
        description="gap (the box is as wide as the word, which can tell a name), reset (the line is set anew with a label "
        "of fixed width) or block (the line goes black); for all, or by entity. Left out: reset for names, gap elsewhere.",
    )
    k: int = Field(
        20, ge=1, le=1_000_000, description="A gap that fits fewer names of the list of surnames is put to review."
    )
    surnames: str = Field("", description="Text file of surnames, one a line, instead of the shipped list.")

    def width_of(self, entity: str) -> Width:
        """Return what becomes of the space of a removed entity; a picture leaves a box of its own size."""
        if entity == "IMAGE":
            return Width.GAP
        default = Width.RESET if entity in NAMES else Width.GAP
        if isinstance(self.width, dict):
            return self.width.get(entity, default)
        return default if self.width is None else self.width


class ReleaseSettings(Strict):
    """What has to be done before a copy goes out."""

    second_person: bool = Field(
        False,
        description="Somebody who decided nothing has to approve the copy by name, at the desk or with `redactor decide "
        "--approve`; until then the verdict is REVIEW.",
    )


class LimitSettings(Strict):
    """How much one file may cost."""

    seconds: float = Field(120.0, gt=0, le=86_400)
    seconds_per_page: float = Field(2.0, ge=0, le=3_600)
    memory_mb: int = Field(2048, ge=256, le=1_048_576)
    max_bytes: int = Field(512 * 1024 * 1024, ge=1024)
    max_pages: int = Field(5000, ge=1)
    max_page_points: float = Field(15000.0, gt=0)
    max_decoded_bytes: int = Field(512 * 1024 * 1024, ge=1024)
    max_image_pixels: int = Field(120_000_000, ge=1)
    max_objects: int = Field(1_000_000, ge=1)
    ocr: str = Field(
        "all", pattern="^(all|needed|off)$", description="Which pictures OCR reads, where it is installed."
    )
