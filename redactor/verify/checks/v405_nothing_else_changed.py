"""V405 nothing-else-changed: outside the boxes the copy looks like the original.

What it proves: the redaction changed nothing that it was not asked to change.
How: pdfium draws every page of both documents at 100 dots an inch, the original with its notes and form fields. Outside
the boxes, and outside the places where the writer says that it changed something, a pixel counts when neither it nor a
neighbour in the other picture explains it by a shift of part of a pixel.
Source: measured: about 1 in 70 pages changes visibly when a page is rewritten without any redaction.
"""

from __future__ import annotations

from redactor.verify import Evidence, Failure, View, check, counted
from redactor.verify.opened import opened
from redactor.verify.pixels import DPI

_MOST = 6
"""Pixels on a page that may differ: less than a full stop of ten-point type with its smoothed edge."""


@check("V405", needs_original=True, needs_plan=True)
def nothing_else_changed(view: View) -> Evidence:
    """Compare the pictures of every page outside the boxes."""
    files = opened(view)
    if files.original_pages is None or len(files.original_pages) != len(files.pages):
        return Evidence("nothing", (Failure("The pages cannot be compared: their number is not the original's."),))
    failures = []
    for page in files.pages:
        if not page.same_size:
            failures.append(Failure("The page cannot be compared: its size is not the original's.", page.number))
        elif page.stray > _MOST:
            failures.append(Failure(f"{page.stray} pixels outside the boxes differ from the original.", page.number))
    return Evidence(f"{counted(len(files.pages), 'page')} at {DPI} dpi; pdfium", tuple(failures))
