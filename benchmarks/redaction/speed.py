"""What verifying and redacting cost against the same libraries with nothing of ours around them, in CPU seconds."""

from __future__ import annotations

import dataclasses
import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pymupdf
import pypdfium2

from redactor import verify
from redactor.formats import Limits
from redactor.formats.pdf.redact import redact
from redactor.model import Document, Redaction, RedactionPlan, Source

__all__ = ["rows"]

LETTER = Path(__file__).resolve().parents[2] / "samples" / "police-letter.chromium.pdf"
_EVERY = 60
"""Of the letter's words, one in so many is removed: five or so a page."""


def rows(rounds: int) -> list[tuple[str, str, str]]:
    """Return the rows on speed."""
    data = LETTER.read_bytes()
    plan, values = _plan(data)
    document = Document(Source(LETTER.name, "", len(data), "application/pdf"), (), ())
    made = redact(data, document, plan, Limits(), None)
    removed = tuple(verify.Removed(value, "PERSON", f"F-{at}") for at, value in enumerate(values))
    view = verify.View(made.data, data, document, plan, removed, changed=made.changed, find=lambda _: ())

    def proof() -> None:
        list(verify.run(verify.all_checks(), dataclasses.replace(view)))

    def bare_proof() -> None:
        _bare_proof(made.data, data, values)

    def ours() -> None:
        redact(data, document, plan, Limits(), None)
        proof()

    ours_proof, floor_proof, ours_redact, floor_redact = _turns(
        [proof, bare_proof, ours, lambda: _bare_redaction(data, plan)], rounds
    )
    pages = f"{len(document.pages) or _pages(data)} pages"
    return [
        (
            f"`verify` against a bare walk, render and difference, {pages}, CPU s",
            f"{ours_proof:.3f} / {floor_proof:.3f} = {ours_proof / floor_proof:.2f}",
            "1.5",
        ),
        (
            f"`redact` with its proof against bare redaction in three steps and a full save, {pages}, CPU s",
            f"{ours_redact:.3f} / {floor_redact:.3f} = {ours_redact / floor_redact:.2f}",
            "8",
        ),
    ]


def _pages(data: bytes) -> int:
    with pymupdf.open("pdf", data) as document:
        return int(document.page_count)


def _plan(data: bytes) -> tuple[RedactionPlan, tuple[str, ...]]:
    redactions, values = [], []
    with pymupdf.open("pdf", data) as document:
        for number, page in enumerate(document, 1):
            for x0, y0, x1, y1, word, *_ in page.get_text("words")[::_EVERY]:
                quad = (x0, y0, x1, y0, x0, y1, x1, y1)
                redactions.append(Redaction(f"F-{len(redactions)}", number, (quad,), "s40(2)", "PERSON"))
                values.append(f"{word} none of these")
    return RedactionPlan(tuple(redactions), title="Reply"), tuple(values)


def _bare_proof(copy: bytes, source: bytes, values: tuple[str, ...]) -> None:
    """Walk every object for the values, read and draw both files at 100 dots an inch, and compare the drawings."""
    wanted = [value.casefold().encode() for value in values]
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        for one in pdf.objects:
            parts = [one.unparse(resolved=True)] if isinstance(one, pikepdf.Object) else []
            parts += [one.read_bytes()] if isinstance(one, pikepdf.Stream) and "/Subtype" not in one else []
            for part in parts:
                low = part.lower()
                any(value in low for value in wanted)
    with pypdfium2.PdfDocument(copy) as one, pypdfium2.PdfDocument(source) as other:
        for page, before in zip(one, other, strict=True):
            page.get_textpage().get_text_range()
            before.get_textpage().get_text_range()
            drawn = page.render(scale=100 / 72).to_numpy().astype(np.int16)
            original = before.render(scale=100 / 72).to_numpy().astype(np.int16)
            int((np.abs(drawn - original).max(axis=2) > 64).sum())


def _bare_redaction(data: bytes, plan: RedactionPlan) -> None:
    with pymupdf.open("pdf", data) as document:
        for number, page in enumerate(document, 1):
            quads = [quad for one in plan.redactions if one.page == number for quad in one.quads]
            for inset, options in ((0.25, {"images": 0, "graphics": 0}), (0.0, {"images": 2, "graphics": 2})):
                for x0, y0, x1, _, _, y1, *_ in quads:
                    cut = inset * (y1 - y0)
                    page.add_redact_annot(pymupdf.Rect(x0, y0 + cut, x1, y1 - cut), fill=False)
                page.apply_redactions(**options)
            for x0, y0, x1, _, _, y1, *_ in quads:
                page.draw_rect(pymupdf.Rect(x0, y0, x1, y1), color=None, fill=(0, 0, 0))
        document.tobytes(garbage=3, deflate=True)


def _turns(actions: list[Callable[[], None]], rounds: int) -> list[float]:
    """Run actions in turn and return the median CPU seconds of each."""
    spent: list[list[float]] = [[] for _ in actions]
    for turn in range(rounds + 1):
        for index, action in enumerate(actions):
            start = time.process_time()
            action()
            if turn:
                spent[index].append(time.process_time() - start)
    return [statistics.median(times) for times in spent]
