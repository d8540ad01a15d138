"""Turn the sample letters, kept as light markup with a front matter, into realistic A4 PDFs by ReportLab.

The words are the author's; nothing here knows of the rules that are measured on them. The README beside this file says what
the front matter and the markup mean.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml
from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")
BARE_URL = re.compile(r"(?<![\w/(])(?:https?://)[^\s<>()|]+[^\s<>()|.,;:]")
# ReportLab takes "#" for a bookmark of its own and stops; this stands in for it until the canvas writes the link.
DEAD = "dead:#"
KINDS = (
    "acknowledgement", "clarification", "extension", "full disclosure", "partial disclosure", "refusal",
    "neither confirm nor deny", "cost refusal", "vexatious or repeated", "not held", "internal review outcome", "none",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """Typefaces (a PDF base font and its bold), size in points and colour of headings for one visual style."""

    font: str
    bold: str
    size: float
    accent: colors.Color


LOOKS = {
    1: Look("Times-Roman", "Times-Bold", 11, colors.HexColor("#1f3552")),
    2: Look("Helvetica", "Helvetica-Bold", 10, colors.HexColor("#0b5a3c")),
    3: Look("Helvetica", "Helvetica-Bold", 9.5, colors.black),
}


def parse(path: Path) -> tuple[dict[str, Any], str]:
    """Return the front matter and the body of a letter; raise ``ValueError`` where there is no front matter."""
    parts = re.split(r"^---\s*$\n", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.M)
    if len(parts) != 3 or parts[0].strip():
        raise ValueError(f"{path.name} must begin with YAML between two lines of ---.")
    return yaml.safe_load(parts[1]), parts[2].strip()


def sources() -> list[Path]:
    """Return every letter in this folder, in order of number."""
    found = Path(__file__).resolve().parent.glob("[0-9]*-*.txt")
    return sorted(found, key=lambda path: int(path.name.partition("-")[0]))


def inline(text: str) -> str:
    """Return ReportLab markup: ``[shown](target)`` and bare web addresses become link annotations.

    A target of ``#`` stays as it is: the renderer must be able to make the dead link that a word processor makes.
    """
    out, at = [], 0
    for link in LINK.finditer(text):
        out.append(_addresses(text[at : link.start()]))
        target = escape(DEAD if link[2] == "#" else link[2], {'"': "&quot;"})
        out.append(f'<a href="{target}" color="#1a4d8f"><u>{escape(link[1])}</u></a>')
        at = link.end()
    return "".join([*out, _addresses(text[at:])])


def _addresses(text: str) -> str:
    return BARE_URL.sub(lambda m: f'<a href="{m[0]}" color="#1a4d8f">{m[0]}</a>', escape(text))


def blocks(body: str) -> Iterator[tuple[str, list[str]]]:
    """Yield ``(kind, lines)`` for heading, right, bullet, table, break and text, in the order they stand."""
    for chunk in re.split(r"\n\s*\n", body):
        held: list[str] = []
        kind = ""
        for line in chunk.splitlines():
            now = _kind(line)
            if now != kind or now in {"heading", "bullet", "break"}:
                if held:
                    yield kind, held
                held, kind = [], now
            held.append(line)
        if held:
            yield kind, held


def _kind(line: str) -> str:
    for mark, kind in (("# ", "heading"), (">>>", "right"), ("- ", "bullet"), ("|", "table")):
        if line.startswith(mark):
            return kind
    return "break" if line.strip() == "===" else "text"


def _table(lines: list[str], look: Look, width: float, base: ParagraphStyle) -> Table:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    headed = len(rows) > 1 and all(re.fullmatch(r"-*", cell) for cell in rows[1]) and bool(rows[1][0])
    if headed:
        del rows[1]
    strong = ParagraphStyle("cell-strong", parent=base, fontName=look.bold, spaceAfter=0)
    plain = ParagraphStyle("cell", parent=base, spaceAfter=0)
    columns = max(map(len, rows))
    cells = [
        [Paragraph(inline(c), strong if headed and not n else plain) for c in row + [""] * (columns - len(row))]
        for n, row in enumerate(rows)
    ]
    style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 2)]
    if headed:
        style += [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke)]
        style += [("BOTTOMPADDING", (0, 0), (-1, -1), 4)]
    else:
        style += [("LINEBELOW", (0, -1), (-1, -1), 0.5, colors.lightgrey), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
    widths = _widths(rows, width, base, key_column=not headed)
    return Table(cells, colWidths=widths, style=style, hAlign="LEFT", repeatRows=int(headed))


def _widths(rows: list[list[str]], width: float, base: ParagraphStyle, *, key_column: bool) -> list[float]:
    """Return column widths in points: what the longest cell needs, shrunk evenly above an equal share."""
    columns = max(map(len, rows))
    need = [
        max(stringWidth(LINK.sub(r"\1", row[n]) if n < len(row) else "", base.fontName, base.fontSize) for row in rows)
        + 16
        for n in range(columns)
    ]
    if sum(need) <= width:
        spare = 0.0 if key_column else min(30.0, (width - sum(need)) / columns)
        return [each + spare for each in need]
    share = width / columns
    fixed = sum(min(each, share) for each in need)
    over = sum(max(0.0, each - share) for each in need)
    return [min(each, share) + max(0.0, each - share) * (width - fixed) / over for each in need]


def render(path: Path, out: Path) -> None:
    """Write the letter at ``path`` as a PDF to ``out``, in the style its front matter names."""
    meta, body = parse(path)
    look = LOOKS[meta.get("style", 1)]
    left = {1: 25, 2: 20, 3: 18}[meta.get("style", 1)] * mm
    # Only style 1 has a letterhead that takes room at the head of the first page; the others run straight on.
    doc = SimpleDocTemplate(
        str(out), pagesize=A4, leftMargin=left, rightMargin=left, topMargin=20 * mm, bottomMargin=26 * mm,
        title=str(meta.get("title", "")), author=str(meta["authority"]), creator="sample letters", invariant=1,
    )  # fmt: skip
    width = A4[0] - 2 * left
    plain = ParagraphStyle("plain", fontName=look.font, fontSize=look.size, leading=look.size * 1.32, spaceAfter=7)
    heading = ParagraphStyle(
        "heading", parent=plain, fontName=look.bold, textColor=look.accent, spaceBefore=6, keepWithNext=1
    )
    right = ParagraphStyle("right", parent=plain, alignment=TA_RIGHT, spaceAfter=1)
    bullet = ParagraphStyle("bullet", parent=plain, leftIndent=14, spaceAfter=3)
    story: list[Flowable] = _head(meta, look, plain)
    for kind, lines in blocks(body):
        if kind == "break":
            story.append(PageBreak())
        elif kind == "table":
            story += [_table(lines, look, width, plain), Spacer(1, 8)]
        elif kind == "heading":
            story.append(Paragraph(inline(lines[0][2:]), heading))
        elif kind == "right":
            story += [Paragraph(inline(line[3:].strip()), right) for line in lines]
            story.append(Spacer(1, 8))
        elif kind == "bullet":
            story.append(Paragraph(inline(lines[0][2:]), bullet, bulletText="\u2022"))
        else:
            story.append(Paragraph("<br/>".join(map(inline, lines)), plain))
    pages = _Pages(meta, look, plain)
    doc.build(story, onFirstPage=pages, onLaterPages=pages, canvasmaker=_counting(look))


def _head(meta: dict[str, Any], look: Look, plain: ParagraphStyle) -> list[Flowable]:
    """Return the authority's name and its letterhead lines; an e-mail print-out has neither."""
    style = meta.get("style", 1)
    if style == 3:
        return []
    name = ParagraphStyle("name", parent=plain, fontName=look.bold, fontSize=15, leading=19, textColor=look.accent)
    lines = [Paragraph(escape(str(meta["authority"])), name)]
    small = ParagraphStyle("small", parent=plain, fontSize=8.5, leading=11, textColor=colors.dimgrey, spaceAfter=0)
    lines += [Paragraph(inline(str(line)), small) for line in meta.get("letterhead", [])]
    return [*lines, Spacer(1, 14)]


