"""The engine as its users see it: verdicts, copies that appear only when proved, and sources that never change."""

from __future__ import annotations

import dataclasses
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pymupdf
import pytest
from engine_made import (
    CASE,
    LINES,
    NUMBER,
    REQUESTER,
    SAMPLES,
    THIRD,
    decisions,
    engine,
    left_in,
    letter,
    police_case,
    read,
    squash,
)

from redactor import Mode, Status, Verdict, reading
from redactor import decisions as decisions_module
from redactor.decisions import Addition, Entry
from redactor.errors import DestinationError
from redactor.model import Action, Layer, Severity

POLICE = [SAMPLES / f"police-letter.{producer}.pdf" for producer in ("libreoffice", "reportlab")]
REQUESTER_OF_SAMPLE = ("Venkataraman", "14 Tannery Row", "AV/ANPR/2025-03", "07700 900417")
OTHERS_OF_SAMPLE = ("Kowalczyk", "WM19 XKD", "07700 900862", "Mei-Ling Tsang")
STAYS_IN_SAMPLE = ("Rosalind Achterberg", "01632 960000", "FOI-2025-0318", "SK9 5AF")


@pytest.fixture
def source(tmp_path):
    return letter(tmp_path / "letter.pdf")


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def entry(report, entity, action, **more):
    (found,) = {f.fingerprint for f in report.findings if f.entity == entity}
    return Entry(fingerprint=found, entity=entity, action=action, reason="looked at it", by="J. Officer", **more)


@pytest.mark.parametrize("path", POLICE, ids=lambda path: path.name)
def test_publishing_a_police_letter_takes_out_requester_and_third_parties(path, out):
    """Whoever printed the letter: requester, driver and staff go; the force's public contacts stay; terms are open."""
    report = engine("uk-police-foi").redact(path, out / "copy.pdf", case=police_case())
    assert report.verdict is Verdict.REVIEW
    assert {check.status for check in report.checks} == {Status.PASS}
    assert len({check.code for check in report.checks}) == 10
    text = read(out / "copy.pdf")
    assert not [v for v in (*REQUESTER_OF_SAMPLE, *OTHERS_OF_SAMPLE) if squash(v) in text]
    assert all(squash(value) in text for value in STAYS_IN_SAMPLE)
    assert {f.entity for f in report.open_items} == {
        "SENSITIVE_TERM",
        "CRIME_REFERENCE",
        "SUPPLIER_CAPABILITY",
        "PERSON",
    }


def test_the_requesters_own_copy_keeps_the_requester(out):
    """In send mode the requester stays and everyone else goes as before."""
    report = engine("uk-police-foi").redact(POLICE[0], out / "copy.pdf", case=police_case("send"))
    assert report.mode is Mode.SEND
    text = read(out / "copy.pdf")
    assert all(squash(value) in text for value in REQUESTER_OF_SAMPLE)
    assert not [value for value in OTHERS_OF_SAMPLE if squash(value) in text]


@pytest.mark.parametrize("mode", ["publish", "send"])
def test_the_letter_as_written_is_blocked(mode):
    """Before redaction it may go to nobody."""
    report = engine("uk-police-foi").check(POLICE[0], case=police_case(mode))
    assert report.verdict is Verdict.BLOCKED
    assert "P601" in {issue.code for issue in report.issues}
    assert (report.output_name, report.output_sha256, report.checks) == (None, None, ())


def test_the_source_is_never_touched(source, out):
    """Bytes, time of change and permissions are as before, whatever was done."""
    before, status = source.read_bytes(), source.stat()
    engine().check(source, case=CASE)
    engine().redact(source, out / "copy.pdf", case=CASE)
    engine().verify(out / "copy.pdf", original=source, case=CASE)
    after = source.stat()
    assert source.read_bytes() == before
    assert (status.st_mtime_ns, status.st_mode, status.st_ino) == (after.st_mtime_ns, after.st_mode, after.st_ino)


def test_check_writes_nothing(source, tmp_path):
    """The folder is as it was."""
    engine().check(source, case=CASE)
    assert list(tmp_path.iterdir()) == [source]


