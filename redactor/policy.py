"""Policy packs: what an authority redacts, reviews and keeps, under which exemption, and why.

A pack is a YAML file. ``lines`` are tried from the top and the first that matches a finding decides; lines of the pack
itself come before those it inherits by ``extends``. Where no line matches, a person decides: REVIEW.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import re2
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

from redactor import known, yamlfile
from redactor.errors import PolicyError
from redactor.formats import Limits
from redactor.model import Action, Layer, Mode, Severity, Width

_MAX_DEPTH = 8
NAMES = frozenset({"PERSON", "REQUESTER", "EMAIL_ADDRESS"})
"""Entities that are a name or made of one, so that their width tells the name."""


class _Strict(BaseModel):
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


def _rule_code(value: str) -> str:
    """Check that a rule has this code."""
    if value not in known.rules():
        raise ValueError(f"no rule has the code {value!r}{known.near(value, known.rules())}")
    return value


class Line(_Strict):
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


class Public(_Strict):
    """A contact or name that is public already and never a finding to act on."""

    value: str = Field(min_length=2, description="The number, address, postcode or name as published.")
    entity: tuple[str, ...] = Field((), description="Entities it may be found as; any but PERSON when left out.")
    why: str = Field(min_length=3, description="Whose it is, and where it is published.")

    _known = field_validator("entity")(_entities)


class StaffGroup(_Strict):
    """A rank of staff: the titles that show a name belongs to it, and what happens to such names."""

    titles: tuple[str, ...] = Field(min_length=1, description="Titles beside the name, as they are written.")
    action: Action
    exemption: str = ""
    why: str = Field(min_length=3)


class Term(_Strict):
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


class RuleSetting(_Strict):
    """How a rule is used here; a BLOCK may be lowered only with a written reason, which the report repeats."""

    severity: Severity | None = None
    reason: str = ""
    options: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _reasoned(self) -> RuleSetting:
        if self.severity is not None and len(self.reason.strip()) < 10:
            raise ValueError("changing a rule's severity needs a written reason")
        return self


class ModelSettings(_Strict):
    """Which name model is used, and its recall dial."""

    name: str = Field("shipped", description="shipped, or an installed spaCy model such as en_core_web_lg.")
    person_threshold: float = Field(0.3, gt=0, le=1, description="Lower finds more names and more that are not.")
    threads: int = Field(1, ge=1, le=64)


_Share = Annotated[float, Field(ge=0, le=1)]


class RedactionSettings(_Strict):
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


class ReleaseSettings(_Strict):
    """What has to be done before a copy goes out."""

    second_person: bool = Field(
        False,
        description="Somebody who decided nothing has to approve the copy by name, at the desk or with `redactor decide "
        "--approve`; until then the verdict is REVIEW.",
    )


class LimitSettings(_Strict):
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


class Policy(_Strict):
    """An effective policy pack, inheritance resolved."""

    name: str = Field(min_length=1, description="Short name, used with --policy.")
    title: str = Field("", description="One line for 'policies list'.")
    version: str = Field("", description="Date or number of this pack.")
    regime: str = Field("foia", pattern="^(foia|eir|foisa|us-foia)$")
    mode: Mode = Field(Mode.PUBLISH, description="Mode where neither case nor command says one.")
    extends: str | None = Field(None, description="Pack whose lines follow this pack's own.")
    lines: tuple[Line, ...] = ()
    role_mailboxes: tuple[str, ...] = Field((), description="Local parts that reach a team, not a person.")
    personal_domains: tuple[str, ...] = Field((), description="Mail providers where no mailbox is a team's.")
    public: tuple[Public, ...] = ()
    staff: dict[str, StaffGroup] = Field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    capabilities: tuple[str, ...] = Field((), description="Words that make a supplier beside them sensitive.")
    exemptions: dict[str, str] = Field(
        default_factory=dict, description="Exemptions of the extended pack, and what stands for each of them here."
    )
    rules: dict[Annotated[str, AfterValidator(_rule_code)], RuleSetting] = Field(
        default_factory=dict, description="Settings by rule code."
    )
    model: ModelSettings = ModelSettings()
    redaction: RedactionSettings = RedactionSettings()
    release: ReleaseSettings = ReleaseSettings()
    limit: LimitSettings = LimitSettings()
    picture_min_points: float = Field(18.0, ge=0, description="Pictures smaller than this on both sides are ignored.")

    @model_validator(mode="after")
    def _one_group_a_title(self) -> Policy:
        seen: dict[str, str] = {}
        for name, group in self.staff.items():
            for title in group.titles:
                other = seen.setdefault(title.casefold(), name)
                if other != name:
                    raise ValueError(f"the title {title!r} stands in two staff groups, {other} and {name}")
        return self

    @property
    def limits(self) -> Limits:
        """Return the limits in the form that formats and the guard use."""
        return Limits(**self.limit.model_dump())

    @property
    def digest(self) -> str:
        """Return a hash of everything the policy says, for reports and for knowing when a scan is out of date."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]


