"""R302 to R314: each way a redaction fails is found in a file made here, and what only looks like it is left alone."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import numpy as np
import pikepdf
import pymupdf
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "formats"))

import pdf_failed as made
from pikepdf import Array, Dictionary, Name

from redactor.formats import Limits
from redactor.formats.pdf.load import load
from redactor.model import Case, Source
from redactor.rules import View, all_rules, run

RULES = [rule for rule in all_rules() if rule.code[0] == "R"]
NAME_BOX = pymupdf.Rect(70, 158, 145, 178)
"""About the name on the page that ``pdf_failed.typed`` draws, in points from the top left."""


def issues(data):
    document = load(data, Source("x.pdf", "0" * 64, len(data), "application/pdf"), Limits(), None)
    return list(run(RULES, View(document=document, text=None, findings=(), decisions={}, case=Case())))


def codes(data):
    return {issue.code for issue in issues(data)}


def words(before=None, after=None, *, lines=made.LINES):
    """Return a typed page with something drawn before or after the words."""
    document = pymupdf.open()
    page = document.new_page()
    if before:
        before(page)
    for at, line in enumerate(lines):
        page.insert_text((72, 100 + 24 * at), line, fontsize=11)
    if after:
        after(page)
    return document.tobytes()


def rect(fill, box=NAME_BOX, **options):
    return lambda page: page.draw_rect(box, color=None, fill=fill, **options)


def outlined(page, *, fill=(0, 0, 0)):
    """Draw a word as shapes: a made-up script of different slanted letters."""
    shape = page.new_shape()
    for at in range(8):
        x = 75 + 8 * at
        corners = [(x, 176), (x + 2 + at % 3, 164), (x + 6, 176 - at % 4), (x + 3, 170 + at % 5), (x + 1, 172 - at % 2)]
        shape.draw_polyline([*corners, corners[0]])
        shape.finish(fill=fill, color=None)
    shape.commit()


def layered(change, *, mode=3):
    """Return a scan with a text layer without ink over it, as character recognition lays it."""

    def layer(page):
        for at, line in enumerate(made.LINES):
            page.insert_text((72, made.TOP + made.STEP * at), line, fontsize=11, render_mode=mode)

    return made.by_mupdf(made.scanned(change), more=layer)


def cropped(keep):
    """Return a picture of which a clip shows ``keep`` points of its 300 in height."""
    grey, _ = made.typed()
    content = b"q 100 200 400 %d re W n q 400 0 0 300 100 200 cm /Im Do Q Q" % keep
    return made.by_hand(content, picture=np.ascontiguousarray(grey[:600]))


def clipped(width):
    """Return a page on which a line stands in a frame of ``width`` points."""
    line = b"BT /F 11 Tf 72 642 Td (Ondine Varga signed it) Tj ET "
    other = b"BT /F 11 Tf 72 742 Td (An ordinary line of the letter.) Tj ET "
    return made.by_hand(other + b"q 70 630 %d 24 re W n " % width + line + b"Q")


def overprinted(marks, *, shift=0):
    """Return a page with marks typed over a name, or ``shift`` points beside it."""
    name = b"BT /F 11 Tf 72 642 Td (Ondine Varga) Tj ET "
    return made.by_hand(name + b"BT /F 11 Tf %d 642 Td (%s) Tj ET" % (72 + shift, marks))


def revised(folder, *, without):
    """Return a file saved twice in place; the second time without the name, or with another title alone."""
    path = folder / "letter.pdf"
    path.write_bytes(words())
    with pymupdf.open(path) as document:
        page = document[0]
        if without:
            page.add_redact_annot(page.search_for(made.NAME)[0])
            page.apply_redactions()
        document.set_metadata({"title": "A reply"})
        document.saveIncr()
    return path.read_bytes()


def orphaned():
    """Return a file from which the page's words were taken off and left as an object that nothing uses."""
    with pikepdf.open(io.BytesIO(words())) as pdf:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(b"")
        out = io.BytesIO()
        old = pdf.make_stream(b"BT /F 11 Tf (Ondine Varga) Tj ET")
        pdf.Root.Keep = old
        pdf.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return re.sub(rb"/Keep \d+ 0 R", lambda found: b" " * len(found[0]), out.getvalue())


