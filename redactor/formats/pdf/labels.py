"""Paint the boxes a reader sees, and print the exemption code on each.

One polygon a quad; the code goes once on each redaction, on its largest quad, in Helvetica, one of the fourteen fonts that
every reader has (ISO 32000-1, 9.6.2.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pymupdf

from redactor.formats.pdf import typeface
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.quads import extent, overlap
from redactor.formats.pdf.set_line import NewLine
from redactor.model import Box, Quad, Redaction, box_of

FONT = "/RedactorLabel"
"""Resource name of the label font on a redacted page."""
LARGEST, SMALLEST = 11.0, 5.0
"""Type sizes in points; a code that would have to be smaller is left off."""
SMALLEST_SET = 3.0
"""The same in a line set anew, whose label is as wide as its code wherever it stands."""
_CAP_HEIGHT = 0.718
_OF_HEIGHT = 0.78
_MARGIN = 1.0

Colour = tuple[float, float, float]


def paint(redactions: Iterable[Redaction], frame: Frame, fill: Colour, ink: Colour) -> bytes:
    """Return content stream instructions, in user space, that paint boxes and codes."""
    redactions = list(redactions)
    lines = ["q", f"{_colour(fill)} rg"]
    for redaction in redactions:
        lines += [_polygon(quad, frame) for quad in redaction.quads]
    lines.append("Q")
    taken: list[Box] = []
    for redaction in redactions:
        if not redaction.quads or not redaction.label:
            continue
        quad = max(redaction.quads, key=_area)
        box = box_of(quad)
        if not any(overlap(box, other) for other in taken):
            lines += _label(redaction.label, quad, frame, ink)
            taken.append(box)
    return "\n".join(lines).encode("latin-1") + b"\n"


def set_lines(
    lines: Iterable[NewLine], frame: Frame, fill: Colour, ink: Colour, *, stretches: Sequence[int | None] | None = None
) -> bytes:
    """Return content stream instructions, in user space, that write lines anew with their labels.

    ``stretches`` are, for one line of a tagged page, the numbers of its runs of words from left to right; all else on it is
    then marked as no part of the text.
    """
    out: list[str] = []
    for line in lines:
        boxes = ["q", f"{_colour(fill)} rg", *(_polygon(label.quad, frame) for label in line.labels), "Q"]
        out += boxes if stretches is None else ["/Artifact BMC", *boxes, "EMC"]
        out += ["q", "BT", *_written(line, frame, ink, stretches), "ET", "Q"]
    return "\n".join(out).encode("latin-1") + b"\n"


def _written(line: NewLine, frame: Frame, ink: Colour, stretches: Sequence[int | None] | None) -> Iterator[str]:
    """Yield the words and the codes of a line from left to right, which is the order in which they are copied."""
    u = line.u
    v = (-u[1], u[0])
    turn = f"{u[0]:.5f} {-u[1]:.5f} {u[1]:.5f} {u[0]:.5f}"
    parts: list[tuple[float, float, str, str, float, Colour]] = []
    for run in line.runs:
        shade = tuple((run.colour >> shift & 255) / 255 for shift in (16, 8, 0))
        name = typeface.resource_name(run.face.code)
        parts.append((run.start, run.base, run.face.shown(run.text), name, run.size, (shade[0], shade[1], shade[2])))
    for label in line.labels:
        text = label.redaction.label.encode("cp1252", "replace")
        if not text or label.size < SMALLEST_SET:
            continue
        a0, a1, b0, b1, _, _ = extent(label.quad)
        width = pymupdf.get_text_length(text.decode("cp1252"), fontname="helv", fontsize=label.size)
        parts.append(
            ((a0 + a1 - width) / 2, (b0 + b1 + _CAP_HEIGHT * label.size) / 2, text.hex(), FONT, label.size, ink)
        )
    numbers = iter(stretches or ())
    for start, base, shown, name, size, colour in sorted(parts):
        number = None if stretches is None or name == FONT else next(numbers)
        if stretches is not None:
            yield "/Artifact BMC" if number is None else f"/Span <</MCID {number}>> BDC"
        place = _point(frame, start * u[0] + base * v[0], start * u[1] + base * v[1])
        yield f"{_colour(colour)} rg"
        yield f"{name} {size / frame.unit:.3f} Tf"
        yield f"{turn} {place} Tm"
        yield f"<{shown}> Tj"
        if stretches is not None:
            yield "EMC"


def _polygon(quad: Quad, frame: Frame) -> str:
    ul, ur, ll, lr = (_point(frame, quad[i], quad[i + 1]) for i in (0, 2, 4, 6))
    return f"{ul} m {ur} l {lr} l {ll} l h f"


def _label(label: str, quad: Quad, frame: Frame, ink: Colour) -> list[str]:
    a0, a1, b0, b1, u, v = extent(quad)
    text = label.encode("cp1252", "replace").decode("cp1252")
    width = pymupdf.get_text_length(text, fontname="helv", fontsize=1)
    size = min(LARGEST, _OF_HEIGHT * (b1 - b0), (a1 - a0 - 2 * _MARGIN) / width if width else 0.0)
    if size < SMALLEST:
        return []
    along, down = (a0 + a1 - size * width) / 2, (b0 + b1 + _CAP_HEIGHT * size) / 2
    start = _point(frame, along * u[0] + down * v[0], along * u[1] + down * v[1])
    turn = f"{u[0]:.5f} {-u[1]:.5f} {u[1]:.5f} {u[0]:.5f}"
    shown = text.encode("cp1252").hex()
    return [
        "q",
        "BT",
        f"{_colour(ink)} rg",
        f"{FONT} {size / frame.unit:.3f} Tf",
        f"{turn} {start} Tm",
        f"<{shown}> Tj",
        "ET",
        "Q",
    ]


def _point(frame: Frame, x: float, y: float) -> str:
    return f"{frame.x0 + x / frame.unit:.3f} {frame.y1 - y / frame.unit:.3f}"


def _colour(colour: Colour) -> str:
    return " ".join(f"{part:.3f}" for part in colour)


def _area(quad: Quad) -> float:
    a0, a1, b0, b1, _, _ = extent(quad)
    return (a1 - a0) * (b1 - b0)
