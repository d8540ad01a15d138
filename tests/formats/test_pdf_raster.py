"""A page that cannot be made safe becomes a picture with its surviving words laid under it, or nothing is handed back."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pikepdf
import pytest
from pdf_residue import residue, squash
from pdf_spoken import spoken
from pdf_tools import TERM, drawn, find, glyphs, lines, pixels, text
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from redactor.errors import RedactionError
from redactor.formats import Limits
from redactor.formats.pdf import burn, raster
from redactor.formats.pdf.format import load
from redactor.formats.pdf.redact import redact
from redactor.model import RedactionPlan, Source, Width, box_of
from redactor.verify import Removed, View, all_checks
from redactor.verify import run as prove

LETTER = ("Good morning,", f"Dear {TERM}, hello", "Footer line stays")


def judged(data, *terms):
    """Redact a PDF as the engine does, with the document loaded."""
    document = load(data, Source("letter.pdf", "0" * 64, len(data), "application/pdf"), Limits(), None)
    return redact(data, document, RedactionPlan(find(data, *terms)), Limits(), None)


def carrying(kind, words, *, data=None, change=lambda page: None):
    """Return a letter whose first page also draws words, or a picture where there are none, out of any redaction's reach."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data or lines(*LETTER))) as pdf:
        page = pdf.pages[0].obj
        fonts = page.Resources.Font
        (font, *_) = fonts.keys()
        spot = pdf.make_stream(bytes([90, 160, 90] * 4))
        spot.Type, spot.Subtype, spot.Width, spot.Height = Name.XObject, Name.Image, 2, 2
        spot.ColorSpace, spot.BitsPerComponent = Name.DeviceRGB, 8
        body = f"BT {font} 12 Tf 5 5 Td ({words}) Tj ET" if words else "q 20 0 0 20 0 0 cm /Spot Do Q"
        inner = pdf.make_stream(body.encode())
        inner.Resources = Dictionary(Font=fonts, XObject=Dictionary(Spot=spot))
        page.Resources = Dictionary(Font=fonts)
        if kind == "pattern":
            inner.Type, inner.PatternType, inner.PaintType, inner.TilingType = Name.Pattern, 1, 1, 1
            inner.BBox, inner.XStep, inner.YStep = Array([0, 0, 90, 30]), 90, 30
            page.Resources.Pattern = Dictionary(P=inner)
            painted = b" q /Pattern cs /P scn 0 0 400 60 re f Q"
        else:
            inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 400, 300])
            inner.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
            page.Resources.ExtGState = Dictionary(G=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=inner)))
            painted = b" q /G gs 0 0 400 60 re f Q"
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + painted)
        change(page)
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["pattern", "soft mask"])
@pytest.mark.parametrize("words", ["CONFIDENTIAL", ""])
def test_a_page_with_words_or_pictures_out_of_reach_becomes_a_picture(kind, words):
    """Nothing of the page's own objects is left, and its words can still be found and copied."""
    data = carrying(kind, words)
    result = judged(data, TERM)
    assert f"Page 1 became a picture, because it holds words or pictures inside a {kind}: look at it." in result.notes
    assert (1, (0.0, 0.0, 400.0, 300.0)) in result.changed
    assert not residue(result.data, TERM)
    assert squash(text(result.data)) == squash("Good morning, Dear , hello Footer line stays s40(2)")
    with pikepdf.open(io.BytesIO(result.data)) as pdf:
        assert not {"/Pattern", "/ExtGState"} & set(pdf.pages[0].resources.keys())


def test_the_line_of_a_name_goes_black_in_the_picture():
    """A picture has no line that could be set anew; a box as wide as the name would tell it."""
    data = carrying("pattern", "CONFIDENTIAL")
    document = load(data, Source("letter.pdf", "0" * 64, len(data), "application/pdf"), Limits(), None)
    plan = RedactionPlan(tuple(replace(one, width=Width.RESET) for one in find(data, TERM)))
    made = redact(data, document, plan, Limits(), None)
    checks = [check for check in all_checks() if check.code in {"V402", "V403", "V405", "V407", "V409", "V410"}]
    removed = (Removed(TERM, "PERSON", plan.redactions[0].finding_id),)
    view = View(made.data, data, document, plan, removed, changed=made.changed, lines=made.lines)
    assert {result.code for result in prove(checks, view) if result.status.failed} == set()
    assert squash(text(made.data)) == squash("Good morning, Footer line stays s40(2)")
    ours = replace(view, lines=())
    assert "V410" in {result.code for result in prove(checks, ours) if result.status.failed}


def test_the_picture_shows_the_page_and_the_box():
    """At a hundred dots an inch it is the same page to the eye, and black where the name was."""
    data = carrying("pattern", "CONFIDENTIAL")
    redactions = find(data, TERM)
    after = judged(data, TERM).data
    before, now = pixels(data), pixels(after)
    x0, y0, x1, y1 = (int(side * 100 / 72) for side in box_of(redactions[0].quads[0]))
    inside = now[y0 + 2 : y1 - 2, x0 + 2 : x1 - 2]
    assert np.median(inside) == 0
    before[y0 - 2 : y1 + 3, x0 - 2 : x1 + 3] = now[y0 - 2 : y1 + 3, x0 - 2 : x1 + 3] = 0
    # Each engine rounds the step of a pattern in its own way, so that only the letter above it can be compared.
    assert np.abs(before[:300] - now[:300]).mean() < 1
    assert (now[:60].min(axis=2) < 128).sum() == pytest.approx((before[:60].min(axis=2) < 128).sum(), rel=0.2)


