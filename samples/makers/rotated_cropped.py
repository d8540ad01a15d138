"""Duty sheets as scanners and print shops leave them: turned pages, a cropped page, a page with a slanting stamp."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from makers.reportlab_letter import register_fonts

WIDTH, HEIGHT = A4
# Rotation in degrees clockwise, name, number.
TURNED = (
    (90, "Yewande Pemberton", "07700 900134"),
    (180, "Rhodri Castellanos", "07700 900251"),
    (270, "Ishaan McGillivray", "07700 900368"),
)


def make(out: Path) -> None:
    """Write five pages; each reads upright in a viewer and carries one name and one number."""
    register_fonts()
    canvas = Canvas(str(out), pagesize=A4, invariant=1)
    canvas.setTitle("Duty sheets, week 11")
    for rotation, name, number in TURNED:
        canvas.setPageRotation(rotation)
        _stand_upright(canvas, rotation)
        _sheet(canvas, rotation, name, number)
        canvas.showPage()
    canvas.setPageRotation(0)
    _cropped(canvas)
    canvas.showPage()
    canvas.setCropBox((0, 0, WIDTH, HEIGHT))
    _stamped(canvas)
    canvas.showPage()
    canvas.save()


def _stand_upright(canvas: Canvas, rotation: int) -> None:
    """Turn the drawing against the page, so that the viewer's rotation sets it right.

    ReportLab stores a page turned by 90 or 270 degrees as a landscape page, so that a viewer shows it as portrait.
    """
    x, y = {90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[rotation]
    canvas.translate(x, y)
    canvas.rotate(rotation if rotation != 270 else -90)


def _sheet(canvas: Canvas, rotation: int, name: str, number: str) -> None:
    canvas.setFont("Sans-Bold", 15)
    canvas.drawString(60, HEIGHT - 80, "Northvale Civic Wardens: duty sheet")
    canvas.setFont("Sans", 11)
    lines = (
        f"This page is stored with a rotation of {rotation} degrees.",
        f"Warden on duty: {name}",
        f"Mobile: {number}",
        "Beat: Market Square and the canal towpath",
        "Radio check at the top of every hour.",
    )
    for row, line in enumerate(lines):
        canvas.drawString(60, HEIGHT - 120 - 20 * row, line)


def _cropped(canvas: Canvas) -> None:
    """Show a window of the page that does not start at its corner; a line of text stays outside it."""
    canvas.setCropBox((70, 180, 525, 700))
    canvas.setFont("Sans-Bold", 15)
    canvas.drawString(100, 640, "Duty sheet, cropped for the notice board")
    canvas.setFont("Sans", 11)
    for row, line in enumerate(("Warden on duty: Xiomara Dunleavy", "Mobile: 07700 900485", "Beat: bus station")):
        canvas.drawString(100, 600 - 20 * row, line)
    canvas.drawString(100, 760, "Cut off by the crop: relief warden Tadeusz Abernethy, 07700 900502")


def _stamped(canvas: Canvas) -> None:
    canvas.setFont("Sans-Bold", 15)
    canvas.drawString(60, 760, "Duty sheet with a stamp")
    canvas.setFont("Sans", 11)
    for row in range(12):
        canvas.drawString(60, 720 - 20 * row, "The beat was walked as planned and nothing was reported in this hour.")
    canvas.translate(150, 330)
    canvas.rotate(30)
    canvas.setStrokeColorRGB(0.6, 0.1, 0.1)
    canvas.setFillColorRGB(0.6, 0.1, 0.1)
    canvas.rect(-12, -34, 290, 66, stroke=1, fill=0)
    canvas.setFont("Sans-Bold", 14)
    canvas.drawString(0, 10, "Seen by Leocadia Strathearn")
    canvas.drawString(0, -16, "Tel. 07700 900619")