def test_a_copy_says_what_it_is(source, out):
    """The report names policy, model, source and copy, lists findings with masks, and the hash is that of the file."""
    report = engine().redact(source, out / "copy.pdf", case=CASE, decisions=decisions())
    assert report.verdict is Verdict.READY
    assert (report.task, report.mode, report.pages, report.policy) == ("redact", Mode.PUBLISH, 1, "uk-foi")
    assert report.source == reading.read(source, engine().policy.limits)[1]
    assert report.output_name == "copy.pdf"
    assert report.output_sha256 == reading.read(out / "copy.pdf", engine().policy.limits)[1].sha256
    assert report.policy_digest == engine().policy.digest and report.model
    assert report.created.tzinfo is UTC and abs((datetime.now(UTC) - report.created).total_seconds()) < 60
    by_entity = {finding.entity: finding for finding in report.findings}
    assert set(by_entity) == {"REQUESTER", "DIRECT_DIAL", "PERSON"}
    for finding in report.findings:
        assert finding.action is Action.REDACT and finding.exemption and finding.reason and finding.why
        assert finding.layer is Layer.BODY and finding.page == 1 and finding.boxes
        assert finding.excerpt.lstrip("0IAODM") == "*******"
        assert len(finding.fingerprint) == 32


def test_values_are_shown_only_when_asked_for(source):
    """A report holds no value unless the user wants them in it."""
    hidden, shown = (engine().check(source, case=CASE, show_values=flag) for flag in (False, True))
    assert not hidden.values_shown and THIRD not in repr(hidden) and NUMBER not in repr(hidden)
    assert shown.values_shown and THIRD in {finding.excerpt for finding in shown.findings}


def test_two_runs_say_the_same(source, out):
    """Only the time, and the copy's random identifier with its hash, differ."""
    same = decisions()
    checks = [engine().check(source, case=CASE, decisions=same) for _ in range(2)]
    copies = [engine().redact(source, out / f"{n}.pdf", case=CASE, decisions=same) for n in "ab"]
    for one, other in (checks, copies):
        changes = {"created": one.created, "output_sha256": one.output_sha256, "output_name": one.output_name}
        assert dataclasses.replace(other, **changes) == one
    assert read(out / "a.pdf") == read(out / "b.pdf")


def test_only_if_ready_holds_back_a_copy_with_open_items(out):
    """The copy is proved but a person has to decide first, so nothing is written."""
    options = {"case": police_case(), "only_if_ready": True, "text_output": out / "copy.txt"}
    report = engine("uk-police-foi").redact(POLICE[0], out / "copy.pdf", **options)
    assert report.verdict is Verdict.REVIEW and report.output_sha256 is None
    assert list(out.iterdir()) == []


def test_only_if_ready_lets_a_ready_copy_through(source, out):
    """Nothing is open, so the copy is there."""
    report = engine().redact(source, out / "copy.pdf", case=CASE, only_if_ready=True)
    assert report.verdict is Verdict.READY and left_in(out / "copy.pdf") == []


def test_text_output_has_codes_for_what_went(source, out):
    """The plain text has the letter's lines, with the exemption where a value stood."""
    engine().redact(source, out / "copy.pdf", case=CASE, text_output=out / "copy.txt")
    text = (out / "copy.txt").read_text("utf-8")
    assert text.splitlines()[0] == LINES[0] and LINES[-1] in text
    assert "Direct dial: [s40(2)]" in text
    assert not [value for value in (REQUESTER, "Okonkwo", "Kowalczyk", "960417") if value in text]


@pytest.mark.parametrize("how", ["itself", "symlink", "hard link", "other spelling"])
@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("which", ["pdf", "text"])
def test_the_source_is_no_destination(source, tmp_path, how, overwrite, which):
    """By whatever name it goes, the source is never written to, not even with leave to overwrite."""
    before = source.read_bytes()
    destination = tmp_path / "other.pdf"
    if how == "itself":
        destination = source
    elif how == "symlink":
        destination.symlink_to(source)
    elif how == "hard link":
        os.link(source, destination)
    else:
        destination = tmp_path / "." / ".." / tmp_path.name / source.name
    names = sorted(tmp_path.iterdir())
    pdf, text = (destination, None) if which == "pdf" else (tmp_path / "copy.pdf", destination)
    with pytest.raises(DestinationError, match="source file itself"):
        engine().redact(source, pdf, case=CASE, overwrite=overwrite, text_output=text)
    assert source.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == names


def test_an_existing_file_is_replaced_only_on_request(source, out):
    """Without ``overwrite`` it stays as it was."""
    destination = out / "copy.pdf"
    destination.write_text("last year's")
    with pytest.raises(DestinationError, match="exists already"):
        engine().redact(source, destination, case=CASE)
    assert destination.read_text() == "last year's"
    assert engine().redact(source, destination, case=CASE, overwrite=True).output_sha256
    assert destination.read_bytes().startswith(b"%PDF-")
    assert list(out.iterdir()) == [destination]