def photograph(rows=300, columns=400):
    """Return smooth tones without an edge, as a photograph of a hillside has them."""
    y, x = np.mgrid[0:rows, 0:columns]
    rng = np.random.default_rng(3)
    tones = 120 + 60 * np.sin(x / 37.0) * np.cos(y / 53.0) + rng.normal(0, 2, (rows, columns))
    return tones.clip(0, 255).astype(np.uint8)


def chart():
    """Return a chart: bars of a few tones and lines of one width."""
    grey = np.full((400, 600), 255, np.uint8)
    for at, tone in enumerate((60, 120, 180, 90, 150)):
        grey[400 - 60 * (at + 2) : 380, 60 + 100 * at : 130 + 100 * at] = tone
    grey[380:382] = 0
    return grey


def noise(page):
    """Draw more curves than are looked through, all of them within one picture."""
    curve = b"10 10 20 20 30 10 c "
    stream = b"q 0.1 w 10 10 m " + curve * 200_100 + b"S Q"
    xref = page.parent.get_new_xref()
    page.parent.update_object(xref, "<<>>")
    page.parent.update_stream(xref, stream)
    page.set_contents(xref)


WHITE, BLACK, YELLOW = (1, 1, 1), (0, 0, 0), (1, 1, 0)
SCAN, SCAN_WITH_BOX = made.scanned(), made.scanned(made.black)
FAILED = {
    "R302 a black box on a scan": ("R302", lambda: made.by_mupdf(SCAN, more=rect(BLACK))),
    "R302 a white box on a scan": ("R302", lambda: made.by_mupdf(SCAN, jpeg=70, more=rect(WHITE))),
    "R302 a box on a scan by another producer": (
        "R302",
        lambda: made.by_reportlab(SCAN, more=lambda sheet: sheet.rect(70, 664, 75, 20, stroke=0, fill=1)),
    ),
    "R302 slivers on a scan": (
        "R302",
        lambda: made.by_hand(
            made.WHOLE + b"".join(b"70 %.1f 75 1.2 re f " % (662 + step) for step in range(22)), picture=SCAN
        ),
    ),
    "R302 a note's box on a scan": (
        "R302",
        lambda: made.by_hand(made.WHOLE, picture=SCAN, annotation=square_annotation),
    ),
    "R302 an outlined word under a box": ("R302", lambda: words(lines=(), before=outlined, after=rect(BLACK))),
    "R303 a black box that lets through": ("R303", lambda: words(after=rect(BLACK, fill_opacity=0.85))),
    "R303 a white box that lets through": ("R303", lambda: words(after=rect(WHITE, fill_opacity=0.85))),
    "R304 words in a frame too small": ("R304", lambda: clipped(50)),
    "R305 crosses over a name": ("R305", lambda: overprinted(b"XXXXXXXXXXX")),
    "R305 hashes over a name": ("R305", lambda: overprinted(b"############")),
    "R306 words nothing uses": ("R306", orphaned),
    "R307 a name boxed once and open elsewhere": (
        "R307",
        lambda: words(lines=(*made.LINES, "Please write to Varga."), after=rect(BLACK, pymupdf.Rect(70, 162, 138, 178))),
    ),
    "R308 a mosaic": ("R308", lambda: made.by_mupdf(made.scanned(made.mosaic(8)))),
    "R308 a pale mosaic of few squares": ("R308", lambda: pale(made.mosaic(25))),
    "R308 a picture stored as a mosaic": ("R308", lambda: coarse()),
    "R309 a coarse mosaic, which is soft among sharp print": ("R309", lambda: made.by_mupdf(made.scanned(made.mosaic(14)), jpeg=80)),
    "R309 a light blur": ("R309", lambda: made.by_mupdf(made.scanned(made.blur(2)), jpeg=80)),
    "R309 a strong blur in a noisy scan": ("R309", lambda: made.by_reportlab(made.scanned(made.blur(4), noise=4))),
    "R310 a felt pen": ("R310", lambda: made.by_mupdf(made.scanned(made.pen(80), noise=2), jpeg=85)),
    "R310 a pen nearly black": ("R310", lambda: made.by_reportlab(made.scanned(made.pen(8)))),
    "R311 the text layer under a blacked-out place": ("R311", lambda: layered(made.black)),
    "R311 the same, words under the picture": (
        "R311",
        lambda: made.by_mupdf(SCAN_WITH_BOX, under=lambda page: [page.insert_text((72, made.TOP + made.STEP * at), line, fontsize=11) for at, line in enumerate(made.LINES)] and None),
    ),
    "R312 a picture cut in half": ("R312", lambda: cropped(150)),
    "R313 more curves than are looked through": ("R313", lambda: words(after=noise)),
}  # fmt: skip
INNOCENT = {
    "a typed letter": words,
    "a letter with a heading white on black": lambda: words(
        before=rect(BLACK, pymupdf.Rect(60, 60, 500, 84)),
        after=lambda page: page.insert_text((72, 78), "Annex", fontsize=14, color=WHITE),
    ),
    "a highlighter": lambda: words(before=rect(YELLOW)),
    "a see-through highlighter on top": lambda: words(after=rect(YELLOW, fill_opacity=0.4)),
    "a shaded cell": lambda: words(before=rect((0.85, 0.85, 0.85))),
    "a scan": lambda: made.by_mupdf(made.scanned(noise=3), jpeg=80),
    "a scan with its text layer": lambda: layered(None),
    "a scan blacked out before it was scanned": lambda: made.by_mupdf(made.scanned(made.black, noise=3), jpeg=85),
    "a scan with a frame drawn about a word": lambda: made.by_mupdf(
        SCAN, more=lambda page: page.draw_rect(NAME_BOX, color=BLACK, width=1)
    ),
    "a scan with a see-through marker": lambda: made.by_mupdf(SCAN, more=rect(YELLOW, fill_opacity=0.3)),
    "a scan with a stamp beside the words": lambda: made.by_mupdf(SCAN, more=rect(BLACK, pymupdf.Rect(300, 700, 400, 720))),
    "a photograph": lambda: made.by_mupdf(photograph(), jpeg=85),
    "a bar code": lambda: pale(lambda part: np.where(np.arange(part.shape[1]) // 5 * 7 % 11 > 5, 255, 0) + 0 * part),
    "steps of grey, as a test card has them": lambda: pale(
        lambda part: (np.arange(part.shape[1]) // 25 * 20).clip(0, 255) + 0 * part
    ),
    "a chart": lambda: made.by_mupdf(chart()),
    "a picture shown whole in a frame": lambda: cropped(310),
    "words in a frame large enough": lambda: clipped(300),
    "a row of crosses beside a name": lambda: overprinted(b"XXXXXXXXXXX", shift=120),
    "an outlined word in the open": lambda: words(lines=(), after=outlined),
}  # fmt: skip


def square_annotation(pdf):
    """Return a black square laid over the name as a comment."""
    look = pdf.make_stream(b"0 g 70 662 75 22 re f")
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([70, 662, 145, 684])
    return Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=Array([70, 662, 145, 684]), F=4, AP=Dictionary(N=look))


def pale(change):
    """Return a picture of one line of print, 300 by 75 pixels, changed as a whole."""
    grey, _ = made.typed()
    part = change(grey[380:455, 150:450].astype(float)).clip(0, 255).astype(np.uint8)
    return made.by_hand(b"q 300 0 0 75 72 600 cm /Im Do Q " + made.TEXT.split(b"ET")[0] + b"ET", picture=part)


def coarse():
    """Return a picture stored at a dozen dots an inch, drawn large: a mosaic however it is smoothed."""
    rng = np.random.default_rng(5)
    grey = rng.integers(0, 255, (10, 60)).astype(np.uint8)
    return made.by_hand(b"q 300 0 0 50 72 600 cm /Im Do Q " + made.TEXT.split(b"ET")[0] + b"ET", picture=grey)


@pytest.mark.parametrize(("code", "build"), FAILED.values(), ids=FAILED)
def test_a_failed_redaction_is_found(code, build):
    """The issue has a page, says what to do, and quotes nothing."""
    found = [issue for issue in issues(build()) if issue.code == code]
    assert found
    assert found[0].fix
    assert found[0].page == 1 or code == "R306"
    assert "Varga" not in found[0].message


@pytest.mark.parametrize("build", INNOCENT.values(), ids=INNOCENT)
def test_a_look_alike_is_left_alone(build):
    """No rule about redactions fires."""
    assert codes(build()) == set()


def test_an_earlier_version_that_says_more_is_found(tmp_path):
    """The words that the second save took off are in the first (R306)."""
    assert "R306" in codes(revised(tmp_path, without=True))


def test_an_earlier_version_that_says_the_same_holds_nothing_removed(tmp_path):
    """It is an earlier version (H201), but no removed text."""
    assert "R306" not in codes(revised(tmp_path, without=False))


def test_a_name_boxed_on_page_two_and_open_on_page_nine_is_found():
    """The issue is on page nine, and its boxes lie on the name (R307)."""
    document = pymupdf.open()
    for number in range(1, 11):
        page = document.new_page()
        page.insert_text((72, 100), f"This is sheet {number} of the minutes.", fontsize=11)
        if number in (2, 9):
            page.insert_text((72, 172), "Ondine Varga was there.", fontsize=11)
        if number == 2:
            rect(BLACK, pymupdf.Rect(70, 161, 140, 178))(page)
    found = [issue for issue in issues(document.tobytes()) if issue.code == "R307"]
    assert [issue.page for issue in found] == [9]
    assert all(70 < box[0] < 140 for box in found[0].boxes)


def test_a_name_boxed_everywhere_is_no_name_open_elsewhere():
    """Two boxes over two mentions leave none open; that both can be copied is another rule's."""
    both = words(
        lines=(*made.LINES, "Ondine Varga wrote."),
        after=lambda page: (rect(BLACK, pymupdf.Rect(70, 162, 138, 178))(page), rect(BLACK, pymupdf.Rect(70, 234, 138, 250))(page)),
    )  # fmt: skip
    assert "R301" in codes(both)
    assert "R307" not in codes(both)


def test_a_boxed_name_in_the_title_is_open_elsewhere():
    """Outside the pages counts: the place is named, the name is not."""
    data = words(after=rect(BLACK, pymupdf.Rect(70, 162, 138, 178)))
    document = pymupdf.open("pdf", data)
    document.set_metadata({"title": "About Varga"})
    found = [issue for issue in issues(document.tobytes()) if issue.code == "R307"]
    assert [issue.page for issue in found] == [None]
    assert "document title" in found[0].message


def test_a_picture_too_large_to_look_into_is_told(monkeypatch):
    """What was not looked at is unchecked, and no silence (R314)."""
    from redactor.formats.pdf import rasters

    monkeypatch.setattr(rasters, "_LARGEST", 1000)
    monkeypatch.setattr(rasters, "_known", type(rasters._known)())
    found = [issue for issue in issues(made.by_mupdf(SCAN)) if issue.code == "R314"]
    assert found and found[0].unchecked


def test_every_rule_about_redactions_is_tried_here():
    """A new rule needs a file that fires it and one that does not."""
    elsewhere = {"R301", "R314"}
    assert {rule.code for rule in RULES} == {code for code, _ in FAILED.values()} | elsewhere
