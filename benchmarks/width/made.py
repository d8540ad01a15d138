"""Paragraphs of three lines with one surname each, by four producers: what the line breaks of the original still tell.

The same paragraph is set once for every name of a list, as somebody with the producer at hand would do it.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

__all__ = ["BEFORE", "TEXT", "produced"]

BEFORE = "by Mr "
"""What stands before each name; a comma stands behind it."""
TEXT = (
    f"The council was asked last spring {BEFORE}{{name}}, who lives beside the new car park, whether it keeps a list of those "
    "who were fined there. It answered within twenty working days that it holds such a list, and that it would not "
    "give it to anyone."
)
_FONT, _POINTS = "Liberation Serif", 12


def produced(names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the PDF of every producer that is installed here, ragged and justified."""
    for producer, make in _PRODUCERS.items():
        for align in ("left", "justify"):
            with tempfile.TemporaryDirectory() as folder:
                data = make(Path(folder), names, align)
            if data is not None:
                yield f"{producer}, {'justified' if align == 'justify' else 'ragged'}", data


def _html(names: Sequence[str], align: str) -> str:
    style = f"font: {_POINTS}pt '{_FONT}'; text-align: {align}; margin: 0 0 10pt; break-inside: avoid"
    paragraphs = "".join(f'<p style="{style}">{TEXT.format(name=name)}</p>' for name in names)
    return f"<html><head><meta charset='utf-8'><style>@page {{ size: A4; margin: 2.5cm }}</style></head><body>{paragraphs}</body></html>"


def _weasyprint(_folder: Path, names: Sequence[str], align: str) -> bytes | None:
    try:
        import weasyprint
    except ImportError:
        return None
    made: bytes = weasyprint.HTML(string=_html(names, align)).write_pdf()
    return made


def _chromium(folder: Path, names: Sequence[str], align: str) -> bytes | None:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    page, out = folder / "p.html", folder / "p.pdf"
    page.write_text(_html(names, align), encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/u")
    return _run(out, program, *options, f"--print-to-pdf={out}", page.as_uri())


def _libreoffice(folder: Path, names: Sequence[str], align: str) -> bytes | None:
    page, out = folder / "p.html", folder / "p.pdf"
    page.write_text(_html(names, align), encoding="utf-8")
    program = shutil.which("soffice") or shutil.which("libreoffice")
    options = (f"-env:UserInstallation=file://{folder}/u", "--headless", "--convert-to", "pdf:writer_web_pdf_Export")
    return _run(out, program, *options, "--outdir", str(folder), str(page))


def _run(out: Path, program: str | None, *arguments: str) -> bytes | None:
    if program is None:
        return None
    subprocess.run([program, *arguments], check=True, capture_output=True, timeout=240)
    return out.read_bytes()


def _reportlab(folder: Path, names: Sequence[str], align: str) -> bytes | None:
    from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate

    alignment = TA_JUSTIFY if align == "justify" else TA_LEFT
    style = ParagraphStyle(
        "p", fontName="Times-Roman", fontSize=_POINTS, leading=14, spaceAfter=10, alignment=alignment
    )
    out = folder / "p.pdf"
    SimpleDocTemplate(str(out)).build([KeepTogether(Paragraph(TEXT.format(name=name), style)) for name in names])
    return out.read_bytes()


_PRODUCERS: dict[str, Callable[[Path, Sequence[str], str], bytes | None]] = {
    "Chromium": _chromium,
    "LibreOffice": _libreoffice,
    "ReportLab": _reportlab,
    "WeasyPrint": _weasyprint,
}
