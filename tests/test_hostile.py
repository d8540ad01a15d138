"""Bad input and careless use, through the command as it is installed: one clear line, the right code, nothing half-done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest
from engine_made import decisions, engine, letter

from redactor.errors import UsageError
from redactor.formats.pdf import looks, scans
from redactor.model import Case, Picture, Requester, Verdict, quad_of

ROOT = Path(__file__).resolve().parent.parent
CARRIERS = ROOT.parent / "shared" / "pdf" / "carriers"
PLAIN = ("Our reference: FOI/2026/0412", "There were 214 permits in force at the end of March.")


def run(folder: Path, *arguments: str, added: str = "") -> tuple[int, str, str]:
    """Run the command in a folder; ``added`` is what a shell adds to it ("2>&-")."""
    command = [sys.executable, "-m", "redactor", *arguments]
    if added:
        command = ["sh", "-c", f'"$@" {added}', "sh", *command]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def test_doubtful_name_in_the_source_keeps_the_copy_from_ready(tmp_path: Path) -> None:
    """A box beside it may hide a doubtful name from the second look, but nobody has decided on it."""
    source = letter(tmp_path / "a.pdf", "Dear reader, hello", "Zebrowski", "A barge, Ottoline Pike, stays")
    case = Case(requester=Requester(names=("Zebrowski",)))
    report = engine().redact(source, tmp_path / "b.pdf", case=case)
    assert [finding.action for finding in report.findings if finding.entity == "PERSON"].count("review") == 1
    assert report.verdict is Verdict.REVIEW


@pytest.mark.skipif(not CARRIERS.is_dir(), reason="the shared files are not here")
def test_open_questions_are_never_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name drawn as outlines is a picture to look at, and a picture that nobody and nothing read is an open question."""
    monkeypatch.setattr(scans, "reader", lambda: None)
    monkeypatch.setattr(looks, "reader", lambda: None)
    case = Case(requester=Requester(names=("Zebrowski",)))
    report = engine().redact(CARRIERS / "b05_vector_outline_text.pdf", tmp_path / "b.pdf", case=case)
    assert report.verdict is not Verdict.READY


def test_low_strip_of_a_scan_is_a_question(tmp_path: Path) -> None:
    """A picture as high as one line of print can hold a name, so its shorter side excuses nothing."""
    with pymupdf.open() as words, pymupdf.open() as made:
        words.new_page(width=70, height=13).insert_text((2, 10), "Zebrowski", fontsize=11)
        page = made.new_page()
        page.insert_text((72, 90), PLAIN[1])
        page.insert_image((72, 200, 142, 213), pixmap=words[0].get_pixmap(dpi=200))
        made.save(tmp_path / "a.pdf")
    report = engine().check(tmp_path / "a.pdf")
    assert [finding.action for finding in report.findings if finding.entity == "IMAGE"] == ["review"]


def test_small_ornament_is_no_question() -> None:
    """A bullet of a few points on both sides is not asked about."""
    from redactor.decide.pictures import unread_pictures
    from redactor.model import Document, Source

    bullet = Picture("p", 1, quad_of((0, 0, 9, 9)), "d", 30, 30)
    made = Document(Source("a.pdf", "", 0, ""), pages=(), segments=(), pictures=(bullet,))
    assert list(unread_pictures(made, decisions(), least_points=18.0)) == []


def test_unchecked_file_gets_one_line_on_stderr(tmp_path: Path) -> None:
    """Whatever stdout is used for, stderr says what, where and what to do."""
    (tmp_path / "note.pdf").write_text("Amara Okonkwo-Reid")
    code, _, err = run(tmp_path, "check", "note.pdf", "--format", "json")
    assert code == 30
    assert err.startswith("redactor: note.pdf: The file is not a PDF.")
    assert err.count("\n") == 1
    assert "Amara" not in err


def test_one_file_named_after_its_requester_does_not_stop_the_queue(tmp_path: Path) -> None:
    """Its copy is refused and said so; the files after it are redacted."""
    box = tmp_path / "in"
    box.mkdir()
    for name in ("a", "b Okonkwo-Reid", "c"):
        letter(box / f"{name}.pdf", *PLAIN)
    code, out, _ = run(tmp_path, "redact", "in", "-o", "out", "-q", "--requester", "Amara Okonkwo-Reid")
    assert code == 30
    assert [line.split(": ")[1].split()[0] for line in out.splitlines()] == ["READY", "BLOCKED", "READY"]
    assert sorted(path.name for path in (tmp_path / "out").glob("*.pdf")) == ["a.redacted.pdf", "c.redacted.pdf"]
    assert (tmp_path / "out" / "b Okonkwo-Reid.report.json").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_name_that_is_no_utf8_is_a_name_like_any_other(tmp_path: Path) -> None:
    """Half characters from the file system reach neither a recognizer nor the console."""
    source = letter(tmp_path / "a.pdf", *PLAIN)
    os.rename(source, os.fsencode(tmp_path) + b"/caf\xe9.pdf")
    code, _, err = run(tmp_path, "check", ".", "-q", "--format", "json=r.json", "--format", "html=r.html")
    assert (code, err) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("closed", ["2>&-", "<&- >&- 2>&-"])
