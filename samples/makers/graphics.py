"""Names that stand on pictures, in coloured cells, beside a signature and between tight lines."""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from makers.reportlab_letter import register_fonts

TIGHT = (
    "Stallholders were asked to keep the passage by the fountain clear.",
    "The complaint by Nkechi Bramhall-Soto was heard on 9 May 2025, and the",
    "panel agreed that the passage should be painted. No stall was moved.",
)


def make(out: Path) -> None:
    """Write one page; a right redaction leaves every neighbour of a name as it was."""
    register_fonts()
    canvas = Canvas(str(out), pagesize=A4, invariant=1)
    canvas.setTitle("Market panel: pictures and tables")
    canvas.setFont("Sans-Bold", 15)
    canvas.drawString(60, 780, "Northvale Market Panel")
    canvas.drawImage(ImageReader(_photo()), 60, 570, 320, 180)
    canvas.setFont("Sans-Bold", 13)
    canvas.drawString(80, 640, "Photograph: Valentina Hargreave-Osei")
    canvas.setFont("Sans", 10)
    canvas.drawString(80, 622, "The fountain at noon, May 2025")
    _cells(canvas)
    canvas.setFillGray(0)
    canvas.setFont("Sans", 10)
    for row, line in enumerate(TIGHT):
        canvas.drawString(60, 425 - 9.5 * row, line)
    _signature(canvas)
    canvas.drawString(60, 318, "Zoltan Whitcombe-Rao")
    canvas.drawString(60, 304, "Market Supervisor")
    canvas.showPage()
    canvas.save()


def _photo() -> io.BytesIO:
    """Return a pale, blurred sky over paving as a JPEG, the same on every run."""
    dice = random.Random(11)
    picture = Image.new("RGB", (320, 180))
    picture.putdata(
        [
            (200 + y // 6 + dice.randrange(12), 210 + x // 16 + dice.randrange(12), 235 - y // 4 + dice.randrange(12))
            for y in range(180)
            for x in range(320)
        ]
    )
    stream = io.BytesIO()
    picture.filter(ImageFilter.GaussianBlur(2)).save(stream, "JPEG", quality=80)
    stream.seek(0)
    return stream


def _cells(canvas: Canvas) -> None:
    rows = (
        ("Stall", "Holder", "Telephone", "#d9e2ef"),
        ("12", "Anneliese Kirubakaran", "01632 960712", "#fde9c9"),
        ("13", "vacant", "01632 960500", "#d8efd8"),
    )
    for row, (*texts, colour) in enumerate(rows):
        for column, text in enumerate(texts):
            canvas.setFillColor(colour)
            canvas.setStrokeGray(0.4)
            canvas.rect(60 + 150 * column, 510 - 22 * row, 150, 22, stroke=1, fill=1)
            canvas.setFillGray(0)
            canvas.setFont("Sans-Bold" if row == 0 else "Sans", 10)
            canvas.drawString(66 + 150 * column, 517 - 22 * row, text)


def _signature(canvas: Canvas) -> None:
    """Draw a pen stroke that reaches into the printed name below it, as signatures do."""
    canvas.setStrokeColorRGB(0.1, 0.15, 0.5)
    canvas.setLineWidth(1.3)
    pen = canvas.beginPath()
    pen.moveTo(62, 350)
    for x in range(62, 170, 18):
        pen.curveTo(x + 6, 375 - (x % 5) * 3, x + 10, 326 + (x % 7), x + 18, 348 + (x % 4) * 2)
    pen.curveTo(150, 314, 90, 322, 70, 328)
    canvas.drawPath(pen, stroke=1, fill=0)
