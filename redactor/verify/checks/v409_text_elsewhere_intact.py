"""V409 text-elsewhere-intact: outside the boxes every character stands where it stood, and none was added.

What it proves: no neighbour of a removed word was eaten or moved (a shift tells the removed width), no hidden text was put
in, and inside the boxes there is nothing but the label.
How: pdfium reads characters and places from both documents; every visible one whose middle lies on the page and outside the
boxes must be in the copy within half a point, and what the copy has beyond that must be its labels' characters. Where the
writer says that it set text anew, the same characters may stand elsewhere in that place.
Source: PyMuPDF 2.0 moves the text behind a redaction by the width of the first removed glyph.
"""

from __future__ import annotations

from redactor.verify import Evidence, Failure, View, check, counted
from redactor.verify.opened import opened


@check("V409", needs_original=True, needs_plan=True)
def text_elsewhere_intact(view: View) -> Evidence:
    """Compare the characters of every page outside the boxes."""
    files = opened(view)
    if files.original_pages is None or len(files.original_pages) != len(files.pages):
        return Evidence(
            "nothing", (Failure("The text cannot be compared: the number of pages is not the original's."),)
        )
    failures = []
    for page in files.pages:
        if not page.same_size:
            failures.append(Failure("The text cannot be compared: the page's size differs.", page.number))
        if page.lost:
            failures.append(Failure(f"{page.lost} characters outside the boxes are gone or have moved.", page.number))
        if page.added:
            failures.append(Failure(f"{page.added} characters are not the original's and not a label's.", page.number))
    characters = sum(len(page.text) for page in files.pages)
    return Evidence(f"{counted(len(files.pages), 'page')}, {characters} characters; pdfium", tuple(failures))
