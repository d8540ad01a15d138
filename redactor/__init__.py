"""Check a Freedom of Information reply before release: find what must go, remove it truly, prove it, say what is open.

>>> from redactor import Engine, Case
>>> report = Engine("uk-police-foi").check("letter.pdf", case=Case(mode="publish"))  # doctest: +SKIP
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from redactor.engine import Engine
    from redactor.errors import ExitCode, RedactorError, UncheckedError, UsageError
    from redactor.model import (
        Action,
        Case,
        Mode,
        Requester,
        Severity,
        Status,
        Verdict,
    )
    from redactor.policy import Policy
    from redactor.report import Report

__version__ = "0.1.0"
DISTRIBUTION = "foi-release-check"
"""The name this package is installed by; another project's distribution ships a package of the same name."""

__all__ = [
    "Action",
    "Case",
    "Engine",
    "ExitCode",
    "Mode",
    "Policy",
    "RedactorError",
    "Report",
    "Requester",
    "Severity",
    "Status",
    "UncheckedError",
    "UsageError",
    "Verdict",
]

_HOME = {
    "Engine": "redactor.engine",
    "Policy": "redactor.policy",
    "Report": "redactor.report",
    **dict.fromkeys(("ExitCode", "RedactorError", "UncheckedError", "UsageError"), "redactor.errors"),
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that ``import redactor`` stays light."""
    if name in __all__:
        return getattr(importlib.import_module(_HOME.get(name, "redactor.model")), name)
    raise AttributeError(f"module 'redactor' has no attribute {name!r}")
