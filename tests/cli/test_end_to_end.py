"""The command as it is installed, with the real engine: what the unit tests replace is put to the test here."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pymupdf
import pytest

ROOT = Path(__file__).parents[2]
NUMBER = "01632 960123"


def letter(path: Path, *, pages: int = 1, **options: object) -> Path:
    """Write a letter with a direct dial number on every page."""
    with pymupdf.open() as document:
        for _ in range(pages):
            page = document.new_page()
            page.insert_text((72, 72), f"Our reference: FOI/2026/0412\nDirect dial: {NUMBER}\n\nThank you for asking.")
        document.save(path, **options)
    return path


def start(folder: Path, *arguments: object) -> subprocess.Popen[str]:
    """Start the command in a folder, with a temporary folder of its own to look into afterwards."""
    temporary = folder / "tmp"
    temporary.mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-m", "redactor", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def redactor(folder: Path, *arguments: object) -> tuple[int, str, str]:
    """Run the command to its end: exit code, stdout, stderr."""
    process = start(folder, *arguments)
    out, err = process.communicate(timeout=120)
    assert list((folder / "tmp").iterdir()) == [], "temporary files are left behind"
    assert "Traceback" not in err
    return process.returncode, out, err


def test_check_blocks_a_letter_with_a_direct_dial_and_an_unreadable_file(tmp_path: Path) -> None:
    """The verdicts say so, the number is masked, and nothing is written."""
    letter(tmp_path / "letter.pdf")
    (tmp_path / "note.pdf").write_text("not a PDF")
    before = sorted(path.name for path in tmp_path.iterdir())
    code, out, err = redactor(tmp_path, "check", "letter.pdf", "--format", "json")
    assert (code, err) == (20, "")
    assert "DIRECT_DIAL" in out
    assert NUMBER not in out
    code, out, err = redactor(tmp_path, "check", "letter.pdf", "note.pdf", "-q")
    assert (code, out, err) == (30, "letter.pdf: BLOCKED\nnote.pdf: BLOCKED\n", "")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "tmp") == before


def test_redact_writes_a_proved_copy_and_its_papers(tmp_path: Path) -> None:
    """The number is gone from copy and text, the reports do not show it, and the source is as it was."""
    source = letter(tmp_path / "letter.pdf")
    before = source.read_bytes()
    code, _, err = redactor(tmp_path, "redact", source, "-o", "out", "--text")
    assert code in {0, 10}, err
    out = tmp_path / "out"
    names = ("redacted.pdf", "schedule.csv", "report.json", "report.html", "redacted.txt")
    assert {path.name for path in out.iterdir()} == {f"letter.{name}" for name in names}
    with pymupdf.open(out / "letter.redacted.pdf") as copy:
        text = copy[0].get_text()
    assert "960123" not in text.replace(" ", "")
    assert "Thank you for asking" in text
    for path in out.iterdir():
        assert b"960123" not in path.read_bytes().replace(b" ", b"")
    assert source.read_bytes() == before
    digest = hashlib.sha256((out / "letter.redacted.pdf").read_bytes()).hexdigest()
    assert digest in (out / "letter.report.json").read_text()


def test_an_encrypted_letter_needs_its_password(tmp_path: Path) -> None:
    """Without it the file is unchecked; with it, it is read."""
    options = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "user_pw": "open", "owner_pw": "own"}
    letter(tmp_path / "letter.pdf", **options)
    (tmp_path / "password").write_text("open\n")
    code, out, _ = redactor(tmp_path, "check", "letter.pdf", "--format", "json")
    assert code == 30
    assert "D502" in out
    code, out, _ = redactor(tmp_path, "check", "letter.pdf", "--password-file", "password", "--format", "json")
    assert code != 30
    assert "DIRECT_DIAL" in out


def test_a_decision_is_remembered(tmp_path: Path) -> None:
    """What `decide` records under the finding's fingerprint, the next check obeys, in the same file and in another."""
    for name in ("letter.pdf", "again.pdf"):
        letter(tmp_path / name)
    _, out, _ = redactor(tmp_path, "check", "letter.pdf", "--format", "json")
    [finding] = [found for found in json.loads(out)["findings"] if found["entity"] == "DIRECT_DIAL"]
    assert finding["action"] == "redact"
    options = ("--decisions", "decisions.yaml")
    decision = ("--finding", finding["id"], "--action", "keep", "--reason", "A team's line, on our website")
    code, _, err = redactor(tmp_path, "decide", "letter.pdf", *options, *decision, "--by", "J. Officer")
    assert code == 0, err
    assert NUMBER not in (tmp_path / "decisions.yaml").read_text()
    code, out, _ = redactor(tmp_path, "check", "again.pdf", *options, "--format", "json")
    [finding] = [found for found in json.loads(out)["findings"] if found["entity"] == "DIRECT_DIAL"]
    assert (finding["action"], finding["by"]) == ("keep", "J. Officer")
    assert code != 20


def test_a_file_over_its_time_is_unchecked(tmp_path: Path) -> None:
    """--timeout holds however many pages there are."""
    letter(tmp_path / "long.pdf", pages=600)
    code, out, _ = redactor(tmp_path, "check", "long.pdf", "--timeout", "1", "--format", "json")
    assert code == 30
    assert "D503" in out


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_redaction_leaves_nothing(tmp_path: Path, how: signal.Signals) -> None:
    """Exit code 130, no temporary file, no half-made copy."""
    letter(tmp_path / "long.pdf", pages=400)
    process = start(tmp_path, "redact", "long.pdf", "-o", "out")
    out = tmp_path / "out"
    end = time.monotonic() + 60
    while time.monotonic() < end and not (out.is_dir() and any(out.glob(".redactor-scratch-*/*"))):
        time.sleep(0.02)
    process.send_signal(how)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == "redactor: interrupted; nothing was left behind\n"
    assert list(out.iterdir()) == []
    assert list((tmp_path / "tmp").iterdir()) == []
