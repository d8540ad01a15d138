"""Print a letter with ReportLab, as a case-management system does when it fills in a template."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle

from makers import source

BODY = ParagraphStyle("p", fontName="Sans", fontSize=10.5, leading=14.5, spaceAfter=7)
STYLES = {
    "p": BODY,
    "h1": ParagraphStyle("h1", fontName="Sans-Bold", fontSize=17, leading=22, textColor=HexColor("#1d3557")),
    "h2": ParagraphStyle("h2", fontName="Sans-Bold", fontSize=11.5, leading=15, spaceBefore=9, spaceAfter=4),
    "unit": ParagraphStyle("unit", BODY, textColor=HexColor("#444444"), spaceAfter=14),
    "subject": ParagraphStyle("subject", BODY, fontName="Sans-Bold"),
    "quote": ParagraphStyle("quote", BODY, fontName="Sans-Italic", leftIndent=9 * mm),
    "log": ParagraphStyle("log", BODY, fontName="Mono", fontSize=9, leading=12.5, leftIndent=9 * mm),
    "sign": ParagraphStyle("sign", BODY, spaceBefore=16),
    "td": ParagraphStyle("td", BODY, fontSize=9.5, leading=12, spaceAfter=0),
    "th": ParagraphStyle("th", BODY, fontName="Sans-Bold", fontSize=9.5, leading=12, spaceAfter=0),
}
FONTS = {
    "Sans": "Liberation Sans:style=Regular",
    "Sans-Bold": "Liberation Sans:style=Bold",
    "Sans-Italic": "Liberation Sans:style=Italic",
    "Mono": "Liberation Mono:style=Regular",
    "Serif": "Liberation Serif:style=Regular",
    "Serif-Bold": "Liberation Serif:style=Bold",
}


def register_fonts() -> None:
    """Make the Liberation fonts known to ReportLab, wherever fontconfig says they are."""
    for name, pattern in FONTS.items():
        found = subprocess.run(["fc-match", "-f", "%{file}", pattern], check=True, capture_output=True, text=True)
        pdfmetrics.registerFont(TTFont(name, found.stdout))


class NumberedCanvas(Canvas):  # type: ignore[misc]  # ReportLab ships no types
    """Write "Page N of M" at the foot once M is known."""

    footer = ""

    def __init__(self, *args: object, **options: object) -> None:
        """Take what ReportLab's canvas takes."""
        super().__init__(*args, **options)
        self._pages: list[dict[str, object]] = []

    def showPage(self) -> None:  # noqa: N802
        """Keep the page open until all are there; the name is ReportLab's."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write the foot of every page, then the file."""
        for number, page in enumerate(self._pages, 1):
            self.__dict__.update(page)
            self.setFont("Sans", 8)
            self.setFillGray(0.27)
            self.drawCentredString(A4[0] / 2, 11 * mm, f"{self.footer} | Page {number} of {len(self._pages)}")
            super().showPage()
        super().save()


def reportlab(name: str, out: Path) -> None:
    """Print ``sources/NAME.html`` with ReportLab."""
    register_fonts()
    letter = source.read(name)

    class LetterCanvas(NumberedCanvas):
        footer = letter.footer

    document = SimpleDocTemplate(
        str(out),
        pagesize=A4,
        title=letter.title,
        lang="en-GB",
        invariant=1,
        leftMargin=22 * mm - 6,
        rightMargin=22 * mm - 6,
        topMargin=20 * mm - 6,
        bottomMargin=18 * mm,
    )
    document.build([_flowable(block, document.width - 12) for block in letter.blocks], canvasmaker=LetterCanvas)


def _flowable(block: ET.Element, width: float) -> Flowable:
    match block.tag:
        case "hr":
            return PageBreak()
        case "table":
            rows = [[_flowable(cell, width) for cell in row] for row in block]
            grid = [("GRID", (0, 0), (-1, -1), 0.6, HexColor("#888888"))]
            shade = ("BACKGROUND", (0, 0), (-1, 0), HexColor("#e8edf3"))
            longest = [max(len(cell.text or "") for cell in column) + 2 for column in zip(*block, strict=True)]
            widths = [width * length / sum(longest) for length in longest]
            return Table(rows, widths, style=TableStyle([*grid, shade]), spaceAfter=8)
        case _:
            return Paragraph(source.markup(block), STYLES[block.get("class", block.tag)])
