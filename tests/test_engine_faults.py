"""Whatever breaks or lies inside the engine: no copy appears, no draft stays, and nothing is called ready."""

from __future__ import annotations

import contextlib
import dataclasses
import io

import pikepdf
import pymupdf
import pytest
from engine_made import CASE, NUMBER, REQUESTER, THIRD, engine, left_in, letter, squash

from redactor import engine as engine_module
from redactor import judging, masking, proving, reading, release, reporting, rules, verify
from redactor.analysis.analyser import Analyser
from redactor.analysis.textmap import TextMap
from redactor.errors import RedactorError, UncheckedError
from redactor.formats import Redacted
from redactor.formats.pdf import load as pdf_load
from redactor.formats.pdf import redact as pdf_redact
from redactor.gate import exit_code
from redactor.model import Status, Verdict

ERRORS = [RuntimeError("broken"), UncheckedError("broke"), MemoryError(), KeyboardInterrupt()]
HARMLESS = ("Thank you for your request about parking permits.", "There were 214 permits in force at the end of March.")
ALL_RULES, ALL_CHECKS = rules.all_rules(), verify.all_checks()

STAGES = {
    "load": (pdf_load, "load"),
    "text map": (TextMap, "build"),
    "analyse": (Analyser, "analyse"),
    "decide": (judging, "decide"),
    "plan": (proving, "planned"),
    "redact": (pdf_redact, "redact"),
    "more": (proving, "more"),
    "write": (release.Draft, "write"),
    "checks": (verify, "run"),
    "rules": (rules, "run"),
    "mask": (masking, "mask"),
    "report": (reporting, "build"),
    "unchanged": (reading, "unchanged"),
    "text": (engine_module, "text_copy"),
    "write text": (release, "write_text"),
    "release": (release.Draft, "release"),
}
"""Where a fault can be put: every stage of ``redact`` in its order."""
TWICE = ("load", "text map", "analyse", "decide")
"""Stages that are gone through again with the copy."""
OF_CHECK = (*TWICE, "rules", "report", "unchanged")


class Scene:
    """A letter, an empty folder for its copy, and what may be left after a fault."""

    def __init__(self, folder, monkeypatch, lines=()):
        self.source = letter(folder / "letter.pdf", *lines)
        self.data = self.source.read_bytes()
        self.out, self.temporary = folder / "out", folder / "tmp"
        self.out.mkdir()
        self.temporary.mkdir()
        monkeypatch.setattr("tempfile.tempdir", str(self.temporary))
        engine().check(self.source)

    def redact(self):
        """Return the report, or None where the fault came through."""
        with contextlib.suppress(RuntimeError, MemoryError, RedactorError, KeyboardInterrupt):
            return engine().redact(
                self.source, self.out / "copy.pdf", case=CASE, text_output=self.out / "copy.txt", overwrite=True
            )
        return None

    def holds(self, report):
        """Check that there is neither copy nor trace, and that a report, where there is one, says BLOCKED."""
        assert [path.name for path in self.out.iterdir()] == []
        assert list(self.temporary.iterdir()) == []
        assert self.source.read_bytes() == self.data
        if report is not None:
            assert report.verdict is Verdict.BLOCKED
            assert report.output_sha256 is None and report.output_name is None
            assert exit_code(report) != 0


@pytest.fixture
def scene(tmp_path, monkeypatch):
    return Scene(tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory):
    """Return our own copy of a letter with nothing in it: READY both for ``check`` and for ``verify``."""
    folder = tmp_path_factory.mktemp("harmless")
    engine().redact(letter(folder / "letter.pdf", *HARMLESS), folder / "copy.pdf", case=CASE)
    return folder / "copy.pdf"


def failing(monkeypatch, stage, error, *, call=1):
    """Make a stage raise the n-th time it is called."""
    owner, name = STAGES[stage]
    real = getattr(owner, name)
    left = [call]

    def fail(*args, **kwargs):
        left[0] -= 1
        if left[0] == 0:
            raise error
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, name, fail)
    return left


def test_without_a_fault_there_is_a_copy(scene):
    """So that the tests below fail for the fault's sake and no other."""
    assert scene.redact().verdict is Verdict.READY
    assert {path.name for path in scene.out.iterdir()} == {"copy.pdf", "copy.txt"}


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_that_raises_leaves_no_copy(scene, monkeypatch, stage, error):
    """Foreseen or not, out of memory or interrupted."""
    left = failing(monkeypatch, stage, error)
    report = scene.redact()
    assert left[0] <= 0, "the fault was never reached"
    scene.holds(report)


