"""Print a letter with WeasyPrint, Chromium or LibreOffice, and keep the clock out of the result."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from makers import source
from makers.flat_odt import flat_odt


def weasyprint(name: str, out: Path) -> None:
    """Print ``sources/NAME.html`` as a tagged PDF with WeasyPrint."""
    import weasyprint

    letter = source.read(name)
    identifier = hashlib.md5(letter.html.encode(), usedforsecurity=False).hexdigest().encode()
    weasyprint.HTML(string=letter.html).write_pdf(out, pdf_tags=True, pdf_identifier=identifier)


def chromium(name: str, out: Path) -> None:
    """Print ``sources/NAME.html`` as a person does with Print, Save as PDF."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "letter.html")
        page.write_text(source.read(name).html, encoding="utf-8")
        _run(
            _program("chromium", "chromium-browser", "google-chrome"),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={out}",
            page.as_uri(),
        )
    steady(out)


def libreoffice(name: str, out: Path) -> None:
    """Print the blocks of ``sources/NAME.html`` as a word-processor letter."""
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder, f"{out.stem}.fodt")
        document.write_text(flat_odt(source.read(name)), encoding="utf-8")
        _run(
            _program("soffice", "libreoffice"),
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf:writer_pdf_Export",
            "--outdir",
            folder,
            str(document),
        )
        shutil.copyfile(document.with_suffix(".pdf"), out)
    steady(out)


def steady(path: Path) -> None:
    """Put the fixed date and an identifier made from the content in a PDF, byte for byte in place.

    Chromium and LibreOffice always write the present time. A new save would turn their files into another
    producer's; an exchange of equal length leaves their structure alone.
    """
    data = re.sub(rb"(?<=\(D:)\d{14}", source.PDF_DATE.encode(), path.read_bytes())
    data = re.sub(rb"/ID \[ ?<\w+>\s*<\w+> ?\]|/DocChecksum /\w+", _zeros, data)
    digest = hashlib.sha256(data).hexdigest().upper()[:32].encode()
    path.write_bytes(data.replace(b"0" * 32, digest))


def _zeros(match: re.Match[bytes]) -> bytes:
    return re.sub(rb"[0-9A-F]{32}", b"0" * 32, match.group())


def _program(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    raise SystemExit(f"None of these programs is installed: {', '.join(names)}. Install one and run this again.")


def _run(*command: str) -> None:
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(source.EPOCH), "TZ": "UTC"}
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=environment)
