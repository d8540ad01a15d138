"""What the engine says of every sample, held against the manifest: each value found, kept or left for a person."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import yaml

from redactor import Engine, Mode, Verdict
from redactor import case as cases
from redactor import decisions as decisions_module
from redactor.judging import Ask
from redactor.model import Action, Case, Layer

FOLDER = Path(__file__).resolve().parents[2] / "samples"
SAMPLES = yaml.safe_load((FOLDER / "manifest.yaml").read_text("utf-8"))["samples"]
LAYERS_OF_PAGE = {Layer.BODY, Layer.OCR}


@cache
def engine(policy):
    return Engine(policy)


def case_of(sample, mode):
    case = cases.load(FOLDER / sample["case"]) if sample.get("case") else Case()
    return replace(case, mode=Mode(mode))


@cache
def judged(name, mode):
    sample = next(s for s in SAMPLES if s["file"] == name)
    return engine(sample["policy"])._judge.file(FOLDER / name, Ask(case_of(sample, mode), decisions_module.empty()))


def squash(text):
    """Return a text's letters and digits, and for each where it stood."""
    kept, places = [], []
    for index, character in enumerate(text):
        for one in unicodedata.normalize("NFKC", character):
            if one.isalnum():
                kept.append(one)
                places.append(index)
    return "".join(kept), places


def occurrences(one, value):
    """Yield (segment, start, end) wherever a value of the manifest stands in the layer and pages it names."""
    wanted, _ = squash(value.get("stored", value["text"]))
    pages = value.get("page")
    pages = pages if isinstance(pages, list) else [pages]
    layer = value.get("layer")
    for segment in one.document.segments:
        if layer in (None, "body") and segment.layer not in LAYERS_OF_PAGE:
            continue
        if layer not in (None, "body", "hidden-text") and segment.layer != layer:
            continue
        if pages != [None] and segment.page not in (*pages, None):
            continue
        text, places = squash(segment.text)
        at = text.find(wanted)
        while at >= 0:
            yield segment, places[at], places[at + len(wanted) - 1] + 1
            at = text.find(wanted, at + 1)


def actions_at(one, segment, start, end):
    """Return the actions of all findings on a stretch of a segment."""
    return {
        one.decided.decisions[finding.id].action
        for finding in one.decided.findings
        if finding.span is not None
        and finding.span.segment_id == segment.id
        and finding.span.start < end
        and start < finding.span.end
    }


def expected(sample, mode):
    """Yield (value, action) as the manifest has it in a mode."""
    for action in ("redact", "review", "keep"):
        for value in sample.get(action) or ():
            yield value, Action(value.get("send", action) if mode == "send" else action)


CASES = [(s, mode) for s in SAMPLES for mode in ("publish", "send")]


@pytest.mark.parametrize(("sample", "mode"), CASES, ids=lambda x: x if isinstance(x, str) else x["file"])
def test_every_value_comes_to_what_the_manifest_says(sample, mode):
    """A value to redact is redacted wherever it stands, one to review is open, one to keep is left alone."""
    one = judged(sample["file"], mode)
    wrong = []
    for value, action in expected(sample, mode):
        places = list(occurrences(one, value))
        if not places:
            wrong.append(("not in any segment", action, value["entity"], value["text"]))
        for segment, start, end in places:
            got = actions_at(one, segment, start, end)
            right = {
                Action.REDACT: Action.REDACT in got,
                Action.REVIEW: Action.REVIEW in got and Action.REDACT not in got,
                Action.KEEP: not got & {Action.REDACT, Action.REVIEW},
            }[action]
            if not right:
                wrong.append((sorted(got), action, value["entity"], value["text"], segment.id))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize(("sample", "mode"), CASES, ids=lambda x: x if isinstance(x, str) else x["file"])
def test_nothing_else_is_acted_on(sample, mode):
    """Every finding to redact or review lies on a value that the manifest lists for it: no false alarms."""
    one = judged(sample["file"], mode)
    listed = [
        place
        for value, action in expected(sample, mode)
        if action is not Action.KEEP
        for place in occurrences(one, value)
    ]
    # A second reader of scans, where one is installed, may spell a listed value as the paper does and the first did not.
    again = {segment.id for segment in one.document.segments if segment.again}
    values = {squash(value["text"])[0] for value, _ in expected(sample, mode)}
    alarms = []
    for finding in one.decided.findings:
        action = one.decided.decisions[finding.id].action
        if finding.span is None or action is Action.KEEP:
            continue
        if finding.span.segment_id in again and squash(one.decided.values[finding.id])[0] in values:
            continue
        if not any(
            segment.id == finding.span.segment_id and start < finding.span.end and finding.span.start < end
            for segment, start, end in listed
        ):
            alarms.append(
                (str(action), finding.entity, one.decided.values[finding.id], finding.place, finding.recognizer)
            )
    assert not alarms, "\n".join(map(str, alarms))


@pytest.mark.parametrize(("sample", "mode"), CASES, ids=lambda x: x if isinstance(x, str) else x["file"])
def test_verdict_of_check(sample, mode):
    """``check`` gives the verdict the manifest states."""
    report = engine(sample["policy"]).check(FOLDER / sample["file"], case=case_of(sample, mode))
    assert report.verdict is Verdict(sample["verdict"][mode].lower()), [i.message for i in report.issues]


@pytest.mark.parametrize(("sample", "mode"), CASES, ids=lambda x: x if isinstance(x, str) else x["file"])
def test_redacted_copy_is_verified_and_clean(sample, mode, tmp_path):
    """``redact`` writes a copy that passes every check, and pdfium reads no removed value in it."""
    output = tmp_path / "copy.pdf"
    report = engine(sample["policy"]).redact(FOLDER / sample["file"], output, case=case_of(sample, mode))
    assert output.exists(), [(c.code, c.evidence, c.page) for c in report.checks if c.status != "pass"] + [
        (i.code, i.message) for i in report.issues if i.unchecked
    ]
    text, _ = squash("\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(output)))
    left = [
        value["text"]
        for value, action in expected(sample, mode)
        if action is Action.REDACT and len(squash(value["text"])[0]) > 5 and squash(value["text"])[0] in text
    ]
    assert not left
