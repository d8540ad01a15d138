"""Make small PDFs, plan redactions in them, and look at the result with pdfium, which did not write it."""

from __future__ import annotations

import ctypes
import hashlib
import io
from pathlib import Path

import numpy as np
import pymupdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from reportlab.pdfgen import canvas

from redactor.formats import Limits
from redactor.formats.pdf.redact import redact
from redactor.model import Document, Redaction, RedactionPlan, Source, quad_of

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
TERM = "Zebrowski"


def drawn(draw, *, size=(400, 300), pages=1, compress=0):
    """Return a PDF drawn by ``draw(canvas, page)``; pages count from 1."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=size, pageCompression=compress, invariant=1)
    for page in range(1, pages + 1):
        draw(sheet, page)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def lines(*texts, font="Helvetica", points=12, leading=14.4, size=(400, 300)):
    """Return a one-page PDF with lines of text from the top."""

    def draw(sheet, page):
        sheet.setFont(font, points)
        for number, text in enumerate(texts):
            sheet.drawString(30, size[1] - 40 - number * leading, text)

    return drawn(draw, size=size)


def find(data, *terms):
    """Return redactions for every place MuPDF finds a term, each with its quads, labelled s40(2)."""
    flags = (pymupdf.TEXTFLAGS_SEARCH | pymupdf.TEXT_IGNORE_ACTUALTEXT) & ~pymupdf.TEXT_CLIP
    found = []
    with pymupdf.open(stream=data) as document:
        for number, page in enumerate(document, 1):
            textpage = page.get_textpage(clip=pymupdf.INFINITE_RECT(), flags=flags)
            for term in terms:
                for quad in page.search_for(term, quads=True, textpage=textpage, clip=pymupdf.INFINITE_RECT()):
                    corners = (*quad.ul, *quad.ur, *quad.ll, *quad.lr)
                    found.append(Redaction(f"F-{len(found)}", number, (corners,), "s40(2)", "PERSON"))
    return tuple(found)


def box(x0, y0, x1, y1, *, page=1, label="s40(2)", picture=None):
    """Return a redaction of one upright box."""
    return Redaction("F-box", page, (quad_of((x0, y0, x1, y1)),), label, "PERSON", picture)


def run(data, *redactions, tainted=(), title="", password=None, language=""):
    """Redact and return what the redactor says."""
    source = Source("letter.pdf", hashlib.sha256(data).hexdigest(), len(data), "application/pdf")
    plan = RedactionPlan(tuple(redactions), frozenset(tainted), title)
    return redact(data, Document(source, (), (), language=language), plan, Limits(), password)


def glyphs(data):
    """Return [(page, character, box in user space)] of every visible character, as pdfium has it."""
    found = []
    document = pdfium.PdfDocument(data)
    sides = [ctypes.c_double() for _ in range(4)]
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text.raw, index)
            if code > 32 and raw.FPDFText_IsGenerated(text.raw, index) != 1:
                raw.FPDFText_GetCharBox(text.raw, index, *sides)
                found.append((number, chr(code), tuple(side.value for side in sides)))
    document.close()
    return found


def text(data, page=None):
    """Return the text of one page (from 1) or of all, as pdfium reads it."""
    document = pdfium.PdfDocument(data)
    try:
        pages = document if page is None else [document[page - 1]]
        return "\n".join(sheet.get_textpage().get_text_range() for sheet in pages)
    finally:
        document.close()


def pixels(data, page=1, dpi=100):
    """Return a page as pdfium shows it: height x width x 3."""
    document = pdfium.PdfDocument(data)
    try:
        image = document[page - 1].render(scale=dpi / 72).to_numpy()[:, :, :3].astype(int)
    finally:
        document.close()
    return np.array(image)


def differs_outside(before, after, boxes, *, page=1, dpi=100, tolerance=0):
    """Return how many pixels differ outside the boxes (points from the top left of the page as shown) and their rims."""
    difference = np.abs(pixels(before, page, dpi) - pixels(after, page, dpi)).max(axis=2)
    scale = dpi / 72
    for x0, y0, x1, y1 in boxes:
        top, left = max(0, int(y0 * scale) - 1), max(0, int(x0 * scale) - 1)
        difference[top : int(y1 * scale) + 2, left : int(x1 * scale) + 2] = 0
    return int((difference > tolerance).sum())