@pytest.mark.parametrize("stage", TWICE)
def test_a_second_look_that_raises_leaves_no_copy(scene, monkeypatch, stage):
    """The copy is searched again; where that fails nobody knows what it holds."""
    left = failing(monkeypatch, stage, UncheckedError("broke"), call=3 if stage == "text map" else 2)
    report = scene.redact()
    assert left[0] <= 0
    scene.holds(report)
    assert report.unchecked


@pytest.mark.parametrize("task", ["check", "verify"])
@pytest.mark.parametrize("stage", OF_CHECK)
@pytest.mark.parametrize("error", ERRORS[:2], ids=lambda e: type(e).__name__)
def test_a_stage_that_raises_is_never_ready(harmless, monkeypatch, stage, task, error):
    """A harmless letter, which would be READY, is not where something broke on the way."""
    assert getattr(engine(), task)(harmless, case=CASE).verdict is Verdict.READY
    left = failing(monkeypatch, stage, error)
    report = None
    with contextlib.suppress(RuntimeError, RedactorError):
        report = getattr(engine(), task)(harmless, case=CASE)
    assert left[0] <= 0
    assert report is None or (report.verdict is Verdict.BLOCKED and report.unchecked)


def boom(error):
    def fail(_view):
        raise error

    return fail


@pytest.mark.parametrize("number", range(len(ALL_CHECKS)), ids=[check.code for check in ALL_CHECKS])
def test_a_check_that_raises_is_not_passed(scene, monkeypatch, number):
    """It is recorded as ERROR, by its code and without a word of the letter."""
    error = [RuntimeError(THIRD), UncheckedError(THIRD), MemoryError(THIRD)][number % 3]
    broken = dataclasses.replace(ALL_CHECKS[number], prove=boom(error))
    monkeypatch.setattr(verify, "all_checks", lambda: (*ALL_CHECKS[:number], broken, *ALL_CHECKS[number + 1 :]))
    report = scene.redact()
    scene.holds(report)
    (result,) = [check for check in report.checks if check.status is not Status.PASS]
    assert (result.code, result.status) == (broken.code, Status.ERROR)
    assert THIRD not in repr(report)


@pytest.mark.parametrize("number", range(len(ALL_RULES)), ids=[rule.code for rule in ALL_RULES])
def test_a_rule_that_raises_blocks(tmp_path, monkeypatch, number):
    """A rule that could not be applied has not passed: no copy, and a harmless letter is not ready."""
    error = [RuntimeError(THIRD), UncheckedError(THIRD), MemoryError(THIRD)][number % 3]

    def find(_view):
        raise error
        yield

    broken = dataclasses.replace(ALL_RULES[number], find=find)
    monkeypatch.setattr(rules, "all_rules", lambda: (*ALL_RULES[:number], broken, *ALL_RULES[number + 1 :]))
    scene = Scene(tmp_path, monkeypatch, HARMLESS)
    for report in (scene.redact(), engine().check(scene.source, case=CASE)):
        assert broken.code in {issue.code for issue in report.issues if issue.unchecked}
        assert THIRD not in repr(report)
        scene.holds(report)


@pytest.mark.parametrize("results", [(), "none"], ids=["no results", "no checks"])
def test_a_copy_that_nobody_checked_is_not_proved(scene, monkeypatch, results):
    """An empty list of checks is no proof."""
    if results == "none":
        monkeypatch.setattr(verify, "all_checks", lambda: ())
    else:
        monkeypatch.setattr(verify, "run", lambda _checks, _view: iter(results))
    report = scene.redact()
    assert report.output_sha256 is None
    assert list(scene.out.iterdir()) == []


def painted(data):
    """Return the letter with black boxes drawn over its words."""
    with pymupdf.open(stream=data) as document:
        for page in document:
            for value in (REQUESTER, "Okonkwo-Reid", THIRD, NUMBER):
                for place in page.search_for(value):
                    page.draw_rect(place, color=(0, 0, 0), fill=(0, 0, 0))
        return document.tobytes()


