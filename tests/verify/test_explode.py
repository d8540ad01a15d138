"""Text is read wherever a page can draw it, and where it does not draw it."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from verify_copies import raw

from redactor.verify.explode import hidden_texts

SHOWN = b"BT /F1 12 Tf 72 700 Td (Zebrowska) Tj ET"


def _text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return document[0].get_textpage().get_text_range()


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 12 Tf 72 9000 Td (Zebrowska) Tj ET",
        b"0 0 1 1 re W n " + SHOWN,
        b"/OC /Layer BDC " + SHOWN + b" EMC",
        b"BT 3 Tr /F1 12 Tf 72 700 Td (Zebrowska) Tj ET",
        b"BT /F1 0.1 Tf 72 700 Td (Zebrowska) Tj ET",
    ],
    ids=["off the page", "clipped away", "in a layer", "invisible", "tiny"],
)
def test_page_text_needs_no_exploding(content: bytes) -> None:
    """Pdfium reads a page's text whatever hides it; ``explode`` relies on that."""
    assert "Zebrowska" in _text(raw(content))


@pytest.mark.parametrize("kind", ["form", "pattern", "mask", "drawn letters"])
def test_hidden_drawing_is_read(kind: str) -> None:
    """Forms nobody draws, patterns, soft masks and letters made of text are read as pages of their own."""
    with pikepdf.open(io.BytesIO(raw(b"0 0 m"))) as pdf:
        page = pdf.pages[0].obj
        drawing = pdf.make_stream(SHOWN)
        drawing.Resources, drawing.BBox = page.Resources, Array([0, 0, 600, 800])
        if kind == "pattern":
            drawing.PatternType, drawing.PaintType, drawing.TilingType, drawing.XStep, drawing.YStep = 1, 1, 1, 600, 800
            page.Resources = Dictionary(page.Resources)
            page.Resources.Pattern = Dictionary(P=drawing)
        elif kind == "drawn letters":
            font = Dictionary(
                Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(a=drawing), Resources=page.Resources
            )
            pdf.Root.Anything = pdf.make_indirect(font)
        else:
            drawing.Subtype, drawing.OC = Name.Form, Dictionary(Type=Name.OCG)
            holder = Dictionary(SMask=Dictionary(S=Name.Alpha, G=drawing)) if kind == "mask" else drawing
            pdf.Root.Anything = pdf.make_indirect(holder)
        out = io.BytesIO()
        pdf.save(out)
    assert [text.strip() for _, text in hidden_texts(out.getvalue())] == ["Zebrowska"]


def test_page_without_drawings_yields_nothing() -> None:
    """There is nothing to explode in a plain page."""
    assert list(hidden_texts(raw(SHOWN))) == []
