"""H217 to H222: a name that must go is told where it hides, blocked or put to a person as the policy says, and never quoted."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "formats"))

from pdf_made import edited, lines
from pikepdf import Array, Dictionary, Name, String

from redactor import Engine
from redactor.model import Action, Case, Decision, Document, Finding, Layer, Requester, Severity, Source, Span
from redactor.rules import View, all_rules, run

NAME = "Zebrowska"
CASE = Case(requester=Requester(names=(f"Ottoline {NAME}",)))
PLAIN = lines("Thank you for your request about street lights.")
LAYERS = {
    "H217": Layer.METADATA,
    "H218": Layer.OUTLINE,
    "H219": Layer.LINK,
    "H220": Layer.STRUCTURE,
    "H221": Layer.NAME,
    "H222": Layer.HIDDEN_TEXT,
}
RULES = [rule for rule in all_rules() if rule.code in LAYERS]


@cache
def engine():
    return Engine("uk-foi")


def view(layer, *actions, place="bookmark 3"):
    """Return what a rule sees of findings in one layer, one an action."""
    findings = [
        Finding(f"F-{at}", "PERSON", Span("x", 0, 9), None, (), layer, place, 1.0, "test", "why", f"print-{at}")
        for at, _ in enumerate(actions)
    ]
    decisions = {one.id: Decision(one.id, action) for one, action in zip(findings, actions, strict=True)}
    document = Document(Source("letter.pdf", "0" * 64, 1, "application/pdf"), (), ())
    return View(document=document, text=None, findings=findings, decisions=decisions, case=Case())


@pytest.mark.parametrize("code", LAYERS)
def test_what_goes_blocks_and_what_is_open_is_for_a_person(code):
    """One issue a place, with the kinds and how many; the weight is that of the worst finding there."""
    for actions, severity in (
        ((Action.REVIEW,), Severity.REVIEW),
        ((Action.REDACT,), Severity.BLOCK),
        ((Action.KEEP, Action.REVIEW, Action.REDACT), Severity.BLOCK),
    ):
        (issue,) = run(RULES, view(LAYERS[code], *actions))
        assert (issue.code, issue.severity) == (code, severity)
        stands = sum(action is not Action.KEEP for action in actions)
        assert issue.message == f"Bookmark 3: {stands} PERSON."


@pytest.mark.parametrize("code", LAYERS)
def test_what_stays_is_no_issue(code):
    """A public office holder in a bookmark is none of these rules' business."""
    assert not list(run(RULES, view(LAYERS[code], Action.KEEP)))


@pytest.mark.parametrize("layer", [Layer.BODY, Layer.ANNOTATION, Layer.FORM])
def test_other_layers_are_other_rules_business(layer):
    """Words on the page, in comments and in forms are told once, by the rules about those."""
    assert not list(run(RULES, view(layer, Action.REDACT)))


def titled(text):
    return lambda pdf: pdf.docinfo.__setitem__("/Subject", String(text))


def bookmarked(text):
    def change(pdf):
        with pdf.open_outline() as outline:
            from pikepdf import OutlineItem

            outline.root.append(OutlineItem(text, 0))

    return change


def linked(text):
    def change(pdf):
        action = Dictionary(S=Name.URI, URI=String(f"https://example.org/{text}"))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 690, 200, 710]), A=action)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])

    return change


def spoken(text):
    def change(pdf):
        page = pdf.pages[0].obj
        tag = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, Pg=page, Alt=String(text), K=Array()))
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=tag))
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    return change


def labelled(text):
    label = Dictionary(S=Name.D, P=String(f"{text} "))
    return lambda pdf: pdf.Root.__setitem__("/PageLabels", Dictionary(Nums=Array([0, label])))


def patterned(text):
    def change(pdf):
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        tile = pdf.make_stream(
            f"BT /F9 12 Tf 10 10 Td ({text}) Tj ET".encode(), Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
            BBox=Array([0, 0, 200, 40]), XStep=200, YStep=40, Resources=Dictionary(Font=Dictionary(F9=font)),
        )  # fmt: skip
        page = pdf.pages[0]
        page.obj.Resources.Pattern = Dictionary(P0=tile)
        page.contents_add(pdf.make_stream(b"q /Pattern cs /P0 scn 72 300 200 40 re f Q"))

    return change


HIDDEN = {
    "H217": titled, "H218": bookmarked, "H219": linked, "H220": spoken, "H221": labelled, "H222": patterned,
}  # fmt: skip


def told(tmp_path, data):
    path = tmp_path / "letter.pdf"
    path.write_bytes(data)
    report = engine().check(path, case=CASE)
    return {issue.code: issue for issue in report.issues if issue.code in LAYERS}


@pytest.mark.parametrize("code", HIDDEN)
def test_a_requester_hidden_there_blocks_the_file(tmp_path, code):
    """Found in a real file by the whole engine; the message says where, and never the name."""
    found = told(tmp_path, edited(PLAIN, HIDDEN[code](f"Ottoline {NAME}")))
    assert set(found) == {code}
    assert found[code].severity is Severity.BLOCK
    assert NAME.casefold() not in found[code].message.casefold() and found[code].fix


@pytest.mark.parametrize("code", HIDDEN)
def test_harmless_words_there_raise_nothing(tmp_path, code):
    """The same place with a subject in place of a name is an ordinary letter's."""
    assert not told(tmp_path, edited(PLAIN, HIDDEN[code]("Street lights")))
