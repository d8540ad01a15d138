"""A command line whose engine is replaced by one that answers by file name, so that options can be tested quickly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from redactor import errors, policy, reporters
from redactor.cli import app, session
from redactor.guard import InternalError
from redactor.model import (
    Action,
    Issue,
    Layer,
    Mode,
    Severity,
    Source,
    Verdict,
)
from redactor.report import Report, ReportedFinding
from redactor.reporters import Reporter

VALUE = "Amara Okonkwo-Reid"


class Outcome(NamedTuple):
    """What a command line left behind."""

    code: int
    out: str
    err: str


class FakeEngine:
    """Stand in for GuardedEngine: READY, REVIEW, BLOCKED, unread or broken according to the file's name."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Path, dict[str, Any]]] = []
        self.chosen: dict[str, Any] = {}
        self.policy: Any = None
        self.closed = False

    def __enter__(self) -> FakeEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True

    def choose(self, name: str, **limits: Any) -> Any:
        self.chosen = limits
        self.policy = policy.load(name, limits["search"])
        return self.policy

    def check(self, path: Path, **options: Any) -> Report:
        self.calls.append(("check", path, options))
        return self._report("check", path, options["case"].mode)

    def verify(self, path: Path, **options: Any) -> Report:
        self.calls.append(("verify", path, options))
        return self._report("verify", path, options["case"].mode)

    def redact(self, path: Path, output: Path, **options: Any) -> Report:
        self.calls.append(("redact", path, options))
        report = self._report("redact", path, options["case"].mode)
        if report.verdict is not Verdict.BLOCKED:
            report = self._report("redact", path, options["case"].mode, output)
        for paper, content in options["papers"](report).items():
            paper.write_text(content)
        if report.output_sha256 is None:
            return report
        output.write_bytes(b"%PDF-1.7 copy")
        if options["text_output"] is not None:
            options["text_output"].write_text("text")
        return report

    def unchecked(self, problem: Any, task: str, path: Path, case: Any) -> Report:
        return self._report(task, Path("unread.pdf"), Mode.PUBLISH)

    def _report(self, task: str, path: Path, mode: Mode, output: Path | None = None) -> Report:
        stem = path.stem.split("-")[0]
        if stem == "broken":
            error = InternalError("internal error")
            error.kind, error.stack = "TypeError", ("engine.py:1 in check",)
            raise error
        if stem == "bug":
            raise TypeError(f"cannot use {VALUE}")
        unread = Issue("D503", Severity.BLOCK, "The file took too long.", unchecked=True)
        return Report(
            schema_version="1.0",
            tool_version="0",
            created=datetime(2026, 11, 23, tzinfo=UTC),
            task=task,
            verdict={"review": Verdict.REVIEW, "blocked": Verdict.BLOCKED, "unread": Verdict.BLOCKED}.get(
                stem, Verdict.READY
            ),
            source=Source(path.name, "ab" * 32, 1, "application/pdf"),
            policy=self.policy.name,
            policy_digest=self.policy.digest,
            model="fake",
            mode=mode,
            findings=(_finding(),),
            issues=(unread,) if stem == "unread" else (),
            output_name=output.name if output else None,
            output_sha256="cd" * 32 if output else None,
        )


def _finding() -> ReportedFinding:
    return ReportedFinding(
        id="F-0123456789",
        entity="PERSON",
        action=Action.REDACT,
        page=1,
        boxes=(),
        layer=Layer.BODY,
        place="",
        score=0.9,
        recognizer="fake",
        why="A name.",
        exemption="s40(2)",
        reason="A name.",
        by="policy",
        excerpt="A…",
        fingerprint="0123456789abcdef0123456789abcdef",
    )


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """The engine the command line will use."""
    fake = FakeEngine()
    monkeypatch.setattr(session, "GuardedEngine", lambda: fake)
    return fake


def _names(kind: str) -> Callable[[Sequence[Report]], str]:
    return lambda reports: "".join(f"{kind} {report.source.name} {report.verdict}\n" for report in reports)


@pytest.fixture
def formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reporters that print format, file and verdict."""
    made = {name: Reporter(name, f".{name}", _names(name)) for name in ("text", "json", "html", "schedule")}
    monkeypatch.setattr(reporters, "reporters", lambda: made)


@pytest.fixture
def cli(
    engine: FakeEngine,
    formats: None,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Outcome]:
    """Run a command line inside an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REDACTOR_CONFIG", raising=False)

    def run(*arguments: object) -> Outcome:
        code = app.run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Outcome(int(code), out, err)

    return run


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[[str], Path]:
    """Make a file by name; the fake engine never opens it."""

    def make(name: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%PDF-1.7 " + name.encode())
        return path

    return make


def refused(outcome: Outcome, *, code: int = errors.ExitCode.USAGE, says: str = "") -> None:
    """Check that a command line was refused with one line, the right code and no traceback."""
    lines = outcome.err.splitlines()
    assert len(lines) == 1, outcome.err
    assert lines[0].startswith("redactor: ")
    assert says in lines[0]
    assert "Traceback" not in outcome.err
    assert outcome.out == ""
    assert outcome.code == code
