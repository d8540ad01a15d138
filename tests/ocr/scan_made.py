"""Scans for tests: pages of print drawn as pictures, clean, grainy, or turned."""

from __future__ import annotations

import numpy as np
import pymupdf
from PIL import Image

WORDS = (
    "Dear Ms Venkataraman, thank you for your request of 7 May 2025.",
    "We hold the record of the stop at Quay Road and refuse part of it.",
    "Please quote FOI-2025-0318 or ring 01632 960123 if you are unhappy.",
)


def page(lines=WORDS, *, size=12.0):
    """Return a PDF page with lines of print."""
    document = pymupdf.open()
    made = document.new_page(width=595, height=420)
    for at, line in enumerate(lines):
        made.insert_text((60, 80 + 24 * at), line, fontsize=size)
    return made


def picture(made, *, dpi=150, grain=0.0, turn=0.0):
    """Draw a page as a scanner would: grey, with grain, turned counter-clockwise."""
    drawn = made.get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
    image = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)
    if turn:
        image = image.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=255)
    if grain:
        noise = np.random.default_rng(7).normal(0, grain, (image.height, image.width))
        image = Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))
    return image
