"""All letters of this folder by rule code: those on which the rule must fire, and those on which it must be silent."""

from __future__ import annotations

from redactor.rules.examples import Example
from styled import answers, dates, exemptions, form, ncnd

_PARTS = (answers, dates, exemptions, form, ncnd)
FIRES: dict[str, tuple[Example, ...]] = {code: found for part in _PARTS for code, found in part.FIRES.items()}
SILENT: dict[str, tuple[Example, ...]] = {code: found for part in _PARTS for code, found in part.SILENT.items()}
