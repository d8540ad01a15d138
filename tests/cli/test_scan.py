"""redactor scan: its two forms, its refusals, and what it says while it works."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from redactor.archive import schema, state
from redactor.archive.state import State
from redactor.cli import app, scan_progress
from redactor.cli.scan_progress import ScanProgress, summary
from redactor.errors import ExitCode
from redactor.gate import FailOn
from tests.archive.conftest import make, scan  # noqa: F401  # fixtures

Scan = object


def test_a_command_and_a_group_in_one(scan, make) -> None:  # noqa: F811
    """PATH, options first, `run` written out, a folder called "status", a subcommand."""
    make("a.pdf", "x")
    Path("status").mkdir()
    Path("status", "b.pdf").write_bytes(b"%PDF-1.7 y")
    assert scan("archive", "--db", "r.sqlite", "-j", "1").code == 0
    assert scan("--db", "r.sqlite", "-j", "1", "archive").code == 0
    assert scan("run", "archive", "--db", "r.sqlite", "-j", "1").code == 0
    assert "1  listed" in scan("./status", "--db", "s.sqlite", "-j", "1").out
    assert scan("status", "--db", "r.sqlite").out.startswith("Run 3: finished.")
    assert "redactor scan status --db" in scan("--help").out
    assert "--files-from" in scan("run", "--help").out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("archive",), "Add --db"),
        (("--db", "r.sqlite"), "nothing to scan was named"),
        (("missing", "--db", "r.sqlite"), "missing: no such file or folder"),
        (("empty", "--db", "r.sqlite"), "no files were listed"),
        (("archive", "--db", "r.sqlite", "--shard", "0/4"), "1/8"),
        (("archive", "--db", "r.sqlite", "--executor", "dusk"), "unknown executor"),
        (("archive", "--db", "r.sqlite", "--executor", "dask"), "needs the scheduler's address"),
        (("archive", "--db", "r.sqlite", "--scheduler", "tcp://x:1"), "goes with --executor dask"),
        (("archive", "--db", "r.sqlite", "--policy", "none"), "no such policy"),
        (("status",), "--db"),
        (("show", "none.pdf", "--db", "r.sqlite"), "no such database"),
    ],
)
def test_misuse_is_one_line_and_exit_2(scan, make, arguments, says) -> None:  # noqa: F811
    """What, where, what to do; and nothing blamed on a file."""
    make("a.pdf", "x")
    Path("empty").mkdir()
    ended = scan(*arguments)
    assert (ended.code, ended.err.count("\n"), ended.out) == (ExitCode.USAGE, 1, ""), ended
    assert says in ended.err


def test_status_as_json_is_one_object(scan, make) -> None:  # noqa: F811
    """For cron jobs and dashboards."""
    make("a.pdf", "name=Kezia Lombard;")
    make("b.txt", "x", pdf=False)
    scan("archive", "--db", "r.sqlite", "-j", "1")
    found = json.loads(scan("status", "--db", "r.sqlite", "--json").out)
    assert (found["ending"], found["listed"]) == ("finished", 2)
    assert found["states"] == {"done": 1, "unsupported": 1}
    assert found["verdicts"] == {"blocked": 1}


def test_a_log_gets_a_line_of_json_every_so_often(scan, make) -> None:  # noqa: F811
    """Parsed by other programs; no file is named in it."""
    for number in range(30):
        make(f"{number}.pdf", f"slow {number}")
    ended = scan("archive", "--db", "r.sqlite", "-j", "1", "--progress-every", "0.3")
    lines = [json.loads(line) for line in ended.err.splitlines()]
    assert len(lines) >= 2
    assert [line["settled"] for line in lines] == sorted(line["settled"] for line in lines)
    assert {line["listed"] for line in lines} == {30}
    assert lines[-1]["files_per_second"] > 0
    assert lines[-1]["seconds_left"] is not None
    assert ".pdf" not in ended.err


def test_a_terminal_gets_rate_time_left_and_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words; rates over the last minute."""
    clock = [100.0]
    monkeypatch.setattr(scan_progress.time, "monotonic", lambda: clock[0])
    with ScanProgress(every=0, quiet=False) as progress:
        progress.listed(100)
        for _ in range(10):
            clock[0] += 2
            progress.tell(State.DONE, "ready", 4)
        progress.tell(State.CRASHED, "", 1)
        assert progress.said(clock[0]) == "2.0 files/s, 0:00:29 left, 40 ready, 1 crashed"
        progress.tell(State.OPENED, "", 1)
        progress.tell(State.WAITING, "", 5)
        assert progress.total == 105


def test_the_summary_adds_up_or_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """The one thing that must never be quietly wrong."""
    assert "3  done" in summary(Counter({State.DONE: 3}), Counter(), 3)
    assert capsys.readouterr().err == ""
    summary(Counter({State.DONE: 3}), Counter(), 4)
    assert "add up to 3 and not to 4" in capsys.readouterr().err


@pytest.mark.parametrize("one", list(State))
def test_every_state_has_a_meaning_and_an_exit_code(one: State) -> None:
    """What was not checked fails whatever --fail-on says; what a rule leaves out or somebody took away does not."""
    assert one.meaning
    code = state.exit_code(one, "ready", unchecked=False, fail_on=FailOn.NEVER)
    fine = one in {State.DONE, State.OPENED, State.SKIPPED, State.GONE}
    assert (code is ExitCode.READY) is fine
    assert state.exit_code(State.DONE, "ready", unchecked=True, fail_on=FailOn.NEVER) is ExitCode.UNCHECKED


def test_the_schema_for_those_who_query_it_is_the_one_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    """`redactor schema archive`: every table and column is there, and its examples run."""
    assert app.run(["schema", "archive"]) == 0
    said = capsys.readouterr().out
    connection = sqlite3.connect(":memory:")
    for table in schema.TABLES:
        assert table in said
        connection.execute(table)
    for name in ("runs", "setups", "documents", "files", "findings", "issues"):
        assert f"\n{name}" in said
    example = said[said.index("SELECT f.path, count") :]
    connection.execute(example[: example.index(";")])
