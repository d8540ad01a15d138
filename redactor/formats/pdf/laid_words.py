"""Words laid again, unseen, over the picture of a page: each letter where it stood, none that a redaction covers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from redactor.errors import RedactionError
from redactor.formats.pdf.geometry import Frame, axes
from redactor.formats.pdf.quads import contains
from redactor.formats.pdf.tags import Gap, Marked
from redactor.model import Quad, Redaction, box_of

_HALF = 500
_BASE = 0.2
"""Part of a line's height that lies below the letters' feet."""
FONT = "/RedactorWords"
Point = tuple[float, float]
_MAX_LETTERS = 65_000


@dataclass(slots=True)
class Words:
    """Invisible words over a picture, in reading order, each letter where it stood."""

    frame: Frame
    page: int
    redactions: Sequence[Redaction]
    instructions: list[str] = field(default_factory=list)
    letters: dict[str, tuple[int, int]] = field(default_factory=dict)
    parts: list[Marked | Gap] = field(default_factory=list)
    _run: list[tuple[str, Quad]] = field(default_factory=list)
    _said: set[str] = field(default_factory=set)
    _count: int = 0
    _open: bool = False

    def lay(self, letters: Iterator[tuple[str, Quad | None]], seen: Mapping[str, Sequence[Point]]) -> None:
        """Lay letters, but those under a redaction; where one stands the words are cut.

        Args:
            letters: the page's, in reading order.
            seen: where a second reader sees each letter. MuPDF also reads the words of patterns, at places of its own.
        """
        for letter, quad in letters:
            if quad is None:
                if letter.isspace():
                    self._end_run()
                continue
            redaction = under(quad, self.redactions)
            if redaction is None:
                if letter.isspace() or _is_seen(quad, seen.get(letter, ())):
                    self._run.append((letter, quad))
                continue
            self._end_part()
            if redaction.finding_id not in self._said:
                self._said.add(redaction.finding_id)
                self.parts.append(Gap(self.page, redaction.finding_id))
        self._end_part()

    def _end_part(self) -> None:
        self._end_run()
        if self._open:
            self.instructions.append("EMC")
            self._open = False

    def _end_run(self) -> None:
        run, self._run = self._run, []
        if not any(not letter.isspace() for letter, _ in run):
            return
        if not self._open:
            self.instructions.append(f"/P <</MCID {self._count}>> BDC")
            self.parts.append(Marked(self.page, self._count))
            self._count, self._open = self._count + 1, True
        self.instructions += self._shown(run)

    def _shown(self, run: Sequence[tuple[str, Quad]]) -> Iterator[str]:
        """Yield the instructions for one line: a letter is moved to its place by the step before it."""
        first = run[0][1]
        u, v = axes(first)
        size = max(1.0, abs((first[4] - first[0]) * v[0] + (first[5] - first[1]) * v[1]))
        x, y = first[4] - _BASE * size * v[0], first[5] - _BASE * size * v[1]
        start = x * u[0] + y * u[1]
        at = start
        shown: list[str] = []
        for letter, quad in run:
            step = quad[4] * u[0] + quad[5] * u[1] - at
            if abs(step) > 0.01:
                shown.append(f"{-1000 * step / size:.1f}")
            code, width = self._code(letter, 1000 * ((quad[2] - quad[0]) * u[0] + (quad[3] - quad[1]) * u[1]) / size)
            shown.append(f"<{code:04x}>")
            at += step + size * width / 1000
        shown.append(f"<{self._code(' ', _HALF)[0]:04x}>")
        unit, frame = self.frame.unit, self.frame
        yield f"BT 3 Tr {FONT} {size / unit:.3f} Tf"
        place = f"{frame.x0 + x / unit:.3f} {frame.y1 - y / unit:.3f}"
        yield f"{u[0]:.5f} {-u[1]:.5f} {u[1]:.5f} {u[0]:.5f} {place} Tm [{' '.join(shown)}] TJ ET"

    def _code(self, letter: str, width: float) -> tuple[int, int]:
        """Return a letter's code and width in thousandths of the size, which is that of the first one met."""
        known = self.letters.setdefault(letter, (len(self.letters) + 1, max(1, round(width))))
        if len(self.letters) > _MAX_LETTERS:
            raise RedactionError("the page has too many different letters", where=f"page {self.page}")
        return known


def font(pdf: pikepdf.Pdf, letters: Mapping[str, tuple[int, int]]) -> Any:
    """Return a font whose letters are never drawn: a code and a width each, and what each stands for."""
    lines = [f"<{code:04x}> <{letter.encode('utf-16-be').hex()}>" for letter, (code, _) in letters.items()]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    listed = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    meaning = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /RedactorWords def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{listed}\nendcmap end end\n"
    )
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Helvetica, Flags=4, FontBBox=Array([0, -200, _HALF, 800]),
        ItalicAngle=0, Ascent=800, Descent=-200, CapHeight=700, StemV=80,
    )  # fmt: skip
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Helvetica, DW=_HALF,W=Array([1, Array([width for _, width in letters.values()])]), CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.Helvetica,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
            ToUnicode=pdf.make_stream(meaning.encode()),
        )
    )


def under(quad: Quad, redactions: Sequence[Redaction]) -> Redaction | None:
    """Return the redaction whose place holds the middle of a letter, or None."""
    x0, y0, x1, y1 = box_of(quad)
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    for redaction in redactions:
        if any(contains(other, x, y) for other in redaction.quads):
            return redaction
    return None


def _is_seen(quad: Quad, places: Sequence[Point]) -> bool:
    x0, y0, x1, y1 = box_of(quad)
    reach = max(x1 - x0, y1 - y0) / 2
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return any(abs(x - other) <= reach and abs(y - below) <= reach for other, below in places)
