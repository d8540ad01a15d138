"""Make small PDFs for tests of reading, and ask pdfium, which we did not read with, where a word stands."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
from reportlab.pdfgen import canvas

from redactor.formats import Limits
from redactor.formats.pdf.format import load
from redactor.model import Document, Source, Span, box_of


def drawn(draw, *, size=(595, 842)):
    """Return a one-page PDF that ``draw(canvas)`` drew."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=size, invariant=1)
    draw(sheet)
    sheet.showPage()
    sheet.save()
    return out.getvalue()


def lines(*texts, x=72, y=700, step=14, font="Helvetica", size=11):
    """Return a one-page PDF with lines of text from a point downwards."""

    def draw(sheet):
        sheet.setFont(font, size)
        for at, text in enumerate(texts):
            sheet.drawString(x, y - at * step, text)

    return drawn(draw)


def edited(data, change):
    """Return a PDF after ``change(pikepdf.Pdf)``."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def read(data, *, limits=None, password=None) -> Document:
    """Load a PDF."""
    return load(data, Source("letter.pdf", "0" * 64, len(data), "application/pdf"), limits or Limits(), password)


def kinds(document):
    """Return the kinds of features of a document."""
    return {feature.kind for feature in document.features}


def texts(document, prefix):
    """Return the texts of the segments whose id starts with a prefix."""
    return [segment.text for segment in document.segments if segment.id.startswith(prefix)]


def our_box(document, word, page=1):
    """Return the box of a word on a page as the text map's quads give it."""
    from redactor.analysis.textmap import quads

    segment = document.segment(f"page/{page}")
    start = segment.text.index(word)
    (quad,) = quads(segment, Span(segment.id, start, start + len(word)))
    return box_of(quad)


def pdfium_box(data, word, page=1):
    """Return a word's box as pdfium places it, in unrotated points from the crop box's upper left corner."""
    pdf = pypdfium2.PdfDocument(data)
    sheet = pdf[page - 1]
    x0, _, _, y1 = sheet.get_cropbox()
    textpage = sheet.get_textpage()
    start = textpage.get_text_bounded().index(word)
    boxes = [textpage.get_charbox(at, loose=True) for at in range(start, start + len(word))]
    left, bottom = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
    pdf.close()
    return (left - x0, y1 - top, right - x0, y1 - bottom)
