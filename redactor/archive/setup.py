"""What a check depends on besides the file: under the same setup the same content is never checked twice."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from redactor import __version__, ocr
from redactor.decisions import Decisions
from redactor.model import Case
from redactor.policy import Policy


@dataclass(frozen=True, slots=True)
class Setup:
    """Policy, tool, model, mode, case and decisions; ``digest`` stands for all of them."""

    digest: str
    policy: str
    policy_digest: str
    tool: str
    model: str
    mode: str


def of(policy: Policy, model: str, case: Case, decisions: Decisions, *, values: str = "") -> Setup:
    """Return the setup. The case's words and the decisions go into the digest and nowhere else.

    Args:
        values: the file that values are kept in, if any: one that was not named before holds nothing of what was checked.
    """
    requester = case.requester
    known = (
        policy.digest,
        __version__,
        ocr.installed(),
        model,
        case.mode,
        case.regime,
        case.kind,
        case.authority,
        case.reference,
        case.received,
        case.sent,
        case.staff,
        case.team_lines,
        (requester.names, requester.emails, requester.phones, requester.addresses, requester.organisations),
        requester.references,
        decisions.model_dump_json(),
        values,
    )
    return Setup(
        digest=hashlib.sha256(repr(known).encode("utf-8", "backslashreplace")).hexdigest()[:32],
        policy=policy.name,
        policy_digest=policy.digest,
        tool=__version__,
        model=model,
        mode=str(case.mode),
    )
