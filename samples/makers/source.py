"""A letter as the project writes it: well-formed HTML with headings, paragraphs, tables and page breaks.

One source goes to four producers. WeasyPrint and Chromium take the HTML as it is; ReportLab and LibreOffice take the
blocks read here, so that all four print the same words on the same pages.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent / "sources"
# 2 June 2025, 09:00 UTC, the day before the first letter: nothing printed says when it was really made.
EPOCH = 1748854800
PDF_DATE = "20250602090000"


@dataclass(frozen=True, slots=True)
class Letter:
    """A source read from ``samples/sources``; ``blocks`` are the children of its body in order."""

    title: str
    footer: str
    html: str
    blocks: tuple[ET.Element, ...]


def read(name: str) -> Letter:
    """Return the letter in ``sources/NAME.html``; raise ``ParseError`` where it is not well formed."""
    html = (SOURCES / f"{name}.html").read_text(encoding="utf-8")
    root = ET.fromstring(html)  # noqa: S314  # our own source
    meta = root.find("head/meta[@name='footer']")
    footer = "" if meta is None else meta.get("content", "")
    css = (SOURCES / "letter.css").read_text(encoding="utf-8").replace("@FOOTER@", footer)
    printable = html.replace("</head>", f"<style>{css}</style>\n</head>")
    body = root.find("body")
    blocks = () if body is None else tuple(body)
    return Letter(root.findtext("head/title", ""), footer, "<!DOCTYPE html>\n" + printable, blocks)


def markup(block: ET.Element) -> str:
    """Return what stands inside a block, on one line, with its ``br``, ``a`` and ``b`` tags kept."""
    inner = (block.text or "") + "".join(ET.tostring(child, encoding="unicode") for child in block)
    return re.sub(r"\s*<br ?/>\s*", "<br/>", re.sub(r"\s+", " ", inner)).strip()