def test_an_existing_file_stays_where_the_copy_fails(source, out):
    """Leave to overwrite is leave to put a proved copy there, not to destroy what is there."""
    destination = out / "copy.pdf"
    destination.write_text("last year's")
    bad = source.with_name("bad.pdf")
    bad.write_bytes(b"%PDF-1.7 nothing")
    assert engine().redact(bad, destination, case=CASE, overwrite=True).verdict is Verdict.BLOCKED
    assert destination.read_text() == "last year's"


@pytest.mark.parametrize("kind", ["folder", "missing", "readonly"])
def test_a_destination_that_cannot_be_is_refused_at_once(source, out, kind):
    """Before anything is read, with what to do about it."""
    destination = {"folder": out, "missing": out / "no" / "copy.pdf", "readonly": out / "copy.pdf"}[kind]
    if kind == "readonly":
        if os.geteuid() == 0:
            pytest.skip("root may write anywhere")
        out.chmod(0o500)
    with pytest.raises(DestinationError) as caught:
        engine().redact(source, destination, case=CASE)
    assert caught.value.remedy and str(destination) in str(caught.value)
    assert list(out.iterdir()) == []


def test_pdf_and_text_need_two_names(source, out):
    """Two results under one name would overwrite each other."""
    for text in (out / "copy.pdf", out / ".." / "out" / "copy.pdf"):
        with pytest.raises(DestinationError, match="twice"):
            engine().redact(source, out / "copy.pdf", case=CASE, text_output=text, overwrite=True)
    assert list(out.iterdir()) == []


def test_a_name_taken_while_the_copy_was_made_is_not_taken_over(source, out):
    """Somebody else's file of the same name stays, and neither draft nor text is left behind."""
    destination = out / "copy.pdf"

    def progress(stage, done, pages):
        if stage == "verify":
            destination.write_text("somebody else's")

    with pytest.raises(DestinationError, match="appeared while"):
        engine().redact(source, destination, case=CASE, text_output=out / "copy.txt", progress=progress)
    assert list(out.iterdir()) == [destination]
    assert destination.read_text() == "somebody else's"


def test_a_copy_may_not_be_called_after_the_requester(source, out):
    """The file's name is published too; nothing is left behind."""
    with pytest.raises(DestinationError, match="name holds something") as caught:
        engine().redact(source, out / "Amara Okonkwo-Reid reply.pdf", case=CASE, text_output=out / "copy.txt")
    assert "Okonkwo" not in str(caught.value)
    assert list(out.iterdir()) == []


def test_a_source_called_after_the_requester_is_blocked_and_its_copy_is_not(tmp_path, out):
    """``check`` looks at the file's own name; the copy gets another."""
    path = letter(tmp_path / "Amara Okonkwo-Reid.pdf")
    assert Layer.FILE_NAME in {finding.layer for finding in engine().check(path, case=CASE).findings}
    assert engine().redact(path, out / "reply.pdf", case=CASE).verdict is Verdict.READY


def test_a_protected_letter_needs_its_password(tmp_path, out):
    """Without it the file is unchecked; with it there is a copy, which needs none."""
    options = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "user_pw": "open sesame", "owner_pw": "owner"}
    path = letter(tmp_path / "letter.pdf", **options)
    for password in (None, "wrong"):
        for report in (
            engine().check(path, case=CASE, password=password),
            engine().redact(path, out / "copy.pdf", case=CASE, password=password),
            engine().verify(path, case=CASE, password=password),
        ):
            assert (report.verdict, report.unchecked) == (Verdict.BLOCKED, True)
            assert [issue.code for issue in report.issues] == ["D502"]
            assert "open sesame" not in repr(report)
    assert list(out.iterdir()) == []
    assert engine().check(path, case=CASE, password="open sesame").findings
    assert engine().redact(path, out / "copy.pdf", case=CASE, password="open sesame").verdict is Verdict.READY
    assert left_in(out / "copy.pdf") == []
    report = engine().verify(out / "copy.pdf", original=path, case=CASE, password="open sesame")
    assert report.verdict is Verdict.READY


