"""Reads the law files of policies/law once, and says file, line and key when one will not go."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from redactor import policy, yamlfile
from redactor.errors import PolicyError
from redactor.law.model import Law, Strict

Model = TypeVar("Model", bound=Strict)
REGIMES = ("foia", "eir", "foisa", "eisr")
SCOTTISH = frozenset({"foisa", "eisr"})
"""Regimes of Scottish authorities, who answer to a Commissioner of their own."""
EXCEPTIONS = {"eir": "12", "eisr": "10"}
"""The regulation that holds all exceptions but personal data, each with a public interest test of its own."""


def folder() -> Path:
    """Return the folder of the law files."""
    return policy.folder() / "law"


@lru_cache(maxsize=len(REGIMES))
def load(regime: str) -> Law:
    """Return the law of a regime: foia, eir, foisa or eisr.

    Raises:
        PolicyError: no such regime, or its file is missing or wrong.
    """
    if regime not in REGIMES:
        raise PolicyError("no law file for this regime", where=regime, remedy=f"Use one of: {', '.join(REGIMES)}.")
    law = read(f"{regime}.yaml", Law)
    if law.regime != regime:
        raise PolicyError(f"is the law of {law.regime}", where=f"{regime}.yaml", remedy="Correct its 'regime'.")
    return law


def read(name: str, model: type[Model]) -> Model:
    """Return one law file, checked against its model."""
    return yamlfile.read(folder() / name, model, PolicyError)
