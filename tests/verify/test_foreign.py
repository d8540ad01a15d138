"""Copies that others redacted: not accused of not being ours, and told apart by what is still in them."""

from __future__ import annotations

import io
import subprocess
from functools import cache
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, String

from redactor import Case, Engine, Requester
from redactor.model import Severity, Status, Verdict

NAME, PHONE = "Ottoline Zebrowska", "01632 960417"
CASE = Case(requester=Requester(names=(NAME,)))
LINES = (
    "Our reference: FOI/2026/0412",
    f"Dear {NAME}",
    "Thank you for your request of last month about street lights.",
    f"Direct dial: {PHONE}",
    "We hold the information and it is set out in this letter.",
)


@cache
def engine():
    return Engine("uk-foi")


@pytest.fixture
def original(tmp_path):
    """Return a letter that names its requester and gives a direct dial, with a producer and two dates in its properties."""
    path = tmp_path / "letter.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        for at, line in enumerate(LINES):
            page.insert_text((72, 100 + 30 * at), line, fontsize=11)
        document.set_metadata({"producer": "Acme PDF 4", "creator": "Acme Writer", "creationDate": "D:20260105090000Z"})
        document.save(path)
    return path


def places(page):
    return [place for value in (NAME, PHONE) for place in page.search_for(value)]


def redacted(original, **options):
    """Return the letter as PyMuPDF redacts it: words taken out, black boxes in their place."""
    with pymupdf.open(original) as document:
        for page in document:
            for place in places(page):
                # The height of the letters: a box as high as MuPDF's would reach into the next line.
                page.add_redact_annot(place, fill=(0, 0, 0))
            page.apply_redactions()
        return document.tobytes(**{"garbage": 3, "deflate": True, **options})


def boxed(original):
    """Return the letter with black boxes drawn over its words, by pikepdf, and nothing taken out."""
    out = io.BytesIO()
    with pymupdf.open(original) as document:
        found, high = places(document[0]), document[0].rect.height
    drawn = "".join(f"{p.x0} {high - p.y1} {p.width} {p.height} re f\n" for p in found)
    with pikepdf.open(original) as pdf:
        pdf.pages[0].contents_add(pdf.make_stream(f"q 0 g\n{drawn}Q".encode()))
        pdf.save(out)
    return out.getvalue()


def by_qpdf(data, tmp_path):
    """Return a file as qpdf writes it anew."""
    before, after = tmp_path / "before.pdf", tmp_path / "after.pdf"
    before.write_bytes(data)
    try:
        subprocess.run(["qpdf", "--object-streams=generate", "--linearize", before, after], check=True)
    except FileNotFoundError:
        pytest.skip("qpdf is not installed")
    return after.read_bytes()


def with_plain_numbers(data):
    """Return a file whose lengths are objects of their own, as Ghostscript writes them."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        out = io.BytesIO()
        pdf.pages[0].obj["/Rotate"] = pdf.make_indirect(0)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    return out.getvalue()


def verified(tmp_path, data, original: Path | None = None):
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(data)
    return engine().verify(copy, original=original, case=CASE)


def failed(report):
    return {check.code for check in report.checks if check.status.failed}


WRITERS = {
    "PyMuPDF": lambda data, _: data,
    "qpdf": by_qpdf,
    "numbers as objects": lambda data, _: with_plain_numbers(data),
}


@pytest.mark.parametrize("with_original", [False, True], ids=["alone", "with its original"])
@pytest.mark.parametrize("writer", WRITERS)
def test_a_good_redaction_by_others_is_not_accused(original, tmp_path, writer, with_original):
    """Producer, dates, and the writer's own way with a file are no faults; what does not apply says so."""
    data = WRITERS[writer](redacted(original), tmp_path)
    report = verified(tmp_path, data, original if with_original else None)
    assert failed(report) == set(), [check for check in report.checks if check.status.failed]
    assert report.verdict is not Verdict.BLOCKED
    (sanitised,) = [check for check in report.checks if check.code == "V408"]
    assert sanitised.status is Status.NOT_APPLICABLE
    assert "not written by this program" in sanitised.evidence


@pytest.mark.parametrize("with_original", [False, True], ids=["alone", "with its original"])
@pytest.mark.parametrize("writer", ["PyMuPDF", "qpdf"])
def test_boxes_over_words_are_told_in_words_an_officer_knows(original, tmp_path, writer, with_original):
    """BLOCKED, with the page and the covered words as an issue; with the original also that the values are still there."""
    data = WRITERS[writer](boxed(original), tmp_path)
    report = verified(tmp_path, data, original if with_original else None)
    assert report.verdict is Verdict.BLOCKED
    told = [issue for issue in report.issues if issue.code == "R301"]
    assert told and told[0].page == 1 and told[0].severity is Severity.BLOCK
    assert not with_original or {"V402", "V403"} <= failed(report)
    assert not any(NAME in issue.message or PHONE in issue.message for issue in report.issues)


