"""Tesseract's network for lines of print, through tesserocr, which brings the library in its wheel (extra ``[ocr]``).

The English data (tessdata_fast, Apache-2.0) lies beside this module; nothing is downloaded. One reader a process is
kept warm, since loading the network costs as much as a short page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redactor.model import Box
from redactor.ocr.prepare import Prepared
from redactor.ocr.reading import Reading, TextLine, Word, cells

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["LANGUAGE", "Tesseract"]

LANGUAGE = "eng"
_DATA = Path(__file__).with_name("data")
_MARGIN = 0.02
"""Inches of white that a line read by itself is given around it."""
_MILLISECONDS = 60_000
"""For one picture; the guard's deadline for the file holds besides."""


class Tesseract:
    """One loaded reader. Deterministic; not for several threads at once.

    Raises:
        ImportError: tesserocr is not installed.
        RuntimeError: its data cannot be loaded.
    """

    def __init__(self, *, lines_only: bool = False) -> None:
        import tesserocr

        self._library = tesserocr
        mode = tesserocr.PSM.SINGLE_BLOCK if lines_only else tesserocr.PSM.AUTO
        self._api = tesserocr.PyTessBaseAPI(path=str(_DATA), lang=LANGUAGE, psm=mode, oem=tesserocr.OEM.LSTM_ONLY)
        # Its remarks go to standard error otherwise, some with words of the page.
        self._api.SetVariable("debug_file", "/dev/null")

    def read(self, picture: Prepared) -> Reading:
        """Read a picture.

        Raises:
            TimeoutError: the picture was not read in a minute.
        """
        return Reading(tuple(self._recognised(picture.print(picture.image), picture.dpi)))

    def line(self, picture: Prepared, box: Box) -> Reading:
        """Read one line of a picture by itself.

        Raises:
            TimeoutError: it was not read in a minute.
        """
        margin = round(_MARGIN * picture.dpi)
        x0, y0 = max(int(box[0]) - margin, 0), max(int(box[1]) - margin, 0)
        x1, y1 = min(int(box[2]) + margin, picture.image.width), min(int(box[3]) + margin, picture.image.height)
        mode = self._api.GetPageSegMode()
        self._api.SetPageSegMode(self._library.PSM.SINGLE_LINE)
        try:
            found = list(self._recognised(picture.print(picture.image.crop((x0, y0, x1, y1))), picture.dpi))
        finally:
            self._api.SetPageSegMode(mode)
        return Reading(tuple(_moved(one, x0, y0) for one in found))

    def _recognised(self, image: Image, dpi: float) -> Iterator[TextLine]:
        """Yield the lines of an image."""
        api = self._api
        api.SetImageBytes(image.tobytes(), image.width, image.height, 1, image.width)
        api.SetSourceResolution(max(70, round(dpi)))
        try:
            if not api.Recognize(_MILLISECONDS):
                raise TimeoutError("The picture was not read in time.")
            yield from cells(self._lines(api.GetIterator()))
        finally:
            api.Clear()

    def _lines(self, found: Any) -> Iterator[TextLine]:
        """Yield the reader's own lines."""
        if found is None:
            return
        level = self._library.RIL
        words: list[Word] = []
        box = (0.0, 0.0, 0.0, 0.0)
        while True:
            if found.IsAtBeginningOf(level.TEXTLINE):
                if words:
                    yield TextLine(tuple(words), box)
                words = []
                box = _box(found.BoundingBox(level.TEXTLINE))
            word, more = self._word(found)
            if word is not None:
                words.append(word)
            if not more:
                break
        if words:
            yield TextLine(tuple(words), box)

    def _word(self, found: Any) -> tuple[Word | None, bool]:
        """Return the word the iterator stands at, and whether another follows."""
        level = self._library.RIL
        bounds = found.BoundingBox(level.WORD)
        if bounds is None or found.Empty(level.WORD):
            return None, bool(found.Next(level.WORD))
        text = (found.GetUTF8Text(level.WORD) or "").strip()
        box = _box(bounds)
        confidence = float(found.Confidence(level.WORD))
        edges: list[tuple[float, float]] = []
        letters: list[str] = []
        more = True
        while True:
            symbol = found.GetUTF8Text(level.SYMBOL) or ""
            place = found.BoundingBox(level.SYMBOL)
            if place is not None and symbol:
                letters.append(symbol)
                edges += [(float(place[0]), float(place[2]))] * len(symbol)
            last = found.IsAtFinalElement(level.WORD, level.SYMBOL)
            more = bool(found.Next(level.SYMBOL))
            if last or not more:
                break
        if not text.strip():
            return None, more
        if "".join(letters) != text or len(edges) != len(text):
            edges = _even(box, len(text))
        return Word(text, box, tuple(edges), confidence), more


def _box(bounds: tuple[int, int, int, int]) -> tuple[float, float, float, float]:
    return (float(bounds[0]), float(bounds[1]), float(bounds[2]), float(bounds[3]))


def _even(box: tuple[float, float, float, float], count: int) -> list[tuple[float, float]]:
    """Return the edges of ``count`` letters of equal width."""
    step = (box[2] - box[0]) / max(count, 1)
    return [(box[0] + step * at, box[0] + step * (at + 1)) for at in range(count)]


def _moved(line: TextLine, right: int, down: int) -> TextLine:
    """Return a line read in a part of a picture, in the picture's pixels."""

    def box(one: Box) -> Box:
        return (one[0] + right, one[1] + down, one[2] + right, one[3] + down)

    words = (
        Word(w.text, box(w.box), tuple((left + right, end + right) for left, end in w.edges), w.confidence)
        for w in line.words
    )
    return TextLine(tuple(words), box(line.box))
