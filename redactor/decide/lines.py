"""The policy's lines, ready to be asked: which is the first that matches a finding?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

import re2

from redactor.model import Layer, Mode
from redactor.policy import Policy
from redactor.policy_parts import Line


@dataclass(frozen=True, slots=True)
class _Ready:
    line: Line
    value: object
    near: object


class LineBook:
    """The lines of one policy in one mode, by entity and in order."""

    def __init__(self, policy: Policy, mode: Mode) -> None:
        self._by_entity: dict[str, list[_Ready]] = defaultdict(list)
        for line in policy.lines:
            if line.mode is not None and line.mode is not mode:
                continue
            ready = _Ready(
                line,
                _compiled(line.value) if line.value else None,
                _compiled(line.near) if line.near else None,
            )
            for entity in line.entities:
                self._by_entity[entity].append(ready)

    def first(
        self, entity: str, score: float, layer: Layer, value: str, text: str, start: int, end: int
    ) -> Line | None:
        """Return the first line for a finding at ``text[start:end]``, or None where the policy is silent."""
        for ready in self._by_entity.get(entity, ()):
            line = ready.line
            if score < line.threshold or (line.layers and layer not in line.layers):
                continue
            if ready.value is not None and ready.value.fullmatch(value) is None:  # type: ignore[attr-defined]
                continue
            if ready.near is not None:
                around = text[max(0, start - line.within) : start] + " \0 " + text[end : end + line.within]
                if ready.near.search(around) is None:  # type: ignore[attr-defined]
                    continue
            return line
        return None


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> object:
    """Compile a pattern of a policy, which has the same for every file."""
    return re2.compile(pattern)
