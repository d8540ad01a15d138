"""V407 boxes-cover: every box is solid, and nothing of the original shows through it.

What it proves: where something was removed, the copy shows fill and label and nothing else: no half-transparent box, no
box beside its place, no picture behind it.
How: pdfium draws the copy; in the inside of every box that was to be blanked each pixel is the fill, or, on the label's
characters, fill mixed with the label's ink. Colours in between are allowed on the label alone, since a black box at
90 % opacity shows just such greys.
Source: measured against half-transparent and misplaced boxes (tests/verify/test_checks.py).
"""

from __future__ import annotations

from redactor.verify import Evidence, Failure, View, check
from redactor.verify.opened import opened
from redactor.verify.pixels import DPI


@check("V407", needs_plan=True)
def boxes_cover(view: View) -> Evidence:
    """Look at the inside of every box."""
    pages = opened(view).pages
    redactions = view.plan.redactions if view.plan is not None else ()
    failures = [
        Failure(f"{page.see_through} boxes are not solid, or not where something was removed.", page.number)
        for page in pages
        if page.see_through
    ]
    beyond = sum(not 1 <= redaction.page <= len(pages) for redaction in redactions)
    if beyond:
        failures.append(Failure(f"{beyond} redactions are on pages that the copy does not have."))
    boxes = sum(len(redaction.quads) for redaction in redactions)
    return Evidence(f"{boxes} boxes at {DPI} dpi; pdfium", tuple(failures))
