"""redactor redact: where results go, what is refused, and what is written when no copy is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import FakeEngine, Outcome, refused

Cli = Callable[..., Outcome]
Pdf = Callable[[str], Path]


def below(folder: Path) -> set[str]:
    """Return the files below a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_folder_gets_copy_schedule_and_reports(cli: Cli, pdf: Pdf, tmp_path: Path) -> None:
    """The folder is made if need be; folders below a named one are kept."""
    pdf("in/letter.pdf"), pdf("in/deep/other.pdf")
    assert cli("redact", "in", "-o", "out").code == 0
    names = ("redacted.pdf", "schedule.csv", "report.json", "report.html")
    assert below(tmp_path / "out") == {f"{stem}.{name}" for stem in ("letter", "deep/other") for name in names}
    assert (tmp_path / "out" / "letter.schedule.csv").read_text() == "schedule letter.pdf ready\n"


def test_a_file_gets_its_papers_beside_it(cli: Cli, pdf: Pdf, tmp_path: Path) -> None:
    """-o NAME.pdf is the copy itself; --text adds the redacted text."""
    source = pdf("in/letter.pdf")
    (tmp_path / "out").mkdir()
    cli("redact", source, "-o", "out/public.pdf", "--text")
    assert below(tmp_path / "out") == {
        *("public.pdf", "public.schedule.csv", "public.report.json", "public.report.html", "public.redacted.txt")
    }


def test_without_a_copy_only_the_reports_are_written(cli: Cli, pdf: Pdf, tmp_path: Path) -> None:
    """They say why there is none; a schedule would describe a copy that does not exist."""
    outcome = cli("redact", pdf("blocked.pdf"), "-o", "out")
    assert outcome.code == 20
    assert below(tmp_path / "out") == {"blocked.report.json", "blocked.report.html"}


def test_a_file_that_breaks_the_engine_gets_its_reports(cli: Cli, pdf: Pdf, tmp_path: Path) -> None:
    """An internal error is told where the officer looks for the result."""
    assert cli("redact", pdf("broken.pdf"), "-o", "out").code == 70
    assert below(tmp_path / "out") == {"broken.report.json", "broken.report.html"}


def test_quiet_says_where_the_copy_is_or_that_there_is_none(cli: Cli, pdf: Pdf) -> None:
    """One line a file."""
    pdf("ready.pdf"), pdf("blocked.pdf")
    outcome = cli("redact", "-q", "ready.pdf", "blocked.pdf", "-o", "out")
    expected = f"ready.pdf: READY -> {Path('out/ready.redacted.pdf')}\nblocked.pdf: BLOCKED no copy written\n"
    assert outcome.out == expected


def test_a_copy_of_an_earlier_run_is_not_taken_for_a_new_one(cli: Cli, pdf: Pdf) -> None:
    """--overwrite without a new copy leaves the old one and says so."""
    pdf("out/blocked.redacted.pdf")
    outcome = cli("redact", pdf("blocked.pdf"), "-o", "out", "--overwrite")
    assert "blocked.redacted.pdf is from an earlier run; this run wrote no copy" in outcome.err


def test_options_reach_the_engine(cli: Cli, pdf: Pdf, engine: FakeEngine) -> None:
    """--overwrite, --only-if-ready and --text are the engine's."""
    cli("redact", pdf("ready.pdf"), "-o", "out", "--overwrite", "--only-if-ready", "--text")
    options = engine.calls[0][2]
    assert options["overwrite"] is options["only_if_ready"] is True
    assert options["text_output"] == Path("out/ready.redacted.txt")


@pytest.mark.parametrize(
    "existing", ["a.redacted.pdf", "a.schedule.csv", "a.report.json", "a.report.html", "a.redacted.txt"]
)
def test_an_existing_result_is_refused_unless_overwritten(
    cli: Cli, pdf: Pdf, engine: FakeEngine, tmp_path: Path, existing: str
) -> None:
    """Whichever of them it is, and before any work."""
    pdf("a.pdf")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / existing).write_text("old")
    refused(cli("redact", "a.pdf", "-o", "out", "--text"), says="exists already")
    assert engine.calls == []
    assert (tmp_path / "out" / existing).read_text() == "old"
    assert cli("redact", "a.pdf", "-o", "out", "--text", "--overwrite").code == 0


def test_a_dangling_link_counts_as_existing(cli: Cli, pdf: Pdf, tmp_path: Path) -> None:
    """The name is taken, though nothing is behind it."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.redacted.pdf").symlink_to(tmp_path / "nowhere")
    refused(cli("redact", pdf("a.pdf"), "-o", "out"), says="exists already")


@pytest.mark.parametrize("how", ["same", "symlink", "hardlink", "capitals", "other source", "dots"])
def test_the_source_is_never_a_destination(cli: Cli, pdf: Pdf, tmp_path: Path, how: str) -> None:
    """However its name is written, and even with --overwrite."""
    source, other = pdf("letter.pdf"), tmp_path / "public.pdf"
    arguments: list[object] = [source, "-o", other]
    if how == "same":
        arguments = [source, "-o", source]
    elif how == "symlink":
        other.symlink_to(source)
    elif how == "hardlink":
        os.link(source, other)
    elif how == "capitals":
        arguments = [source, "-o", "Letter.PDF"]
    elif how == "dots":
        arguments = [source, "-o", f"../{tmp_path.name}/letter.pdf"]
    else:
        pdf("x.redacted.pdf")
        arguments = ["letter.pdf", pdf("x.pdf"), "x.redacted.pdf", "-o", "."]
    before = source.read_bytes()
    outcome = cli("redact", *arguments, "--overwrite")
    refused(outcome, says="is the source file itself")
    assert source.read_bytes() == before


def test_two_sources_never_share_a_destination(cli: Cli, pdf: Pdf) -> None:
    """Equal names from different folders, also when capitals alone differ, and one file for several sources."""
    pdf("one/a.pdf"), pdf("two/A.pdf")
    refused(cli("redact", "one/a.pdf", "two/A.pdf", "-o", "out"), says="two sources would be written here")
    refused(cli("redact", "one/a.pdf", "two/A.pdf", "-o", "out.pdf"), says="is one file for several sources")


def test_a_folder_that_cannot_be_written_is_refused(
    cli: Cli, pdf: Pdf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in the place of a folder, a folder that is not there, a disk that says no."""
    pdf("a.pdf"), (tmp_path / "plain").write_text("")
    refused(cli("redact", "a.pdf", "-o", "plain/out"), says="the folder cannot be made")
    refused(cli("redact", "a.pdf", "-o", "nowhere/b.pdf"), says="nowhere: the folder does not exist")

    def full(**_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("redactor.cli.destinations.tempfile.mkstemp", full)
    refused(cli("redact", "a.pdf", "-o", "out"), says="cannot be written (Read-only file system)")
