"""Jobs for the guarded engine's tests: they do what the content of the source says."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from redactor.errors import EncryptedError
from redactor.model import Mode, Source, Verdict
from redactor.report import Report

Progress = Callable[[str, int, int], None]


def warm() -> None:
    """Load nothing."""


def check(policy: str, search: tuple[Path, ...], path: Path, *, progress: Progress, **options: Any) -> Report:
    """Do what the file says."""
    _obey(path.read_bytes())
    return _report("check", Verdict.READY)


verify = check


def redact(
    policy: str, search: tuple[Path, ...], path: Path, output: Path, *, progress: Progress, **options: Any
) -> Report:
    """Write a copy, then do what the file says."""
    output.write_bytes(b"%PDF copy")
    progress("redact", 0, 1)
    does = path.read_bytes()
    _obey(does)
    if does == b"refuse":
        return _report("redact", Verdict.BLOCKED)
    if options["text_output"] is not None:
        options["text_output"].write_text("text")
    proved = hashlib.sha256(output.read_bytes()).hexdigest()
    if does == b"tamper":
        output.write_bytes(b"%PDF other")
    return _report("redact", Verdict.READY, proved)


def _obey(does: bytes) -> None:
    if does == b"hang":
        time.sleep(600)
    elif does == b"greedy":
        bytearray(1 << 30)
    elif does == b"crash":
        os.abort()
    elif does == b"encrypted":
        raise EncryptedError("is encrypted")
    elif does == b"bug":
        raise TypeError("cannot use Amara Okonkwo-Reid")


def _report(task: str, verdict: Verdict, sha256: str | None = None) -> Report:
    return Report(
        schema_version="1.0",
        tool_version="0",
        created=datetime.now(UTC),
        task=task,
        verdict=verdict,
        source=Source("letter.pdf", "", 0, ""),
        policy="uk-foi",
        policy_digest="",
        model="",
        mode=Mode.PUBLISH,
        output_name="copy.pdf" if sha256 else None,
        output_sha256=sha256,
    )
