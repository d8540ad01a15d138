"""The real thing on a sample: what a scan says of a file is what `redactor check` says of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from redactor import Engine
from redactor.archive import reader
from redactor.decisions import Decisions

ROOT = Path(__file__).resolve().parents[2]


def test_a_scan_says_what_check_says(tmp_path: Path) -> None:
    """Verdict, findings, issues; masked values; equal values share a hash, titles aside."""
    name = "council-letter.libreoffice.pdf"
    (tmp_path / "archive").mkdir()
    shutil.copy(ROOT / "samples" / name, tmp_path / "archive" / name)
    done = subprocess.run(
        [sys.executable, "-m", "redactor", "scan", "archive", "--db", "r.sqlite", "--jobs", "1"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    report = Engine("archive-scan").check(tmp_path / "archive" / name, decisions=Decisions(salt="ab" * 16))
    assert done.returncode == {"ready": 0, "review": 10, "blocked": 20}[report.verdict], done.stderr
    with reader.open_reader(str(tmp_path / "r.sqlite")) as opened:
        (record,) = opened.records()
    assert record.file["verdict"] == report.verdict
    assert record.file["pages"] == report.pages
    assert record.file["year"] == report.letter.dates.sent.year
    assert [(f["entity"], f["action"], f["page"]) for f in record.findings] == [
        (f.entity, f.action, f.page) for f in report.findings
    ]
    assert [f["excerpt"] for f in record.findings] == [f.excerpt for f in report.findings]
    assert [(i["code"], i["severity"]) for i in record.issues] == [(i.code, i.severity) for i in report.issues]
    assert (tmp_path / "r.sqlite.paragraphs").stat().st_size
