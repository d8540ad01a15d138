"""What an Act says about refusing a request: exemptions with their limbs, and the facts a letter is held against.

A limb is written in one form, brackets and all: ``(1)(a)``, ``(2)(b)(i)``, ``(5B)(a)``; the empty string is the whole
section. What a limb does not say itself it has from the limb above it, and in the end from its section.
"""

from __future__ import annotations

import enum
import re
from functools import cached_property

from pydantic import BaseModel, ConfigDict, Field, model_validator

_LIMB = re.compile(r"(?:\([0-9a-zA-Z]{1,4}\))+")


class Strict(BaseModel):
    """A frozen value of the law files, in which an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Sourced(Strict):
    """An entry that says where it stands in the law and whether somebody compared the two."""

    source: str = Field(min_length=3, description="Statute, regulation, code or page it is from.")
    checked: bool = Field(description="Whether it was compared with that source.")


class Standing(enum.StrEnum):
    """Whether the public interest is weighed at all."""

    ABSOLUTE = "absolute"
    QUALIFIED = "qualified"
    MIXED = "mixed"
    """Absolute in some cases only: by the limb below, by a condition, or by who holds the information."""


class Test(enum.StrEnum):
    """What an authority must show before the exemption is engaged at all."""

    __test__ = False  # Pytest takes classes of this name for its own.

    CLASS = "class"
    PREJUDICE = "prejudice"
    REQUIRED = "required"
    ENDANGER = "endanger"
    ADVERSE = "adverse"
    """EIR: disclosure *would* adversely affect; "would be likely to" is not enough."""


class Role(enum.StrEnum):
    """What a section is for."""

    EXEMPTION = "exemption"
    LIMIT = "limit"
    """Not an exemption, but a reason not to comply: cost, vexatious or repeated requests."""
    PROCEDURE = "procedure"


class Limb(Strict):
    """A part of a section, as written in the file; what is left out comes from the limb above it."""

    limb: str = Field(pattern=f"^{_LIMB.pattern}$")
    title: str = ""
    standing: Standing | None = None
    test: Test | None = None
    ncnd: bool = Field(False, description="Whether it lifts the duty to confirm or deny.")
    ncnd_through: str = Field("", description="Provision elsewhere that lifts that duty for it, such as 18(1).")
    source: str = ""
    checked: bool = False


class Section(Sourced):
    """A section or regulation as written in the file."""

    section: str = Field(pattern=r"^[1-9][0-9]?[A-Z]?$")
    title: str = Field(min_length=3)
    role: Role = Role.EXEMPTION
    standing: Standing | None = None
    test: Test | None = None
    qualified_person: bool = Field(False, description="Whether a qualified person's opinion is needed.")
    ncnd_through: str = Field("", description="Provision elsewhere that lifts the duty to confirm or deny for it.")
    subject: tuple[str, ...] = Field((), description="Words by which a letter names it without its number.")
    limbs: tuple[Limb, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _whole(self) -> Section:
        if self.role is Role.EXEMPTION and (self.standing is None or self.test is None):
            raise ValueError(f"{self.section} is an exemption and says neither or only one of standing and test")
        names = [limb.limb for limb in self.limbs]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"{self.section}{twice[0]} stands twice")
        return self


class Fact(Sourced):
    """One thing the law or its code says of every request, with its number where it has one."""

    provision: str = Field(description="Where it stands, as a letter would cite it.")
    says: str = Field(min_length=3, description="What it says, in one line.")
    value: int | None = Field(None, ge=1, description="Days, where it is a time limit; working days unless it says so.")


class CostLimit(Sourced):
    """How much looking for information may cost before a request can be refused."""

    authority: str = Field(min_length=3, description="Which authorities.")
    pounds: int = Field(ge=1)
    hours: int | None = Field(None, ge=1, description="The same in hours, where the rate is fixed.")


class Facts(Strict):
    """The time limits and notices of one regime; None where it has no such thing."""

    confirm_or_deny: Fact
    response: Fact
    working_day: Fact
    extension: Fact | None
    extension_notice: Fact | None
    advice: Fact
    not_held: Fact
    refusal: Fact
    refusal_reason: Fact
    public_interest: Fact
    ncnd: Fact
    cost_notice: Fact | None
    review_notice: Fact
    review_request: Fact
    review_answer: Fact
    complaint_notice: Fact
    complaint: Fact


class Provision(Sourced):
    """A section or limb with everything it has from what stands above it."""

    regime: str
    section: str
    limb: str
    title: str
    role: Role
    standing: Standing | None
    test: Test | None
    ncnd: bool
    ncnd_through: str
    qualified_person: bool

    @property
    def absolute(self) -> bool | None:
        """Return whether it is absolute; None where that turns on the case, or where it is no exemption."""
        if self.standing is None or self.standing is Standing.MIXED:
            return None
        return self.standing is Standing.ABSOLUTE


class Law(Sourced):
    """Everything one regime says, as the file has it."""

    regime: str = Field(pattern="^(foia|eir|foisa|eisr)$")
    name: str = Field(min_length=3, description="Name of the Act or Regulations.")
    short: str = Field(min_length=2)
    unit: str = Field(pattern="^(section|regulation)$")
    version: str = Field(description="Date of this file.")
    sections: tuple[Section, ...] = Field(min_length=1)
    facts: Facts
    cost_limits: tuple[CostLimit, ...] = ()
    commissioner: str = Field(description="Name of the Commissioner in commissioners.yaml.")

    @model_validator(mode="after")
    def _once(self) -> Law:
        names = [section.section for section in self.sections]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"{self.unit} {twice[0]} stands twice")
        return self

    @cached_property
    def provisions(self) -> dict[tuple[str, str], Provision]:
        """Return every section and limb by its number and limb, parents that the file leaves out included."""
        found: dict[tuple[str, str], Provision] = {}
        for section in self.sections:
            found[section.section, ""] = self._of(section)
            for limb in sorted(section.limbs, key=lambda one: one.limb.count("(")):
                _put(found, found[section.section, ""], limb)
        return found

    @cached_property
    def by_number(self) -> dict[str, Section]:
        """Return the sections by number."""
        return {section.section: section for section in self.sections}

    def _of(self, section: Section) -> Provision:
        kept = {"section", "title", "role", "standing", "test", "qualified_person", "ncnd_through"}
        shared = section.model_dump(include=kept)
        return Provision(
            **shared, regime=self.regime, limb="", ncnd=False, source=section.source, checked=section.checked
        )

    def find(self, section: str, limb: str = "") -> Provision | None:
        """Return a section or limb; None where the law has no such thing."""
        return self.provisions.get((section, limb))

    def absolute(self, section: str, limb: str = "") -> bool | None:
        """Return whether a provision is absolute; None where that turns on the case or there is none such."""
        found = self.find(section, limb)
        return found.absolute if found else None

    def ncnd_limbs(self, section: str) -> tuple[str, ...]:
        """Return the limbs of a section under which an authority may refuse to confirm or deny, outermost only."""
        limbs = [p.limb for p in self.provisions.values() if p.section == section and p.ncnd]
        return tuple(one for one in limbs if not any(one != other and one.startswith(other) for other in limbs))

    def called(self, section: str, limb: str = "", *, capital: bool = False) -> str:
        """Return a provision as a sentence names it: section 31(1)(a), regulation 12(5)(b)."""
        return f"{self.unit.capitalize() if capital else self.unit} {section}{limb}"

    def write(self, section: str, limb: str = "") -> str:
        """Return a citation in its usual short form: s31(1)(a), Reg 12(5)(b), FOISA s38(1)(b), EISR Reg 10(4)(e)."""
        prefix = {"foia": "s", "eir": "Reg ", "foisa": "FOISA s", "eisr": "EISR Reg "}[self.regime]
        return f"{prefix}{section}{limb}"


def _put(found: dict[tuple[str, str], Provision], section: Provision, limb: Limb) -> None:
    """Add a limb, and the limbs above it that the file does not name."""
    parts = re.findall(r"\([^)]*\)", limb.limb)
    parent = section
    for depth in range(1, len(parts)):
        name = "".join(parts[:depth])
        parent = found.setdefault((section.section, name), parent.model_copy(update={"limb": name, "checked": False}))
    said = {key: value for key, value in limb if value not in (None, "")}
    said["ncnd"] = limb.ncnd or parent.ncnd
    found[section.section, limb.limb] = parent.model_copy(update=said)
