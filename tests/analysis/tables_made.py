"""Draw tables as word processors and reports do, for tests of reading them."""

from __future__ import annotations

import io

import pymupdf
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from redactor.formats import Limits
from redactor.formats.pdf.format import load
from redactor.model import Source

_STYLE = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=11)
RULED = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey)]
SHADED = [("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.whitesmoke, colors.white])]
TIGHT = [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]


def flowed(*rows, widths=None, style=(), align="MIDDLE", wrap=True, before=(), after=(), repeat=0, height=842):
    """Return a PDF in which ReportLab laid out a table, its cells wrapped to the widths, over as many pages as it takes."""
    cells = [[Paragraph(cell, _STYLE) if wrap else cell for cell in row] for row in rows]
    table = Table(cells, colWidths=widths, repeatRows=repeat)
    table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), align), ("FONTSIZE", (0, 0), (-1, -1), 9), *style]))
    out = io.BytesIO()
    pages = SimpleDocTemplate(out, pagesize=(595, height), invariant=1)
    pages.build([*(Paragraph(text, _STYLE) for text in before), table, *(Paragraph(text, _STYLE) for text in after)])
    return out.getvalue()


def typed(*rows, at=(72, 200, 330, 440), top=100, step=16, size=10, ruled=False):
    """Return a PDF in which each cell is a piece of text at a tab stop, drawn by PyMuPDF."""
    pdf = pymupdf.open()
    page = pdf.new_page()
    for number, row in enumerate(rows):
        y = top + number * step
        for x, cell in zip(at, row, strict=False):
            if cell:
                page.insert_text((x, y), cell, fontsize=size, fontname="helv")
        if ruled:
            page.draw_line((at[0] - 4, y + 4), (540, y + 4), width=0.5)
    return pdf.tobytes()


def read(data):
    """Load a PDF."""
    return load(data, Source("table.pdf", "0" * 64, len(data), "application/pdf"), Limits(), None)
