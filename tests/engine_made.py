"""A one-page letter with everything in it that a policy removes, keeps or asks about, and the engines that read it.

Every person, number and address is invented.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import replace
from pathlib import Path

import pymupdf
import pypdfium2

from redactor import Engine, Mode
from redactor import case as cases
from redactor.decisions import Decisions
from redactor.model import Case, Requester

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
SALT = "5a" * 16
REQUESTER, THIRD, NUMBER = "Amara Okonkwo-Reid", "Idris Kowalczyk", "01632 960417"
LINES = (
    "Our reference: FOI/2026/0412",
    f"{REQUESTER}",
    "Dear Ms Okonkwo-Reid,",
    "Thank you for your request about parking permits in the town centre.",
    f"Direct dial: {NUMBER}",
    f"The driver, Mr {THIRD}, was given a permit in the spring of last year.",
    "There were 214 permits in force at the end of March.",
)
PLANTED = (REQUESTER, "Okonkwo-Reid", THIRD, "Kowalczyk", NUMBER)
"""Values that stand in the letter and must stand nowhere else."""
CASE = Case(reference="FOI/2026/0412", authority="Westmarch Council", requester=Requester(names=(REQUESTER,)))


def decisions(**lists: object) -> Decisions:
    """Return a decisions file with a fixed salt, so that two runs have the same fingerprints."""
    return Decisions(salt=SALT, **lists)


def letter(path: Path, *lines: str, **options: object) -> Path:
    """Write the letter, or other lines, as a PDF of one page."""
    with pymupdf.open() as document:
        page = document.new_page()
        for number, line in enumerate(lines or LINES):
            page.insert_text((72, 90 + 28 * number), line, fontsize=11)
        document.save(path, **options)
    return path


@functools.cache
def engine(policy: str = "uk-foi") -> Engine:
    """Return an engine, shared by all tests of a process: the model loads once."""
    return Engine(policy)


def police_case(mode: str = "publish") -> Case:
    """Return the case of the sample police letter."""
    return replace(cases.load(SAMPLES / "police-letter.case.yaml"), mode=Mode(mode))


def squash(text: str) -> str:
    """Return a text's letters and digits."""
    return "".join(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())


def read(path: Path) -> str:
    """Return the letters and digits that pdfium, which wrote nothing here, reads in a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return squash("".join(page.get_textpage().get_text_bounded() for page in document))


def left_in(path: Path) -> list[str]:
    """Return the planted values that can still be read in a PDF."""
    text = read(path)
    return [value for value in PLANTED if squash(value) in text]
