"""Look for words in a PDF with every reader to hand: MuPDF, pdfium, pdfminer.six, pdftotext, qpdf, and pikepdf object by object.

Each reader sees something the others do not, so that only what none of them finds is gone.
"""

from __future__ import annotations

import io
import logging
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pymupdf
import pypdfium2

from tests.formats.pdf_residue import in_bytes, residue, squash

__all__ = ["READERS", "missing", "readers_that_find"]


def readers_that_find(data: bytes, term: str) -> list[str]:
    """Return the names of the readers that find a term in a PDF, in any case, accent, spacing or encoding."""
    return [name for name, find in READERS.items() if find(data, term)]


def missing() -> list[str]:
    """Return the readers that are not installed here, so that a table says what it was not made with."""
    programs = {"pdftotext": "pdftotext", "qpdf": "qpdf"}
    absent = [name for name, program in programs.items() if shutil.which(program) is None]
    try:
        import pdfminer  # noqa: F401
    except ImportError:
        absent.append("pdfminer.six")
    return absent


def _mupdf(data: bytes, term: str) -> bool:
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    with pymupdf.open("pdf", data) as document:
        told = [*map(str, document.metadata.values()), *(title for _, title, *_ in document.get_toc())]
        for page in document:
            told.append(page.get_text(clip=pymupdf.INFINITE_RECT()))
            told += [str(value) for annot in page.annots() for value in annot.info.values()]
            told += [f"{field.field_name} {field.field_value} {field.field_label}" for field in page.widgets()]
            told += [str(link.get("uri", "")) for link in page.get_links()]
    return _told(told, term)


def _pdfium(data: bytes, term: str) -> bool:
    with pypdfium2.PdfDocument(data) as document:
        return _told([page.get_textpage().get_text_range() for page in document], term)


def _pdfminer(data: bytes, term: str) -> bool:
    if "pdfminer.six" in missing():
        return False
    from pdfminer.high_level import extract_text
    from pdfminer.layout import LAParams

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    return _told([extract_text(io.BytesIO(data), laparams=LAParams(all_texts=True))], term)


def _pdftotext(data: bytes, term: str) -> bool:
    return _told(
        [
            _output("pdftotext", data, *order, "-q", "{file}", "-").decode("utf-8", "replace")
            for order in ([], ["-raw"])
        ],
        term,
    )


def _qpdf(data: bytes, term: str) -> bool:
    plain = _output("qpdf", data, "--qdf", "--object-streams=disable", "--no-warn", "--password=", "{file}", "-")
    return bool(in_bytes(plain, term)) or squash(term) in squash(plain.decode("latin-1"))


def _walk(data: bytes, term: str) -> bool:
    return any("revision" not in place and "after the end" not in place for place in residue(data, term))


READERS: dict[str, Callable[[bytes, str], bool]] = {
    "MuPDF": _mupdf,
    "pdfium": _pdfium,
    "pdfminer.six": _pdfminer,
    "pdftotext": _pdftotext,
    "qpdf": _qpdf,
    "pikepdf walk + explode": _walk,
}


def _told(texts: Sequence[str], term: str) -> bool:
    return any(squash(term) in squash(text) for text in _runs(texts))


def _runs(texts: Sequence[str]) -> Iterator[str]:
    """Yield each text, as it is and with words divided at line ends put together."""
    for text in texts:
        yield text
        yield text.replace("-\n", "").replace("\x02", "")


def _output(program: str, data: bytes, *arguments: str) -> bytes:
    if shutil.which(program) is None:
        return b""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        Path(file.name).write_bytes(data)
        command = [program, *(file.name if one == "{file}" else one for one in arguments)]
        return subprocess.run(command, capture_output=True, check=False, timeout=60).stdout