@pytest.mark.parametrize("content", [b"", b"not a PDF", b"%PDF-1.7\nnothing else"], ids=["empty", "text", "damaged"])
def test_a_file_nobody_can_read_is_blocked(tmp_path, out, content):
    """It gives a report that says so, in one sentence, and no copy."""
    path = tmp_path / "letter.pdf"
    path.write_bytes(content)
    for report in (
        engine().check(path),
        engine().redact(path, out / "copy.pdf"),
        engine().verify(path),
        engine().verify(path, original=path),
    ):
        assert (report.verdict, report.unchecked) == (Verdict.BLOCKED, True)
        (issue,) = report.issues
        assert issue.severity is Severity.BLOCK and issue.code.startswith("D5") and issue.fix
        assert issue.message.startswith("The file ") and issue.message.count("file") == 1
    assert list(out.iterdir()) == []


def test_a_file_that_vanishes_or_changes_during_the_check_is_unchecked(source):
    """The verdict would be about bytes that are no longer there."""
    original = source.read_bytes()
    for change in (lambda: source.write_bytes(original + b"\n"), source.unlink):

        def progress(stage, done, pages, change=change):
            if stage == "search":
                change()

        report = engine().check(source, case=CASE, progress=progress)
        assert [issue.code for issue in report.issues] == ["D506"]
        assert report.verdict is Verdict.BLOCKED


@pytest.mark.parametrize("stage", ["search", "redact", "verify"])
def test_a_file_that_changes_while_it_is_redacted_gives_no_copy(source, out, stage):
    """Whatever stage notices, D506 and no output."""

    def progress(now, done, pages):
        if now == stage:
            source.write_bytes(source.read_bytes() + b"\n")

    options = {"case": CASE, "text_output": out / "copy.txt", "progress": progress}
    report = engine().redact(source, out / "copy.pdf", **options)
    assert [issue.code for issue in report.issues] == ["D506"]
    assert report.verdict is Verdict.BLOCKED
    assert list(out.iterdir()) == []


def test_a_copy_that_changes_while_it_is_verified_is_not_verified(source, out):
    """A verdict on bytes that are gone is none."""
    copy = out / "copy.pdf"
    engine().redact(source, copy, case=CASE)

    def progress(stage, done, pages):
        if stage == "verify":
            copy.write_bytes(source.read_bytes())

    report = engine().verify(copy, original=source, case=CASE, progress=progress)
    assert [issue.code for issue in report.issues] == ["D506"]


def test_our_own_copy_passes_every_check_with_its_original(out):
    """``verify`` needs the original and the case to run all ten, and all ten pass."""
    engine("uk-police-foi").redact(POLICE[0], out / "copy.pdf", case=police_case())
    report = engine("uk-police-foi").verify(out / "copy.pdf", original=POLICE[0], case=police_case())
    assert {(check.code, check.status) for check in report.checks} == {(f"V4{n:02}", Status.PASS) for n in range(1, 11)}
    assert report.verdict is Verdict.REVIEW


def test_our_own_copy_passes_alone(source, out):
    """Without the original the checks on the copy itself are run, and pass; those that compare are left out."""
    engine().redact(source, out / "copy.pdf", case=CASE)
    report = engine().verify(out / "copy.pdf", case=CASE)
    assert report.verdict is Verdict.READY
    codes = {check.code for check in report.checks}
    assert {"V401", "V404", "V406", "V408"} <= codes and "V405" not in codes


def test_a_copy_with_open_names_in_a_table_passes_alone(out):
    """A middle rank that was left open in the source is open, not forbidden, when only the copy is to hand."""
    engine("uk-police-foi").redact(POLICE[0], out / "copy.pdf", case=police_case())
    assert engine("uk-police-foi").verify(out / "copy.pdf", case=police_case()).verdict is Verdict.REVIEW


@pytest.mark.parametrize("with_original", [True, False])
def test_black_boxes_on_top_of_words_are_no_redaction(source, out, with_original):
    """The classic mistake is BLOCKED with the original at hand and without it."""
    naive = out / "naive.pdf"
    with pymupdf.open(source) as document:
        for page in document:
            for value in (REQUESTER, "Okonkwo-Reid", THIRD, NUMBER):
                for place in page.search_for(value):
                    page.draw_rect(place, color=(0, 0, 0), fill=(0, 0, 0))
        document.save(naive)
    report = engine().verify(naive, original=source if with_original else None, case=CASE)
    assert report.verdict is Verdict.BLOCKED
    failed = {check.code for check in report.checks if check.status is not Status.PASS}
    assert "V406" in failed
    assert not with_original or {"V402", "V403"} <= failed


