"""A small letter, a good redacted copy of it, and ways to spoil the copy; values are invented."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name

from redactor import verify
from redactor.formats import Limits
from redactor.formats.pdf.redact import redact
from redactor.model import Document, Redaction, RedactionPlan, Source

NAME, PHONE, SHORT = "Zebrowska", "01632 960 417", "Li"
LABEL = "s40(2)"


@functools.cache
def letter() -> bytes:
    """Return two pages with a name, a telephone number, a short name and words that only look like it."""
    with pymupdf.open() as document:
        for number in (1, 2):
            page = document.new_page()
            page.insert_text((72, 100), f"Dear Ms {NAME}, thank you for writing to us.", fontsize=12)
            page.insert_text((72, 140), f"Please ring {PHONE} between nine and five.", fontsize=12)
            page.insert_text(
                (72, 180), f"The police answered on {number} May. Ask for {SHORT} at the desk.", fontsize=12
            )
            page.insert_text((72, 220), "Nothing in this line is to be removed.", fontsize=12)
            page.draw_rect((72, 300, 200, 340), color=(0, 0, 1), fill=(0.8, 0.9, 1))
        return bytes(document.tobytes())


def plan_for(data: bytes, *values: str) -> RedactionPlan:
    """Return a plan that blanks every whole word or number."""
    redactions = []
    with pymupdf.open(stream=data) as document:
        for number, page in enumerate(document, 1):
            words = page.get_text("words")
            for value in values:
                for quad in page.search_for(value, quads=True):
                    if " " in value or _is_word(value, quad.rect, words):
                        corners = (*quad.ul, *quad.ur, *quad.ll, *quad.lr)
                        redactions.append(Redaction(f"F-{len(redactions)}", number, (corners,), LABEL, "PERSON"))
    return RedactionPlan(tuple(redactions), title="Reply")


def _is_word(value: str, place: pymupdf.Rect, words: list[tuple[float, float, float, float, str]]) -> bool:
    near = [word for word in words if place.intersects(word[:4]) and abs(place.x0 - word[0]) < 1]
    return any(word[4].strip(",.") == value for word in near)


def document_of(data: bytes) -> Document:
    """Return an empty document, which is all that ``redact`` needs beside the bytes."""
    return Document(Source("letter.pdf", "", len(data), "application/pdf"), (), ())


@functools.cache
def good() -> verify.View:
    """Return a view of a copy as it should be."""
    data = letter()
    plan = plan_for(data, NAME, PHONE, SHORT)
    made = redact(data, document_of(data), plan, Limits(), None)
    removed = tuple(verify.Removed(value, "PERSON", f"F-{i}") for i, value in enumerate((NAME, PHONE, SHORT)))
    return verify.View(made.data, data, document_of(data), plan, removed, changed=made.changed, find=lambda _: ())


def codes(view: verify.View) -> dict[str, str]:
    """Return the code and word of every result that is no pass."""
    return {r.code: r.status.value for r in verify.run(verify.all_checks(), view) if r.status.value != "pass"}


def with_output(data: bytes) -> verify.View:
    """Return the good view with other bytes for the copy."""
    return replace(good(), output=data)


def edited(edit: Callable[[pikepdf.Pdf], None]) -> verify.View:
    """Return the good view with its copy changed by pikepdf and saved afresh."""
    with pikepdf.open(io.BytesIO(good().output)) as pdf:
        edit(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return with_output(out.getvalue())


def appended(instructions: bytes) -> verify.View:
    """Return the good view with instructions added to the end of its first page."""

    def edit(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        resources = page.obj.Resources
        fonts = resources.get("/Font", Dictionary())
        fonts["/Extra"] = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        )
        resources.Font = fonts
        page.obj.Contents = Array([page.obj.Contents, pdf.make_stream(b"q " + instructions + b" Q")])

    return edited(edit)


def raw(instructions: bytes, *, box: tuple[int, ...] = (0, 0, 595, 842)) -> bytes:
    """Return a one-page PDF with these instructions and Helvetica as /F1."""
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page = Dictionary(Type=Name.Page, MediaBox=Array(list(box)), Resources=Dictionary(Font=Dictionary(F1=font)))
    page.Contents = pdf.make_stream(instructions)
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()
