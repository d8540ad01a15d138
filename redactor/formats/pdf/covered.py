"""Redactions that fail, page by page: each hazard has a module of its own, and one drawing of the page serves them all.

The kinds of ``Feature`` that come from here; the rules in ``redactor.rules.redaction`` judge them:

=====================  =========================================================================================
covered-text           letters that leave no trace on the drawn page: a cover, a picture, their own colour behind
see-through-text       letters that show faintly under something painted over them
covered-untried        something is painted over something else, and whether it hides it could not be tried
text-layer-under-mark  letters of a scan's text layer on an even dark place of the picture
clipped-text           letters cut off by a clipping path
overprinted-text       letters with blocks or crosses printed on them
covered-picture        ink of a picture under a plain box
panel-over-picture     ink of a picture under a coloured box, or one with a caption on it
covered-drawing        outlined words under a box
cropped-picture        a picture of which the page shows a part only
pixelated-picture      part of a picture shown as a mosaic
blurred-picture        part of a picture without the sharpness of the rest
uneven-mark            a dark box in a picture that is not of one colour
picture-untried        a picture too large to be looked into
dense-drawing          more curves than are collected, so that outlined words were not looked for
=====================  =========================================================================================
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2

from redactor.formats.pdf import (
    clipped,
    covered_picture,
    covered_text,
    cropped,
    overprinted,
    paint,
    rasters,
    text_layer,
)
from redactor.formats.pdf.pictures import PagePictures
from redactor.formats.pdf.sheet import Sheet
from redactor.formats.pdf.text import PageText
from redactor.model import Box, Feature, box_of, quad_of

_SCAN = 0.5
_WHOLE_LAYER = 0.9
_LARGEST_POINTS = 4000.0


def of_page(
    page: Any, read: PageText, seen: PagePictures, second: pypdfium2.PdfDocument | None, number: int
) -> Iterator[Feature]:
    """Yield what a page (a ``pymupdf.Page``) fails to hide, one feature a place."""
    place = f"page {number}"
    if seen.dense:
        yield Feature("dense-drawing", place, number)
    for kind, where in rasters.faults(seen.rasters):
        yield Feature(kind, place, number, 1, quad_of(where))
    for count, where in overprinted.runs(read.segment):
        yield Feature("overprinted-text", place, number, count, quad_of(where))
    if not read.characters and not seen.pictures:
        return
    log = paint.read(page)
    cut = clipped.runs(page, log, seen.content) if read.characters else []
    for count, where in cut:
        yield Feature("clipped-text", place, number, count, quad_of(where))
    words = read.characters > 0 and covered_text.suspect(page, log, read.inks)
    covers = covered_picture.suspects(page, log)
    crops = seen.coverage > 0 and cropped.suspect(log, seen.content)
    layer = seen.coverage > 0 and bool(read.inkless)
    if not (words or covers or crops or layer):
        return
    if second is None or max(page.rect.width, page.rect.height) > _LARGEST_POINTS:
        yield Feature("covered-untried", place, number)
        return
    told = (*read.white, *read.inkless, *(where for _, where in cut))
    try:
        sheet = Sheet(second[number - 1], (page.rect.width, page.rect.height))
        found = list(_text(sheet, log, read, seen, told)) if words else []
        found += [
            (kind, 1, box) for kind, box in covered_picture.hidden(sheet, covers, _letters(read) if covers else ())
        ]
        if layer:
            found += [("text-layer-under-mark", count, box) for count, box in text_layer.runs(sheet, invisible=True)]
        found += [("cropped-picture", 1, box) for box in cropped.parts(sheet)] if crops else []
    except pypdfium2.PdfiumError:
        yield Feature("covered-untried", place, number)
        return
    for kind, count, where in found:
        yield Feature(kind, place, number, count, quad_of(where))


def _text(
    sheet: Sheet, log: paint.Log, read: PageText, seen: PagePictures, told: tuple[Box, ...]
) -> Iterator[tuple[str, int, Box]]:
    """Yield kind, letters and box of covered words.

    Where nearly all words lie under pictures that show something, they are the scan's own text layer, which lies there
    by design; the pictures are put to a person anyway.
    """
    runs = list(covered_text.runs(sheet, log, told))
    scan = seen.coverage >= _SCAN and any(not picture.blank for picture in seen.pictures)
    under = sum(run.letters for run in runs if run.kind == covered_text.COVERED)
    if scan and under >= _WHOLE_LAYER * sum(map(str.isalnum, read.segment.text)):
        yield from (("text-layer-under-mark", count, box) for count, box in text_layer.runs(sheet, invisible=False))
        return
    for run in runs:
        yield run.kind, run.letters, run.box


def _letters(read: PageText) -> list[Box]:
    return [
        box_of(quad)
        for char, quad in zip(read.segment.text, read.segment.quads, strict=True)
        if quad is not None and char.isalnum()
    ]