def with_value(made, place):
    """Return a good copy with a removed value put back in some hidden place."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        if place == "title":
            pdf.docinfo["/Title"] = THIRD
        elif place == "stream":
            pdf.Root["/Extra"] = pdf.make_stream(THIRD.encode())
        else:
            pdf.attachments["x.txt"] = pikepdf.AttachedFileSpec(pdf, THIRD.encode(), filename="x.txt")
        buffer = io.BytesIO()
        pdf.save(buffer)
    return buffer.getvalue()


LIES = {
    "the source": lambda data, made: data,
    "black boxes": lambda data, made: painted(data),
    "nothing": lambda data, made: b"",
    "no PDF": lambda data, made: b"redacted",
    "half a PDF": lambda data, made: made[: len(made) // 2],
    "a second revision": lambda data, made: made + data,
    "the source first": lambda data, made: data + made,
    "a value in the title": lambda data, made: with_value(made, "title"),
    "a value in a stream": lambda data, made: with_value(made, "stream"),
    "a value in an attachment": lambda data, made: with_value(made, "attachment"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_writer_that_lies_is_found_out(scene, monkeypatch, lie):
    """Bytes that are not what was asked for never reach the destination."""
    real = pdf_redact.redact

    def redact(data, *args):
        made = real(data, *args)
        return Redacted(LIES[lie](data, made.data), made.notes, made.changed)

    monkeypatch.setattr(pdf_redact, "redact", redact)
    scene.holds(scene.redact())


@pytest.mark.parametrize("entity", ["REQUESTER", "PERSON", "DIRECT_DIAL"])
def test_a_writer_that_forgets_a_box_is_found_out(scene, monkeypatch, entity):
    """The redactions of one kind are left out, however often they are asked for."""
    real = pdf_redact.redact

    def redact(data, document, plan, *args):
        kept = tuple(one for one in plan.redactions if one.entity != entity)
        assert len(kept) < len(plan.redactions)
        return real(data, document, dataclasses.replace(plan, redactions=kept), *args)

    monkeypatch.setattr(pdf_redact, "redact", redact)
    scene.holds(scene.redact())


def test_a_blind_second_look_does_not_help_a_lying_writer(scene, monkeypatch):
    """The other engines' checks stand on their own: they search for what the first look removed."""
    real, calls = Analyser.analyse, []

    def analyse(self, *args):
        calls.append(1)
        made = real(self, *args)
        return made if len(calls) == 1 else dataclasses.replace(made, matches=())

    monkeypatch.setattr(Analyser, "analyse", analyse)
    monkeypatch.setattr(pdf_redact, "redact", lambda data, *_: Redacted(painted(data)))
    report = scene.redact()
    scene.holds(report)
    assert {"V402", "V403"} <= {check.code for check in report.checks if check.status is Status.FAIL}


@pytest.mark.parametrize("forgotten", ["REQUESTER", "PERSON", "DIRECT_DIAL"])
@pytest.mark.parametrize("stage", ["analyse", "decide"])
def test_what_the_first_look_misses_the_second_takes(scene, monkeypatch, forgotten, stage):
    """A finding dropped on the source is found on the copy and removed from PDF and text alike, or there is no copy."""
    owner, name = STAGES[stage]
    real, calls = getattr(owner, name), []

    def forget(*args, **kwargs):
        made = real(*args, **kwargs)
        calls.append(1)
        if len(calls) > 1:
            return made
        if stage == "analyse":
            return dataclasses.replace(made, matches=tuple(m for m in made.matches if m.entity != forgotten))
        return dataclasses.replace(made, findings=tuple(f for f in made.findings if f.entity != forgotten))

    monkeypatch.setattr(owner, name, forget)
    report = scene.redact()
    assert len(calls) >= 2
    if report is None or report.output_sha256 is None:
        scene.holds(report)
        return
    assert left_in(scene.out / "copy.pdf") == []
    text = (scene.out / "copy.txt").read_text("utf-8")
    assert not [v for v in (REQUESTER, "OkonkwoReid", THIRD, NUMBER) if squash(v) in squash(text)]
    assert "There were 214 permits in force" in text and "Thank you for your request" in text


@pytest.mark.parametrize("change", [lambda d: d[:-1], lambda d: d + b"\n", lambda d: b""], ids=["cut", "more", "empty"])
def test_a_disk_that_gives_back_other_bytes_is_found_out(scene, monkeypatch, change):
    """What is proved is what the disk holds."""
    real = release.Draft.write
    monkeypatch.setattr(release.Draft, "write", lambda self, data: change(real(self, data)))
    report = scene.redact()
    scene.holds(report)
    assert [issue.code for issue in report.issues] == ["D508"]
