"""Set lines of type without a PDF: every letter half as wide as high."""

from __future__ import annotations

from redactor.model import Layer, QuadArray, Segment, quad_of


def segment(text, *, name="page/1", layer=Layer.BODY, page=1, quads=None):
    return Segment(name, layer, page, text, quads or QuadArray.nowhere(len(text)))


def set_lines(*lines, size=10.0, left=50.0, top=100.0, step=12.0, name="page/1", page=1):
    """Return a segment typeset in a face whose letters are all half as wide as high."""
    text, places = "", []
    for at, line in enumerate(lines):
        for column, _ in enumerate(line):
            x, y = left + column * size / 2, top + at * step
            places.append(quad_of((x, y, x + size / 2, y + size)))
        text += line + "\n"
        places.append(None)
    return segment(text, name=name, page=page, quads=QuadArray(places))