def test_a_redaction_saved_over_its_source_is_told(original, tmp_path):
    """An update appended keeps the source whole: the rule on earlier versions says so, where V404 does not apply."""
    path = tmp_path / "appended.pdf"
    path.write_bytes(original.read_bytes())
    with pymupdf.open(path) as document:
        for place in places(document[0]):
            document[0].add_redact_annot(place, fill=(0, 0, 0))
        document[0].apply_redactions()
        document.saveIncr()
    report = verified(tmp_path, path.read_bytes())
    assert report.verdict is Verdict.BLOCKED
    assert "H201" in {issue.code for issue in report.issues}


def test_words_that_others_changed_elsewhere_are_told(original, tmp_path):
    """With the original at hand a word added outside the boxes fails, whoever wrote the copy."""
    with pymupdf.open("pdf", redacted(original)) as document:
        document[0].insert_text((72, 400), "A line that nobody wrote.", fontsize=11)
        data = document.tobytes()
    report = verified(tmp_path, data, original)
    assert {"V405", "V409"} <= failed(report)
    assert report.verdict is Verdict.BLOCKED


def annotated(subtype, **keys):
    def change(pdf):
        note = Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=Array([100, 400, 200, 420]), **keys)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return change


def rooted(key, value):
    return lambda pdf: pdf.Root.__setitem__(key, value(pdf))


def attach(pdf):
    pdf.attachments["x.txt"] = AttachedFileSpec(pdf, b"x", filename="x.txt")


def picture(pdf, **keys):
    image = pdf.make_stream(b"\0" * 4, Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2, BitsPerComponent=8)
    image.ColorSpace = Name.DeviceGray
    for key, value in keys.items():
        image["/" + key] = value(pdf)
    return image


SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))
HIDING = {
    "a script": rooted("/OpenAction", lambda pdf: SCRIPT),
    "an action of the page": lambda pdf: pdf.pages[0].obj.__setitem__("/AA", Dictionary(O=SCRIPT)),
    "scripts by name": rooted("/Names", lambda pdf: Dictionary(JavaScript=Dictionary(Names=Array([String("x"), SCRIPT])))),
    "a form": annotated("Widget", FT=Name.Tx, T=String("x"), V=String("y")),
    "an attachment": attach,
    "a note": annotated("Text", Contents=String("y")),
    "media": annotated("RichMedia", RichMediaContent=Dictionary()),
    "a program's private data": rooted("/PieceInfo", lambda pdf: Dictionary(Acme=Dictionary(Private=String("xy")))),
    "a private key": rooted("/AcmeState", lambda pdf: String("xy")),
    "a page's own metadata": lambda pdf: pdf.pages[0].obj.__setitem__("/Metadata", pdf.make_stream(b"<a>words</a>")),
    "a thumbnail": lambda pdf: pdf.pages[0].obj.__setitem__("/Thumb", picture(pdf)),
    "a program to start": annotated("Link", A=Dictionary(S=Name.Launch, F=String("x.exe"))),
    "data to send": annotated("Link", A=Dictionary(S=Name.SubmitForm, F=String("https://example.org"))),
    "a layer that is off": rooted("/OCProperties", lambda pdf: _layers(pdf)),
    "an unused object": lambda pdf: _unused(pdf),
}  # fmt: skip


def _layers(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L0=layer)
    pdf.pages[0].contents_add(pdf.make_stream(b"/OC /L0 BDC EMC"))
    return Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))


def _unused(pdf):
    pdf.make_indirect(Dictionary(Note=String("nobody needs this")))


@pytest.mark.parametrize("thing", HIDING)
def test_what_a_check_leaves_to_the_rules_the_rules_tell(original, tmp_path, thing):
    """Nothing that V404 and V408 forbid our writer passes unseen in a file of others': a rule has a person look at it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(redacted(original))) as pdf:
        HIDING[thing](pdf)
        if thing == "an unused object":
            data = b""
        pdf.save(out)
        data = out.getvalue()
    if thing == "an unused object":
        at = data.rindex(b"startxref")
        data = data[:at] + b"900 0 obj\n(nobody needs this)\nendobj\n" + data[at:]
    report = verified(tmp_path, data)
    told = {issue.code for issue in report.issues if issue.severity is not Severity.NOTE and issue.code[0] in "HRD"}
    assert told or failed(report), thing
    assert report.verdict is not Verdict.READY
