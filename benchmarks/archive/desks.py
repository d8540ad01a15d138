"""What the guard does in these benchmarks: the real check with poison added, or a quick one to try the machinery with."""

from __future__ import annotations

import os
import time
from typing import Any

from redactor import _jobs
from redactor.archive import child, key
from redactor.archive.crew import Desk
from redactor.archive.outcome import FoundRow, Outcome
from redactor.archive.place import Place
from redactor.archive.state import State


def obey(data: bytes) -> None:
    """Be the poison that a file's last line says; no PDF at hand makes today's parsers crash, hang and hog on demand."""
    if b"%poison=crash" in data:
        os.abort()
    if b"%poison=hang" in data:
        time.sleep(3600)
    if b"%poison=hog" in data:
        bytearray(1 << 33)


def poison_check(place: Place, sha256: str, orders: Any, handed: bytes | None = None, *, progress: Any) -> Outcome:
    """Check a file as a scan does, unless it is poison."""
    obey(child._contents().data(place, orders.bounds, handed))
    return child.check(place, sha256, orders, handed, progress=progress)


def no_model(orders: Any, *, progress: Any) -> str:  # noqa: ARG001  # as the guard calls it
    """Load nothing."""
    return "none"


def nothing() -> None:
    """Load nothing."""


def quick_check(  # the guard's signature
    place: Place,
    sha256: str,
    orders: Any,
    handed: bytes | None = None,
    *,
    progress: Any,  # noqa: ARG001
) -> Outcome:
    """Say that a file holds one value, its own hash, after a twentieth of a second."""
    obey(child._contents().data(place, orders.bounds, handed))
    time.sleep(0.05)
    value = key.digest(bytes.fromhex(orders.decisions.salt), sha256)
    row = FoundRow(0, "PERSON", "redact", 1, "body", False, 0.9, "quick", "s40(2)", "x*******", value)
    return Outcome(State.DONE, verdict="blocked", pages=1, findings=(row,))


POISON = Desk(_jobs.warm, child.model, child.look, poison_check)
QUICK = Desk(nothing, no_model, child.look, quick_check)
