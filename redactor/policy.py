"""Policy packs: what an authority redacts, reviews and keeps, under which exemption, and why.

A pack is a YAML file. ``lines`` are tried from the top and the first that matches a finding decides; lines of the pack
itself come before those it inherits by ``extends``. Where no line matches, a person decides: REVIEW.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, model_validator

from redactor import yamlfile
from redactor.errors import PolicyError
from redactor.formats import Limits
from redactor.model import Mode
from redactor.policy_parts import (
    LimitSettings,
    Line,
    ModelSettings,
    Public,
    RedactionSettings,
    ReleaseSettings,
    RuleSetting,
    StaffGroup,
    Strict,
    Term,
    rule_code,
)

_MAX_DEPTH = 8


class Policy(Strict):
    """An effective policy pack, inheritance resolved."""

    name: str = Field(min_length=1, description="Short name, used with --policy.")
    title: str = Field("", description="One line for 'policies list'.")
    version: str = Field("", description="Date or number of this pack.")
    regime: str = Field("foia", pattern="^(foia|eir|foisa|eisr|us-foia)$")
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
    rules: dict[Annotated[str, AfterValidator(rule_code)], RuleSetting] = Field(
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
