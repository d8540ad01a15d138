"""Names and mailboxes whose printed letters are not the letters a search expects."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf


def make(out: Path) -> None:
    """Print ``sources/ligatures.html`` with WeasyPrint, which keeps each odd letter as it was written."""
    import weasyprint

    from makers.source import SOURCES

    data = weasyprint.HTML(SOURCES / "ligatures.html").write_pdf()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _soft_hyphen(pdf)
        pdf.save(out, deterministic_id=True)


def _soft_hyphen(pdf: pikepdf.Pdf) -> None:
    """Let the hyphen drawn at a line end stand for U+00AD, as word processors do; WeasyPrint says U+2010."""
    changed = 0
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and b"beginbfchar" in (cmap := item.read_bytes()):
            soft, count = re.subn(rb"(<\w{4}> )<2010>", rb"\1<00AD>", cmap)
            item.write(soft)
            changed += count
    if changed != 1:
        raise SystemExit(f"ligatures.pdf should draw one kind of soft hyphen and draws {changed}: adjust its source.")