class PolicyFile(Policy):
    """A pack as written: like ``Policy``, but its ``extends`` is still to be followed."""


def folder() -> Path:
    """Return the folder of built-in packs: beside the package in a wheel, at the top level in a checkout."""
    inside = Path(__file__).parent / "policies"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "policies"


def names() -> tuple[str, ...]:
    """Return the names of the built-in packs."""
    return tuple(sorted(path.stem for path in folder().glob("*.yaml")))


def load(name_or_path: str, search: Sequence[Path] = ()) -> Policy:
    """Return an effective policy by built-in name, by name in a search folder, or by path."""
    return _load(name_or_path, tuple(search), ())


def _load(name: str, search: tuple[Path, ...], above: tuple[Path, ...]) -> Policy:
    path = _find(name, search)
    if path in above or len(above) >= _MAX_DEPTH:
        raise PolicyError("packs extend one another in a circle", where=str(path), remedy="Break the circle.")
    own = yamlfile.read(path, PolicyFile, PolicyError)
    if own.extends is None:
        return Policy(**dict(own))
    base = _load(own.extends, (path.parent, *search), (*above, path))
    return _merge(base, own)


def _find(name: str, search: tuple[Path, ...]) -> Path:
    """Return the file of a pack; a name with a suffix or a separator is a path."""
    as_path = Path(name)
    if as_path.suffix in {".yaml", ".yml"} or len(as_path.parts) > 1:
        candidates = [as_path, *(folder_ / as_path for folder_ in search if not as_path.is_absolute())]
    else:
        candidates = [folder_ / f"{name}.yaml" for folder_ in (*search, folder())]
    for candidate in candidates:
        if candidate.is_file():
            return candidate.resolve()
    known = ", ".join(names())
    raise PolicyError("no such policy", where=name, remedy=f"Give a path to a YAML file, or one of: {known}.")


_JOINED = ("lines", "role_mailboxes", "personal_domains", "public", "terms", "capabilities")
_KEYED = ("staff", "rules")
_NESTED = ("model", "redaction", "release", "limit")


def _merge(base: Policy, own: PolicyFile) -> Policy:
    """Put a pack over the one it extends: lists join with its own first, named entries and settings replace."""
    values: dict[str, Any] = {}
    base = _renamed(base, own.exemptions)
    for key in Policy.model_fields:
        mine, theirs = getattr(own, key), getattr(base, key)
        if key in _JOINED:
            values[key] = (*mine, *(entry for entry in theirs if entry not in mine))
        elif key in _KEYED:
            values[key] = {**theirs, **mine}
        elif key in _NESTED:
            set_here = {name: getattr(mine, name) for name in mine.model_fields_set}
            values[key] = theirs.model_copy(update=set_here)
        else:
            values[key] = mine if key in own.model_fields_set else theirs
    return Policy(**{**values, "extends": None})


def _renamed(base: Policy, exemptions: dict[str, str]) -> Policy:
    """Return a pack with its exemptions under another Act's names; one that has no other name keeps its own."""
    if not exemptions:
        return base

    def named(entry: Any) -> Any:
        return entry.model_copy(update={"exemption": exemptions.get(entry.exemption, entry.exemption)})

    return base.model_copy(
        update={
            "lines": tuple(map(named, base.lines)),
            "terms": tuple(map(named, base.terms)),
            "staff": {name: named(group) for name, group in base.staff.items()},
        }
    )


def describe(policy: Policy) -> str:
    """Return the effective policy as YAML, everything inherited written out."""
    import yaml

    data = policy.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=110)
