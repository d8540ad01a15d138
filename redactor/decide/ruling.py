"""A decision on a match before it has an id, with the rank of whoever made it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from redactor.model import Action

_WEIGHT = {Action.KEEP: 0, Action.REVIEW: 1, Action.REDACT: 2}


class Rank(enum.IntEnum):
    """Who outranks whom."""

    POLICY = 1
    PUBLIC = 2
    REQUESTER = 3
    OFFICER = 4


@dataclass(frozen=True, slots=True)
class Ruling:
    """What is to happen to a match, and who says so."""

    rank: Rank
    action: Action
    exemption: str
    reason: str
    by: str = "policy"

    @property
    def weight(self) -> int:
        """Return how much the action removes: 0 keep, 1 review, 2 redact."""
        return _WEIGHT[self.action]
