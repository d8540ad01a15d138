"""The copy and its original, each opened once for all checks, and what several checks need worked out once."""

from __future__ import annotations

import functools
import io

import pikepdf
import pypdfium2

from redactor.verify import View
from redactor.verify.pages import PageProof, prove_pages
from redactor.verify.residue import Residue, search
from redactor.verify.words import Needles

__all__ = ["Opened", "opened"]


class Opened:
    """Everything the checks read, opened on first use; one object for a run over one copy."""

    def __init__(self, view: View) -> None:
        self._view = view

    def __repr__(self) -> str:
        return "Opened(<a copy>)"

    @functools.cached_property
    def copy(self) -> pikepdf.Pdf:
        """The copy's objects; never repaired on the way in, because a repair hides what is wrong."""
        return pikepdf.open(io.BytesIO(self._view.output), attempt_recovery=False, suppress_warnings=True)

    @functools.cached_property
    def original(self) -> pikepdf.Pdf | None:
        """The source's objects, repaired where need be, or None."""
        if self._view.original is None:
            return None
        data = io.BytesIO(self._view.original)
        return pikepdf.open(data, password=self._view.password or "", suppress_warnings=True)

    @functools.cached_property
    def copy_pages(self) -> pypdfium2.PdfDocument:
        """The copy's pages, as pdfium sees them."""
        return pypdfium2.PdfDocument(self._view.output)

    @functools.cached_property
    def original_pages(self) -> pypdfium2.PdfDocument | None:
        """The source's pages, as pdfium sees them, or None."""
        if self._view.original is None:
            return None
        document = pypdfium2.PdfDocument(self._view.original, password=self._view.password)
        # Without this a form field that leaves its look to the reader (NeedAppearances) is not drawn.
        document.init_forms()
        return document

    @functools.cached_property
    def needles(self) -> Needles:
        """The removed values, ready to be sought."""
        return Needles([removed.value for removed in self._view.removed], kept=self._view.kept)

    @functools.cached_property
    def residue(self) -> Residue:
        """What a walk over every object found."""
        return search(self._view.output, self.copy, self.needles, self._view.limits)

    @functools.cached_property
    def pages(self) -> tuple[PageProof, ...]:
        """What one pass over the pages of copy and source found."""
        units = [float(page.obj.get("/UserUnit", 1)) for page in self.copy.pages]
        return tuple(
            prove_pages(
                self.copy_pages,
                self.original_pages,
                self._view.plan,
                self._view.changed,
                units=units,
                lines=self._view.lines,
            )
        )


def opened(view: View) -> Opened:
    """Return the opened files of a view; the first check that asks opens them, the others share them."""
    known = view.memo.setdefault("opened", Opened(view))
    if not isinstance(known, Opened):
        raise TypeError("A view's memo holds something else under 'opened'.")
    return known