def test_every_letter_is_laid_where_it_stood():
    """Selecting a word in the picture selects that word."""
    data = carrying("pattern", "CONFIDENTIAL")
    before = {(letter, round(x0), round(y0)) for _, letter, (x0, _, y0, _) in glyphs(lines(*LETTER))}
    after = judged(data, TERM).data
    laid = [(letter, (x0, y0)) for _, letter, (x0, _, y0, _) in glyphs(after)]
    missing = 0
    for letter, x0, y0 in before:
        near = any(letter == other and abs(x - x0) < 2 and abs(y - y0) < 6 for other, (x, y) in laid)
        missing += not near
    assert missing <= len(TERM)


@pytest.mark.parametrize("kind", ["pattern", "soft mask"])
def test_a_carrier_with_a_removed_name_stops_the_copy(kind):
    """The picture would show it."""
    with pytest.raises(RedactionError, match=kind) as caught:
        judged(carrying(kind, f"Copy for {TERM}"), TERM)
    assert caught.value.where == "page 1"
    assert TERM not in str(caught.value) + repr(caught.value)


def test_words_out_of_reach_that_nobody_can_read_stop_the_copy():
    """What was not read cannot be compared with what goes."""

    def scramble(page):
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.X, Encoding=Name("/Identity-H"), DescendantFonts=Array([])
        )
        page.Resources.Pattern.P.Resources.Font = Dictionary({next(iter(page.Resources.Font.keys())): font})

    with pytest.raises(RedactionError, match="pattern"):
        judged(carrying("pattern", "CONFIDENTIAL", change=scramble), TERM)


def test_letters_that_only_one_engine_sees_under_a_box_go_with_the_page(monkeypatch):
    """Where pdfium still reads something under a box after the words were removed."""
    data = lines(*LETTER)
    monkeypatch.setattr(burn, "_cores", lambda page, quads: [])
    result = judged(data, TERM)
    assert any("characters that cannot be removed" in note for note in result.notes)
    assert not residue(result.data, TERM)
    assert "Footer line stays" in text(result.data)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_and_cropped_page_stays_as_it_was_turned(rotation):
    """The picture lies in the crop box, in the page's own directions."""

    def turn(page):
        page.Rotate, page.CropBox, page.UserUnit = rotation, Array([10, 20, 390, 290]), 2

    data = carrying("pattern", "CONFIDENTIAL", change=turn)
    after = judged(data, TERM).data
    assert pixels(after).shape == pixels(data).shape
    changed = (np.abs(pixels(after) - pixels(data)).max(axis=2) > 128).mean()
    assert changed < 0.02
    assert "Footer line stays" in text(after)


def test_other_pages_stay_text():
    """Only the page that needs it is turned."""
    two = drawn(lambda sheet, page: sheet.drawString(30, 250, f"Page {page} {TERM}"), pages=2)
    after = judged(carrying("pattern", "CONFIDENTIAL", data=two), TERM).data
    with pikepdf.open(io.BytesIO(after)) as pdf:
        assert "/XObject" in pdf.pages[0].resources
        assert "/XObject" not in pdf.pages[1].resources


def test_a_page_too_large_to_draw_stops_the_copy(monkeypatch):
    """Two hundred dots an inch of a poster would fill the memory."""
    monkeypatch.setattr(raster, "_MOST_PIXELS", 1000)
    with pytest.raises(RedactionError, match="too large"):
        judged(carrying("pattern", "CONFIDENTIAL"), TERM)


def test_a_tagged_page_is_heard_as_one_paragraph():
    """In reading order, with what was removed said in its place."""

    def tag(page):
        raw = page.Contents.read_bytes()
        page.Contents.write(raw.replace(b"BT", b"/P <</MCID 0>> BDC BT", 1).replace(b"ET", b"ET EMC", 1))

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(carrying("pattern", "CONFIDENTIAL", data=lines(LETTER[1]), change=tag))) as pdf:
        page = pdf.pages[0].obj
        kid = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.H1, Pg=page, K=0))
        pdf.Root.StructTreeRoot = pdf.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=Dictionary(Type=Name.StructElem, S=Name.Document, K=kid))
        )
        pdf.Root.Lang = String("en-GB")
        pdf.save(out)
    assert spoken(judged(out.getvalue(), TERM).data) == "Dear [redacted s40(2)] , hello"


def test_letters_of_any_script_are_laid():
    """Half the world's names are not Latin."""
    pdfmetrics.registerFont(TTFont("Any", "Vera.ttf"))

    def draw(sheet, page):
        sheet.setFont("Any", 12)
        sheet.drawString(30, 250, f"Zoë Çelik ñandú {TERM}")

    after = judged(carrying("pattern", "CONFIDENTIAL", data=drawn(draw)), TERM).data
    assert "Zoë Çelik ñandú" in text(after)
