"""What the guard does in the archive's tests: quick answers that depend on a file's content alone, and poison.

Stands in a module of its own because the child process imports it by name.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Any

from redactor.archive import child, key
from redactor.archive.contents import Contents
from redactor.archive.crew import Desk
from redactor.archive.outcome import FoundRow, IssueRow, Looked, Outcome
from redactor.archive.place import Place
from redactor.archive.state import State
from redactor.errors import EncryptedError

CONTENTS = Contents()
NAME = re.compile(rb"name=([A-Za-z ]+);")


def warm() -> None:
    """Load nothing."""


def model(orders: Any, *, progress: Any) -> str:
    """Name a model that is not there."""
    return "fake:0"


def look(place: Place, bounds: Any, handed: bytes | None = None, *, progress: Any) -> Looked:
    """Look as the real one does; a file that is poison to the look says so in its name."""
    if place.name.startswith("lookcrash"):
        os._exit(3)
    return CONTENTS.look(place, bounds, handed)


def check(place: Place, sha256: str, orders: Any, handed: bytes | None = None, *, progress: Any) -> Outcome:
    """Do what the content says: crash, hang, hog, or be encrypted; else find every ``name=...;`` in it."""
    data = CONTENTS.data(place, orders.bounds, handed)
    obey(data)
    log = os.environ.get("SCAN_LOG")
    if log:
        with Path(log).open("a") as stream:
            stream.write(f"{sha256}\n")
    secret = bytes.fromhex(orders.decisions.salt)
    found = tuple(
        FoundRow(number, "PERSON", "redact", 1, "body", False, 0.9, "fake", "s40(2)", child.masked(value),
                 key.digest(secret, value))
        for number, value in enumerate(match.decode() for match in NAME.findall(data))
    )  # fmt: skip
    return Outcome(
        State.DONE,
        verdict="blocked" if found else "ready",
        pages=1,
        findings=found,
        issues=(IssueRow(0, "P601", "block", 1, "1 PERSON."),) if found else (),
        values={f.value: (f.entity, v.decode()) for f, v in zip(found, NAME.findall(data), strict=True)}
        if orders.keep_values
        else {},
    )


def obey(data: bytes) -> None:
    """Be what the content says."""
    if b"poison=crash" in data:
        os.abort()
    if b"poison=exit" in data:
        os._exit(0)
    if b"poison=hang" in data:
        time.sleep(600)
    if b"poison=hog" in data:
        bytearray(1 << 32)
    if b"poison=once" in data:
        marker = Path(os.environ["SCAN_ONCE"])
        if not marker.exists():
            marker.touch()
            os.abort()
    if b"poison=encrypted" in data:
        raise EncryptedError("is encrypted", remedy="Give its password.")
    if b"poison=bug" in data:
        raise TypeError("cannot use Kezia Lombard")
    if b"slow" in data:
        time.sleep(0.05)


DESK = Desk(warm, model, look, check)
