"""A letter that came off a scanner: page 1 is a picture of text, page 2 is text."""

# mypy: disallow-untyped-calls=False
from __future__ import annotations

import io
from pathlib import Path

import pymupdf
from PIL import Image

from makers import source

DPI = 100
COVER = """Note of the scanning room

The page before this one was scanned at 100 dots an inch in grey. The paper
copy was signed for by Marguerite Okafor-Lindqvist on 4 June 2025 and put in
box 118. Questions to 020 7946 0118.
"""


def make(out: Path) -> None:
    """Draw page 1 of the ReportLab police letter as a JPEG; it must have been made before."""
    letter = pymupdf.open(out.parent / "police-letter.reportlab.pdf")
    pixels = letter[0].get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
    picture = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)
    # A scanner bed is never quite straight nor quite white.
    picture = picture.rotate(0.4, resample=Image.Resampling.BICUBIC, fillcolor=255).point(lambda v: 12 + v * 0.93)
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=70, dpi=(DPI, DPI))
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_image(page.rect, stream=jpeg.getvalue())
    document.new_page(width=595, height=842).insert_text((72, 90), COVER, fontname="helv", fontsize=11, lineheight=1.5)
    stamp = f"D:{source.PDF_DATE}Z"
    document.set_metadata({"title": "Scanned letter", "creationDate": stamp, "modDate": stamp})
    out.write_bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True))