def test_an_unredacted_copy_of_another_letter_is_no_copy(source, out, tmp_path):
    """A clean file that is not this letter's copy does not pass for it."""
    other = letter(tmp_path / "other.pdf", "Nothing personal stands in this letter at all.")
    report = engine().verify(other, original=source, case=CASE)
    assert report.verdict is Verdict.BLOCKED


def test_decisions_follow_into_the_next_version(tmp_path, out):
    """What an officer kept stays, what they removed goes, and what nobody decided is as the policy says."""
    first = letter(tmp_path / "first.pdf")
    seen = engine().check(first, case=CASE, decisions=decisions())
    term = "There were 214 permits"
    made = decisions_module.record(
        decisions(),
        [entry(seen, "DIRECT_DIAL", Action.KEEP), entry(seen, "PERSON", Action.REDACT, exemption="s38")],
        [Addition(term=term, exemption="s43(2)", reason="not yet public")],
    )
    decisions_module.save(made, tmp_path / "decisions.yaml")
    loaded = decisions_module.load(tmp_path / "decisions.yaml")
    assert loaded == made
    second = letter(
        tmp_path / "second.pdf", "A line was added at the top.", *LINES, "Yours sincerely, Priya Lakshmanan"
    )
    report = engine().redact(second, out / "copy.pdf", case=CASE, decisions=loaded)
    by_entity = {finding.entity: finding for finding in report.findings if finding.entity != "PERSON"}
    assert (by_entity["DIRECT_DIAL"].action, by_entity["DIRECT_DIAL"].by) == (Action.KEEP, "J. Officer")
    assert (by_entity["OFFICER_TERM"].action, by_entity["OFFICER_TERM"].exemption) == (Action.REDACT, "s43(2)")
    assert {f.exemption for f in report.findings if f.entity == "PERSON" and f.by == "J. Officer"} == {"s38"}
    text = read(out / "copy.pdf")
    assert squash(NUMBER) in text
    assert squash(term) not in text and squash(THIRD) not in text


def test_an_expired_decision_reopens_the_question(source):
    """Past its date the policy speaks again, and the report says why."""
    seen = engine().check(source, case=CASE, decisions=decisions())
    old = decisions(decisions=(entry(seen, "DIRECT_DIAL", Action.KEEP, expires="2020-01-01"),))
    report = engine().check(source, case=CASE, decisions=old)
    assert {f.action for f in report.findings if f.entity == "DIRECT_DIAL"} == {Action.REDACT}
    assert "P604" in {issue.code for issue in report.issues}


def test_a_decision_that_meets_nothing_is_stale(source):
    """Made on this very file, and nothing in it answers to it: a person looks again."""
    seen = engine().check(source, case=CASE, decisions=decisions())
    lost = Entry(
        fingerprint="0" * 32, entity="PERSON", action="keep", reason="was cleared", document=seen.source.sha256[:16]
    )
    report = engine().check(source, case=CASE, decisions=decisions(decisions=(lost,)))
    assert "P603" in {issue.code for issue in report.issues}
    elsewhere = lost.model_copy(update={"document": "f" * 16})
    report = engine().check(source, case=CASE, decisions=decisions(decisions=(elsewhere,)))
    assert "P603" not in {issue.code for issue in report.issues}


def test_stages_are_told_in_their_order(source, out):
    """A front can show what is going on."""
    told = []
    engine().redact(source, out / "copy.pdf", case=CASE, progress=lambda *what: told.append(what))
    stages = [stage for stage, _, _ in told]
    assert stages[:3] == ["read", "search", "redact"]
    # After "verify" each check is told as it ends.
    told_checks = stages[stages.index("verify") + 1 :]
    assert [stage[:9] for stage in told_checks] == [f"V4{number:02d} pass" for number in range(1, 11)]
    assert told[1] == ("search", 0, 1)


def test_paths_may_be_plain_strings(source, out):
    """As in the documentation's first example."""
    assert engine().check(str(source), case=CASE).source.name == "letter.pdf"
    assert engine().redact(str(source), str(out / "copy.pdf"), case=CASE).output_name == "copy.pdf"
    assert Path(out / "copy.pdf").exists()
    shutil.copy(out / "copy.pdf", out / "again.pdf")
    assert engine().verify(str(out / "again.pdf"), original=str(source), case=CASE).verdict is Verdict.READY