def test_closed_streams_change_no_code(closed: str, tmp_path: Path) -> None:
    """1 is Python's code for a crash and never ours, even where nobody listens."""
    assert run(tmp_path, "check", "missing.pdf", added=closed)[0] == 2


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_full_stdout_is_said(tmp_path: Path) -> None:
    """A report that could not be written is an error with a line of its own."""
    letter(tmp_path / "a.pdf", *PLAIN)
    code, _, err = run(tmp_path, "check", "a.pdf", added=">/dev/full")
    assert code == 2
    assert "stdout: cannot be written" in err


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/null")
@pytest.mark.parametrize(
    ("formats", "said"),
    [
        (["json=/dev/null"], "device or a pipe"),
        (["json=r.txt", "sarif=./r.txt"], "two reports"),
        (["json=case.yaml"], "a file this run reads"),
    ],
)
def test_report_replaces_nothing_it_must_not(formats: list[str], said: str, tmp_path: Path) -> None:
    """Devices, another report and the case file itself are refused before any work."""
    letter(tmp_path / "a.pdf", *PLAIN)
    (tmp_path / "case.yaml").write_text("reference: FOI/2026/0412\n")
    options = [part for one in formats for part in ("--format", one)]
    code, _, err = run(tmp_path, "check", "a.pdf", "--case", "case.yaml", *options)
    assert code == 2
    assert said in err
    assert (tmp_path / "case.yaml").read_text() == "reference: FOI/2026/0412\n"
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/zero")
@pytest.mark.parametrize("option", ["--case", "--decisions", "--config"])
def test_endless_file_is_not_read_to_its_end(option: str, tmp_path: Path) -> None:
    """What is given as a case, a decisions file or a configuration is read so far and no further."""
    letter(tmp_path / "a.pdf", *PLAIN)
    code, _, err = run(tmp_path, "check", "a.pdf", option, "/dev/zero")
    assert code == 2
    assert "larger than" in err


@pytest.mark.parametrize(("option", "value"), [("--timeout", "inf"), ("--timeout", "nan"), ("--memory", "9" * 18)])
def test_limit_beyond_all_measure_is_misuse(option: str, value: str, tmp_path: Path) -> None:
    """Numbers no system call takes are refused in words."""
    letter(tmp_path / "a.pdf", *PLAIN)
    code, _, err = run(tmp_path, "check", "a.pdf", option, value)
    assert code == 2
    assert option in err


def test_bad_pattern_in_a_policy_is_one_line(tmp_path: Path) -> None:
    """RE2's own log stays off stderr, and its words come without Python's quotes."""
    pack = "name: x\nextends: uk-foi\nlines: [{entity: PERSON, value: '(', action: redact, why: abc}]\n"
    (tmp_path / "p.yaml").write_text(pack)
    code, _, err = run(tmp_path, "policies", "validate", "p.yaml")
    assert (code, err.count("\n")) == (2, 1)
    assert "b'" not in err


def test_broken_link_in_a_folder_is_named(tmp_path: Path) -> None:
    """The message names the file, not the folder it was found in."""
    letter(tmp_path / "a.pdf", *PLAIN)
    (tmp_path / "gone.pdf").symlink_to("nowhere.pdf")
    code, _, err = run(tmp_path, "check", ".")
    assert code == 2
    assert "gone.pdf" in err


def test_error_ends_with_one_full_stop() -> None:
    """A clause that brings its own full stop gets no second one."""
    assert str(UsageError("holds no name.", where="requester", remedy="Correct it.")) == (
        "requester: holds no name. Correct it."
    )


def test_picture_cut_into_strips_is_one_picture(tmp_path: Path) -> None:
    """Strips too low to hold a word hold one together, as printer drivers and scanners write them."""
    with pymupdf.open() as words, pymupdf.open() as made:
        words.new_page(width=200, height=24).insert_text((2, 18), "Zebrowski", fontsize=20)
        whole = words[0].get_pixmap(dpi=150)
        page = made.new_page()
        page.insert_text((72, 90), PLAIN[1])
        for strip in range(8):
            area = pymupdf.IRect(0, strip * whole.height // 8, whole.width, (strip + 1) * whole.height // 8)
            part = pymupdf.Pixmap(whole.colorspace, area)
            part.copy(whole, area)
            part.set_origin(0, 0)
            page.insert_image((72, 200 + strip * 3, 272, 203 + strip * 3), pixmap=part)
        made.save(tmp_path / "a.pdf")
    report = engine().check(tmp_path / "a.pdf")
    assert [finding.action for finding in report.findings if finding.entity == "IMAGE"] == ["review"]