class _Pages:
    """Draws the footer and, where the front matter asks for one, a mark across the page."""

    def __init__(self, meta: dict[str, Any], look: Look, plain: ParagraphStyle) -> None:
        self._meta, self._look = meta, look
        self._small = ParagraphStyle("foot", parent=plain, fontSize=8, leading=10, spaceAfter=0)

    def __call__(self, canvas: Canvas, doc: SimpleDocTemplate) -> None:
        if mark := self._meta.get("watermark"):
            canvas.saveState()
            canvas.setFont(self._look.bold, 12)
            canvas.setFillColor(colors.HexColor("#888888"))
            canvas.drawCentredString(A4[0] / 2, A4[1] - 11 * mm, str(mark))
            canvas.restoreState()
        if foot := self._meta.get("footer"):
            para = Paragraph(inline(str(foot)), self._small)
            _, height = para.wrap(doc.width, 20 * mm)
            para.drawOn(canvas, doc.leftMargin, 17 * mm - height / 2)


def _counting(look: Look) -> Callable[..., Canvas]:
    """Return a canvas that prints "Page 1 of 3" where there is more than one page."""

    class Counting(Canvas):
        _seen: list[dict[str, Any]]

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self._seen = []

        def showPage(self) -> None:  # noqa: N802
            self._seen.append(dict(self.__dict__))
            self._startPage()

        def linkURL(self, url: str, *args: Any, **options: Any) -> None:  # noqa: N802
            super().linkURL("#" if url == DEAD else url, *args, **options)

        def save(self) -> None:
            for state in self._seen:
                self.__dict__.update(state)
                if len(self._seen) > 1:
                    self.setFont(look.font, 8)
                    self.drawRightString(A4[0] - 20 * mm, 8 * mm, f"Page {self._pageNumber} of {len(self._seen)}")
                Canvas.showPage(self)
            super().save()

    return Counting


def case_of(meta: dict[str, Any]) -> dict[str, str]:
    """Return what the officer knows of the case as text, dates in ISO form."""
    return {k: v.isoformat() if isinstance(v, date) else str(v) for k, v in (meta.get("case") or {}).items()}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources():
        render(source, folder / f"{source.stem}.pdf")
