"""What a command works with, once command line, case file, configuration and policy have each had their say."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.cli import inputs
from redactor.cli.text import say
from redactor.gate import FailOn
from redactor.model import Case, Mode, Requester

if TYPE_CHECKING:
    from redactor.config import Loaded
    from redactor.decisions import Decisions
    from redactor.policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The shared options as they were typed; None and empty mean "not given"."""

    policy: str | None = None
    case: Path | None = None
    requester: list[str] | None = field(default=None, repr=False)
    requester_email: list[str] | None = field(default=None, repr=False)
    requester_phone: list[str] | None = field(default=None, repr=False)
    reference: str | None = None
    mode: Mode | None = None
    decisions: Path | None = None
    formats: list[str] | None = None
    fail_on: FailOn | None = None
    show_values: bool = False
    quiet: bool = False
    verbose: bool = False
    config: Path | None = None
    password_file: Path | None = None
    timeout: float | None = None
    memory: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The same, settled."""

    given: Given
    loaded: Loaded
    policy: str
    search: tuple[Path, ...]
    formats: tuple[str, ...]
    fail_on: FailOn
    timeout: float | None
    memory: int | None
    password: str | None = field(repr=False)
    decisions_path: Path | None

    @property
    def read(self) -> tuple[Path, ...]:
        """Return the files a run reads beside its documents; no report may take their place."""
        given = self.given
        paths = (given.case, self.decisions_path, self.loaded.path, given.password_file)
        policy = Path(self.policy)
        return tuple(path for path in (*paths, policy if policy.is_file() else None) if path is not None)


def settle(given: Given) -> Settings:
    """Return the settings; the command line comes before the configuration."""
    from redactor import config

    loaded = config.load(given.config)
    values = loaded.config
    if loaded.path is not None and not given.quiet:
        # A configuration found on the way up may loosen the gate, so it is never used unseen.
        say(f"using {loaded.path}")
    return Settings(
        given=given,
        loaded=loaded,
        policy=given.policy or values.policy,
        search=values.policy_path,
        formats=tuple(given.formats) if given.formats else values.formats,
        fail_on=given.fail_on or values.fail_on,
        timeout=given.timeout if given.timeout is not None else values.timeout,
        memory=given.memory if given.memory is not None else values.memory,
        password=inputs.password(given.password_file),
        decisions_path=given.decisions or values.decisions,
    )


def case(settings: Settings, policy: Policy) -> Case:
    """Return the case: the case file's, with what the command line adds to it."""
    given = settings.given
    if given.case is not None:
        from redactor import case as cases

        known = cases.load(given.case)
    else:
        known = Case(mode=settings.loaded.config.mode or policy.mode)
    requester = known.requester
    return dataclasses.replace(
        known,
        mode=given.mode or known.mode,
        reference=given.reference or known.reference,
        requester=Requester(
            names=(*requester.names, *(given.requester or ())),
            emails=(*requester.emails, *(given.requester_email or ())),
            phones=(*requester.phones, *(given.requester_phone or ())),
            addresses=requester.addresses,
            organisations=requester.organisations,
            references=requester.references,
        ),
    )


def decisions(settings: Settings) -> Decisions | None:
    """Return the decisions made before; None where no file was named."""
    if settings.decisions_path is None:
        return None
    from redactor import decisions as decisions_module

    return decisions_module.load(settings.decisions_path)
