"""The guarded engine: a file that kills its reader gives a report, and no half-made copy is ever left behind."""

from __future__ import annotations

import hashlib
import os
import signal
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import guarded_engine as fake

from redactor import _jobs
from redactor.errors import DestinationError, PolicyError
from redactor.guard import InternalError
from redactor.guarded import GuardedEngine
from redactor.model import Verdict

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals need POSIX")


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[GuardedEngine]:
    """A guarded engine whose child runs the functions of ``guarded_engine`` instead of the real ones."""
    for name in ("warm", "check", "redact", "verify"):
        monkeypatch.setattr(_jobs, name, getattr(fake, name))
    with GuardedEngine() as made:
        made.choose("uk-foi", seconds=20)
        yield made


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file; its content tells the fake engine what to do."""
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"well")
    return path


def redact(engine: GuardedEngine, source: Path, output: Path, **options: Any) -> Any:
    """Redact with the options that every front gives."""
    return engine.redact(source, output, case=None, **options)


@pytest.mark.parametrize(
    ("does", "code"), [(b"hang", "D503"), (b"greedy", "D504"), (b"crash", "D505"), (b"encrypted", "D502")]
)
def test_a_file_that_kills_its_reader_is_reported_as_unchecked(
    engine: GuardedEngine, source: Path, does: bytes, code: str
) -> None:
    """BLOCKED, with the code of what happened and the hash of the file, and the next file is read."""
    source.write_bytes(does)
    engine.choose("uk-foi", seconds=1.5, memory_mb=256)
    report = engine.check(source, case=None)
    assert (report.verdict, report.unchecked, report.task) == (Verdict.BLOCKED, True, "check")
    assert [issue.code for issue in report.issues] == [code]
    assert report.issues[0].message.startswith("The file ")
    assert report.source.sha256 == hashlib.sha256(does).hexdigest()
    source.write_bytes(b"well")
    assert engine.check(source, case=None).verdict is Verdict.READY


def test_a_fault_of_ours_is_raised_and_can_be_reported(engine: GuardedEngine, source: Path) -> None:
    """The front ends with 70, and the file is still in the report as BLOCKED."""
    source.write_bytes(b"bug")
    with pytest.raises(InternalError) as caught:
        engine.check(source, case=None)
    report = engine.unchecked(caught.value, "check", source, None)
    assert report.verdict is Verdict.BLOCKED
    assert "TypeError" in report.issues[0].message
    assert "Amara" not in repr(report)


def test_a_proved_copy_appears_and_nothing_else(engine: GuardedEngine, source: Path, tmp_path: Path) -> None:
    """Copy and text stand at their destinations; the working folder is gone."""
    report = redact(engine, source, tmp_path / "copy.pdf", text_output=tmp_path / "copy.txt")
    assert report.output_sha256 == hashlib.sha256((tmp_path / "copy.pdf").read_bytes()).hexdigest()
    assert {path.name for path in tmp_path.iterdir()} == {"letter.pdf", "copy.pdf", "copy.txt"}


@pytest.mark.parametrize("does", [b"hang", b"crash", b"bug", b"refuse", b"tamper"])
def test_nothing_is_left_where_no_copy_was_proved(
    engine: GuardedEngine, source: Path, tmp_path: Path, does: bytes
) -> None:
    """The child had written half a copy when it was lost, or what lies on the disk is not what was proved."""
    source.write_bytes(does)
    engine.choose("uk-foi", seconds=1.5)
    try:
        assert redact(engine, source, tmp_path / "copy.pdf").verdict is Verdict.BLOCKED
    except InternalError:
        assert does == b"bug"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]


def test_papers_stand_before_the_copy_or_there_is_none(engine: GuardedEngine, source: Path, tmp_path: Path) -> None:
    """A report that cannot be made keeps the copy back; one that can is written with or without a copy."""

    def broken(_report: object) -> dict[Path, str]:
        raise TypeError

    with pytest.raises(TypeError):
        redact(engine, source, tmp_path / "copy.pdf", papers=broken)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]
    redact(engine, source, tmp_path / "copy.pdf", papers=lambda report: {tmp_path / "report.json": report.verdict})
    assert (tmp_path / "report.json").read_text() == "ready"
    assert (tmp_path / "copy.pdf").exists()
    source.write_bytes(b"refuse")
    redact(engine, source, tmp_path / "no.pdf", papers=lambda report: {tmp_path / "no.json": report.verdict})
    assert (tmp_path / "no.json").read_text() == "blocked"
    assert not (tmp_path / "no.pdf").exists()


def test_the_working_folder_is_private_and_beside_the_destination(
    engine: GuardedEngine, source: Path, tmp_path: Path
) -> None:
    """Nobody else can read a copy that has not been proved."""
    seen: list[int] = []

    def look(*_: object) -> None:
        seen.extend(stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob(".redactor-*"))

    redact(engine, source, tmp_path / "copy.pdf", progress=look)
    assert seen == [0o700]


def test_an_interrupt_leaves_nothing(engine: GuardedEngine, source: Path, tmp_path: Path) -> None:
    """Ctrl-C in the middle of a redaction."""
    source.write_bytes(b"hang")

    def interrupt(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.2)

    with pytest.raises(KeyboardInterrupt):
        redact(engine, source, tmp_path / "copy.pdf", progress=interrupt)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.pdf"]


def test_destinations_are_refused_before_work_and_at_the_last_moment(
    engine: GuardedEngine, source: Path, tmp_path: Path
) -> None:
    """The source, an existing file, and a file that appears while the copy is made."""
    copy = tmp_path / "copy.pdf"
    with pytest.raises(DestinationError):
        redact(engine, source, source, overwrite=True)
    with pytest.raises(DestinationError):
        redact(engine, source, copy, progress=lambda *_: copy.write_text("someone else's"))
    assert copy.read_text() == "someone else's"
    redact(engine, source, copy, overwrite=True)
    assert copy.read_bytes() == b"%PDF copy"


def test_an_unknown_policy_is_refused_at_once(engine: GuardedEngine) -> None:
    """Before any file is opened."""
    with pytest.raises(PolicyError):
        engine.choose("no-such-policy")
