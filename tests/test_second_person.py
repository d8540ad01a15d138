"""A policy that asks for a second person is kept on the command line as at the desk: nobody approves their own work."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import yaml
from engine_made import CASE, decisions, engine, letter

from redactor import Engine, Verdict
from redactor import decisions as files
from redactor.decisions import Addition, Approval, ChangedMeanwhileError

PLAIN = ("Thank you for your request about parking permits.", "There were 214 permits in force at the end of March.")


@pytest.fixture(scope="module")
def strict():
    """An engine whose policy asks for a second person, with the loaded model of the shared one."""
    shared = engine()
    policy = shared.policy.model_copy(
        update={"release": shared.policy.release.model_copy(update={"second_person": True})}
    )
    made = Engine(policy)
    made._judge._loaded = shared._judge.analyser
    return made


ROOT = Path(__file__).resolve().parent.parent


def approval(path, known, by="S. Manager"):
    return Approval(document=hashlib.sha256(path.read_bytes()).hexdigest(), covers=known.standing, by=by)


def codes(report):
    return {issue.code for issue in report.issues}


def test_without_an_approval_nothing_is_ready(strict, tmp_path):
    """The copy is proved, and the verdict on it is REVIEW with the reason; --only-if-ready writes none."""
    path = letter(tmp_path / "reply.pdf")
    report = strict.redact(path, tmp_path / "out.pdf", case=CASE, decisions=decisions())
    assert "P611" in codes(report) and report.verdict is not Verdict.READY
    strict.redact(path, tmp_path / "none.pdf", case=CASE, decisions=decisions(), only_if_ready=True)
    assert not (tmp_path / "none.pdf").exists()
    assert "P611" in codes(strict.check(path, case=CASE))
    assert "P611" not in codes(engine().check(path, case=CASE)), "no other policy asks"


def test_an_approval_is_honoured_and_named(strict, tmp_path):
    """By check, redact and verify; the report says who gave it. A copy alone cannot show that it was approved."""
    path = letter(tmp_path / "reply.pdf")
    known = decisions()
    known = files.record(known, approvals=[approval(path, known)])
    out = tmp_path / "out.pdf"
    report = strict.redact(path, out, case=CASE, decisions=known)
    assert "P611" not in codes(report) and report.details["approved by"] == "S. Manager"
    assert "P611" not in codes(strict.check(path, case=CASE, decisions=known))
    assert "P611" not in codes(strict.verify(out, original=path, case=CASE, decisions=known))
    assert "P611" in codes(strict.verify(out, case=CASE, decisions=known))


def test_a_later_decision_another_file_or_ones_own_word_is_no_approval(tmp_path):
    """It covers one file, decided in one way, by somebody who decided nothing of it, however they write their name."""
    path = letter(tmp_path / "reply.pdf")
    document = hashlib.sha256(path.read_bytes()).hexdigest()
    term = Addition(term="Project Heron", reason="Live operation", by="J. Officer")
    decided = files.record(decisions(), additions=[term])
    good = files.record(decided, approvals=[approval(path, decided)])
    assert good.approved(document) and not good.approved("0" * 64)
    later = files.record(good, additions=[Addition(term="Heron", reason="Live operation")])
    assert later.approved(document) is None
    own = files.record(decided, approvals=[approval(path, decided, by=" j.  OFFICER")])
    assert own.approved(document) is None


def test_an_approval_survives_the_file(tmp_path):
    """Written and read again it covers the same, times included."""
    path = letter(tmp_path / "reply.pdf")
    known = files.record(decisions(), additions=[Addition(term="Project Heron", reason="A reason: 'yes'\n", by="É. O")])
    known = files.record(known, approvals=[approval(path, known)])
    files.save(known, tmp_path / "d.yaml")
    again = files.load(tmp_path / "d.yaml")
    assert again.approved(hashlib.sha256(path.read_bytes()).hexdigest()).by == "S. Manager"


def redactor(folder, *arguments):
    command = [sys.executable, "-m", "redactor", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=300, env=environment)


def test_the_command_line_approves_and_honours_it(tmp_path):
    """The command writes what redact reads; whoever decided is refused, and so is approving while deciding."""
    policy = tmp_path / "strict.yaml"
    policy.write_text("name: strict\nextends: uk-foi\nversion: '1'\nrelease:\n  second_person: true\n")
    path, known = letter(tmp_path / "reply.pdf", *PLAIN), tmp_path / "d.yaml"
    term = ("--add-term", "permits in force", "--reason", "Test of a term", "--by", "J. Officer", "-q")
    assert redactor(tmp_path, "decide", "--decisions", known, *term).returncode == 0
    own = redactor(
        tmp_path, "decide", path, "--decisions", known, "--approve", "--by", "J. OFFICER", "--reason", "Read it"
    )
    assert own.returncode == 2 and "own work" in own.stderr
    both = redactor(tmp_path, "decide", path, "--decisions", known, "--approve", *term)
    assert both.returncode == 2 and "--approve" in both.stderr
    redact = ("redact", path, "--policy", policy, "--decisions", known, "--overwrite", "-o", tmp_path / "out.pdf")
    redactor(tmp_path, *redact)
    assert "P611" in (tmp_path / "out.report.json").read_text()
    done = redactor(
        tmp_path, "decide", path, "--decisions", known, "--approve", "--by", "S. Manager", "--reason", "Read it"
    )
    assert done.returncode == 0, done.stderr
    redactor(tmp_path, *redact)
    report = (tmp_path / "out.report.json").read_text()
    assert "P611" not in report and "S. Manager" in report
    assert yaml.safe_load(known.read_text())["approvals"][0]["by"] == "S. Manager"


def test_two_writers_at_once_lose_nothing(tmp_path):
    """Each compares and writes in one step: whoever is late is told, reads again, and both are in the file."""
    path = tmp_path / "d.yaml"
    files.save(decisions(), path)
    refused = []

    def writes(name):
        for number in range(12):
            while True:
                over = files.digest(path)
                addition = Addition(term=f"{name} {number}", reason="One of many")
                try:
                    files.save(files.record(files.load(path), additions=[addition]), path, over=over)
                    break
                except ChangedMeanwhileError:
                    refused.append(name)

    threads = [threading.Thread(target=writes, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(files.load(path).additions) == 36
    assert {one.name for one in tmp_path.iterdir()} == {"d.yaml"}
