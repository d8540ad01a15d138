"""All letters of this folder by rule code: those on which the rule must fire, and those on which it must be silent."""

from __future__ import annotations

from redactor.rules.examples import Example
from styled import answers, dates, exemptions, form, ncnd, ncnd_more, phrases

_PARTS = (answers, dates, exemptions, form, ncnd, ncnd_more, phrases)


def _gathered(name: str) -> dict[str, tuple[Example, ...]]:
    found: dict[str, tuple[Example, ...]] = {}
    for part in _PARTS:
        for code, examples in getattr(part, name).items():
            whole = (one if isinstance(one, Example) else Example(one) for one in examples)
            found[code] = (*found.get(code, ()), *whole)
    return found


FIRES, SILENT = _gathered("FIRES"), _gathered("SILENT")
