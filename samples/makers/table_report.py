"""A two-page report: running text in two justified columns, then tables of staff and incidents."""

from __future__ import annotations

from pathlib import Path


def make(out: Path) -> None:
    """Print ``sources/table-report.html`` with WeasyPrint."""
    import weasyprint

    from makers.source import SOURCES

    weasyprint.HTML(SOURCES / "table-report.html").write_pdf(out, pdf_identifier=b"7461626c65")
