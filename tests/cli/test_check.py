"""redactor check: inputs, reports, options and exit codes."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.model import Mode

from .conftest import FakeEngine, Outcome, refused

Cli = Callable[..., Outcome]
Pdf = Callable[[str], Path]


@pytest.mark.parametrize(
    ("names", "fail_on", "code"),
    [
        (["ready"], "review", 0),
        (["review"], "review", 10),
        (["blocked"], "review", 20),
        (["review"], "block", 0),
        (["blocked"], "block", 20),
        (["review"], "never", 0),
        (["blocked"], "never", 0),
        (["unread"], "never", 30),
        (["broken"], "never", 70),
        (["ready", "review", "blocked"], "review", 20),
        (["blocked", "unread"], "review", 30),
        (["unread", "broken", "ready"], "review", 70),
    ],
)
def test_the_exit_code_is_the_worst_of_all_files(cli: Cli, pdf: Pdf, names: list[str], fail_on: str, code: int) -> None:
    """--fail-on forgives verdicts and never a file that could not be checked."""
    assert cli("check", "--fail-on", fail_on, *[pdf(f"{name}.pdf") for name in names]).code == code


def test_a_file_that_breaks_the_engine_does_not_stop_the_others(cli: Cli, pdf: Pdf) -> None:
    """Every file has its line in the report, the broken one as BLOCKED."""
    outcome = cli("check", pdf("broken.pdf"), pdf("ready.pdf"))
    assert outcome.out == "text unread.pdf blocked\ntext ready.pdf ready\n"
    assert "broken.pdf: internal error (TypeError)" in outcome.err
    assert "engine.py:1" not in outcome.err
    assert "engine.py:1 in check" in cli("check", pdf("broken.pdf"), "-v").err


def test_a_folder_is_searched_for_pdfs_in_order(cli: Cli, pdf: Pdf) -> None:
    """Whatever their capitals, below any depth, and nothing else."""
    for name in ("out/b.PDF", "out/a.pdf", "out/deep/er/c.pdf", "out/notes.txt"):
        pdf(name)
    assert cli("check", "out").out == "text a.pdf ready\ntext b.PDF ready\ntext c.pdf ready\n"


def test_a_file_named_twice_is_checked_once(cli: Cli, pdf: Pdf, tmp_path: Path) -> None:
    """Also when its folder is named as well."""
    pdf("out/a.pdf")
    assert cli("check", "out/a.pdf", "out", tmp_path / "out" / "a.pdf").out == "text a.pdf ready\n"


def test_missing_files_and_empty_folders_are_errors(cli: Cli, pdf: Pdf, tmp_path: Path) -> None:
    """No files is not a clean result."""
    refused(cli("check", pdf("ready.pdf"), "missing.pdf"), says="missing.pdf: no such file")
    (tmp_path / "empty").mkdir()
    refused(cli("check", "empty"), says="empty: holds no PDF files")


def test_standard_input_is_checked_under_its_name(
    cli: Cli, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes lie in a private file that is gone afterwards."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"%PDF-1.7")))
    assert cli("check", "-", "--stdin-filename", "some/review.pdf").out == "text review.pdf review\n"
    assert not engine.calls[0][1].exists()
    refused(cli("check", "x.pdf", "--stdin-filename", "y.pdf"), says="--stdin-filename")


def test_reports_go_to_files_and_text_stays_on_stdout(cli: Cli, pdf: Pdf, tmp_path: Path) -> None:
    """NAME=PATH writes a file; several are allowed."""
    outcome = cli("check", pdf("ready.pdf"), "--format", "json=a.json", "-f", "html=b.html")
    assert outcome.out == "text ready.pdf ready\n"
    assert (tmp_path / "a.json").read_text() == "json ready.pdf ready\n"
    assert (tmp_path / "b.html").read_text() == "html ready.pdf ready\n"
    assert cli("check", "ready.pdf", "--format", "json").out == "json ready.pdf ready\n"


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (["jsn"], "unknown format 'jsn'. Did you mean json?"),
        (["xlsx"], "Known formats: html, json, schedule, text."),
        (["json", "html"], "json and html cannot share stdout"),
        (["json="], "no file after json="),
        (["json=ready.pdf"], "ready.pdf"),
        (["json=other.pdf"], "a report is no PDF"),
        (["json=nowhere/a.json"], "nowhere"),
        (["json=."], "is a folder"),
    ],
)
def test_a_report_that_cannot_be_made_is_refused_before_work(
    cli: Cli, pdf: Pdf, engine: FakeEngine, texts: list[str], says: str
) -> None:
    """A typing mistake never replaces a letter by a report."""
    before = pdf("ready.pdf").read_bytes()
    options = [part for text in texts for part in ("--format", text)]
    refused(cli("check", "ready.pdf", *options), says=says)
    assert engine.calls == []
    assert Path("ready.pdf").read_bytes() == before


def test_quiet_prints_one_line_a_file(cli: Cli, pdf: Pdf, tmp_path: Path) -> None:
    """Reports to files are still written; stderr stays empty."""
    pdf("ready.pdf"), pdf("review.pdf")
    outcome = cli("check", "-q", "ready.pdf", "review.pdf", "--format", "json=a.json")
    assert outcome.out == "ready.pdf: READY\nreview.pdf: REVIEW\n"
    assert outcome.err == ""
    assert (tmp_path / "a.json").exists()


def test_several_files_show_plain_lines_where_there_is_no_terminal(cli: Cli, pdf: Pdf) -> None:
    """Logs get one line a file, on stderr; one file alone gets none."""
    pdf("ready.pdf"), pdf("review.pdf")
    assert cli("check", "ready.pdf", "review.pdf").err == "redactor: [1/2] ready.pdf\nredactor: [2/2] review.pdf\n"
    assert cli("check", "ready.pdf").err == ""


def test_verbose_names_policy_and_time(cli: Cli, pdf: Pdf) -> None:
    """Enough to write into a bug report."""
    err = cli("check", "-v", pdf("ready.pdf")).err
    assert "policy uk-foi (" in err
    assert "pages in" in err


def test_what_the_officer_knows_reaches_the_engine(cli: Cli, pdf: Pdf, engine: FakeEngine) -> None:
    """Options about the request become the case."""
    cli(
        *("check", pdf("ready.pdf"), "--requester", "Amara Okonkwo-Reid", "--requester", "A. Reid"),
        *("--requester-email", "amara@example.org", "--requester-phone", "07700 900123"),
        *("--reference", "FOI/2026/0412", "--mode", "send", "--show-values"),
    )
    options = engine.calls[0][2]
    case = options["case"]
    assert case.requester.names == ("Amara Okonkwo-Reid", "A. Reid")
    assert case.requester.emails == ("amara@example.org",)
    assert case.requester.phones == ("07700 900123",)
    assert (case.reference, case.mode) == ("FOI/2026/0412", Mode.SEND)
    assert options["show_values"] is True


def test_options_add_to_the_case_file(cli: Cli, pdf: Pdf, engine: FakeEngine, tmp_path: Path) -> None:
    """A second name on the command line joins the one in the file."""
    (tmp_path / "case.yaml").write_text("mode: send\nreference: R1\nrequester:\n  names: [Amara Okonkwo-Reid]\n")
    cli("check", pdf("ready.pdf"), "--case", "case.yaml", "--requester", "Amy Reid")
    case = engine.calls[0][2]["case"]
    assert case.requester.names == ("Amara Okonkwo-Reid", "Amy Reid")
    assert (case.reference, case.mode) == ("R1", Mode.SEND)


def test_password_decisions_and_limits_reach_the_engine(cli: Cli, pdf: Pdf, engine: FakeEngine, tmp_path: Path) -> None:
    """A password comes from a file only."""
    (tmp_path / "pw").write_text("open sesame\nsecond line\n")
    (tmp_path / "d.yaml").write_text(f"salt: {'ab' * 16}\n")
    cli(
        *("check", pdf("ready.pdf"), "--password-file", "pw", "--decisions", "d.yaml"),
        *("--timeout", "7.5", "--memory", "300"),
    )
    options = engine.calls[0][2]
    assert options["password"] == "open sesame"
    assert options["decisions"].salt == "ab" * 16
    assert (engine.chosen["seconds"], engine.chosen["memory_mb"]) == (7.5, 300)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--policy", "no-such"], "no-such: no such policy"),
        (["--case", "bad.yaml"], "bad.yaml:1: unknown key 'requestor'"),
        (["--case", "none.yaml"], "none.yaml: cannot be read"),
        (["--decisions", "none.yaml"], "none.yaml: cannot be read"),
        (["--password-file", "none"], "none: cannot be read"),
        (["--password-file", "empty"], "empty: its first line is empty"),
        (["--config", "none.toml"], "none.toml: cannot be read"),
    ],
)
def test_a_bad_file_given_with_an_option_is_one_line(
    cli: Cli, pdf: Pdf, tmp_path: Path, options: list[str], says: str
) -> None:
    """Where, what, and what to do."""
    (tmp_path / "bad.yaml").write_text("requestor: {}\n")
    (tmp_path / "empty").touch()
    refused(cli("check", pdf("ready.pdf"), *options), says=says)


def test_the_configuration_is_used_and_named(cli: Cli, pdf: Pdf, tmp_path: Path) -> None:
    """A file found on the way up may loosen the gate, so stderr says that it was used."""
    (tmp_path / "redactor.toml").write_text('fail_on = "never"\nformats = ["json"]\n')
    outcome = cli("check", pdf("blocked.pdf"))
    assert (outcome.code, outcome.out) == (0, "json blocked.pdf blocked\n")
    assert f"using {tmp_path / 'redactor.toml'}" in outcome.err
    assert cli("check", "blocked.pdf", "--fail-on", "block").code == 20
    assert cli("check", "blocked.pdf", "-q").err == ""
