"""A second look at doubtful places: PaddleOCR's networks through rapidocr (extra ``[ocr-accurate]``), three times Tesseract's cost.

The models come inside rapidocr's wheel. They are given to it by path, because it fetches what it is not given; where they
are missing that is an error, and never a reason to reach for the network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from redactor.errors import UncheckedError
from redactor.model import Box
from redactor.ocr.prepare import Prepared
from redactor.ocr.reading import Reading, TextLine, Word

__all__ = ["Second"]

_FINDER, _READER = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
_LONGEST = 960
"""Pixels of a page's longer side at which lines are looked for; 1,280 costs twice the memory and finds no more."""
_NARROWEST = 320 / 48
"""Width for one height to which the reader fills up a short line."""


class Second:
    """The loaded networks. Deterministic; not for several threads at once.

    Raises:
        ImportError: rapidocr is not installed.
        UncheckedError: it is, without its models.
    """

    def __init__(self) -> None:
        import cv2
        import rapidocr
        from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError

        self._broken = (cv2.error, ONNXRuntimeError, ValueError)
        models = Path(rapidocr.__file__).with_name("models")
        for name in (_FINDER, _READER):
            if not (models / name).is_file():
                raise UncheckedError(
                    "the second reader of scans lacks its models",
                    remedy="Install it anew: pip install --force-reinstall 'rapidocr>=3.10,<3.11'; or uninstall it.",
                )
        # One thread and one line at a time: the cores belong to other files, and a batch of lines takes 700 MB more.
        self._engine: Any = rapidocr.RapidOCR(
            params={
                "Global.use_cls": False,
                "Global.log_level": "critical",
                "Global.max_side_len": 1_000_000,
                "Global.text_score": 0.0,
                "Det.limit_type": "max",
                "Det.limit_side_len": _LONGEST,
                "Det.model_path": str(models / _FINDER),
                "Rec.model_path": str(models / _READER),
                "Rec.rec_batch_num": 1,
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def read(self, picture: Prepared, wanted: Callable[[Box], bool]) -> Reading:
        """Read the lines of a picture whose boxes are wanted.

        Raises:
            RuntimeError: it could not; the library's own message is not kept.
        """
        try:
            return Reading(tuple(self._lines(picture, wanted)))
        except self._broken as problem:
            raise RuntimeError(f"The second reader failed ({type(problem).__name__}).") from None

    def _lines(self, picture: Prepared, wanted: Callable[[Box], bool]) -> Iterator[TextLine]:
        pixels = np.repeat(np.asarray(picture.image)[:, :, np.newaxis], 3, axis=2)
        found = self._engine(pixels, use_det=True, use_cls=False, use_rec=False)
        for corners in () if found.boxes is None else found.boxes:
            x0, y0 = (max(int(edge), 0) for edge in corners.min(axis=0))
            x1, y1 = (int(edge) + 1 for edge in corners.max(axis=0))
            box = (float(x0), float(y0), float(min(x1, picture.image.width)), float(min(y1, picture.image.height)))
            if wanted(box) and (line := self._line(pixels[y0:y1, x0:x1], box)) is not None:
                yield line

    def _line(self, pixels: NDArray[np.uint8], box: Box) -> TextLine | None:
        """Return the words in the picture of one line."""
        if min(pixels.shape[:2]) < 4:
            return None
        read = self._engine(
            np.ascontiguousarray(pixels), use_det=False, use_cls=False, use_rec=True, return_word_box=True
        )
        if not read.txts or not read.txts[0].strip() or not read.word_results:
            return None
        words = tuple(_words(read.txts[0], read.word_results[0], box))
        return TextLine(words, box) if words else None


def _words(text: str, places: Any, box: Box) -> list[Word]:
    """Return a line's words; the network tells of each letter in which of the line's columns it saw it best."""
    columns = [column for word in places.word_cols for column in word]
    letters = [at for at, char in enumerate(text) if not char.isspace()]
    if len(columns) != len(letters) or len(places.confs) != len(text):
        return []
    wide = (box[2] - box[0]) / max(places.line_txt_len, 1.0)
    middles = [box[0] + (column + 0.5) * wide for column in columns]
    # Half way to the next letter, also over a space: no part of a letter is left outside its word.
    between = [(left + right) / 2 for left, right in pairwise(middles)]
    edges = list(zip([box[0], *between], [*between, box[2]], strict=True))
    words: list[Word] = []
    part: list[int] = []
    for at, place in enumerate([*letters, len(text) + 1]):
        if part and place > letters[part[-1]] + 1:
            mine = tuple(edges[one] for one in part)
            worst = min(places.confs[letters[one]] for one in part)
            word = "".join(text[letters[one]] for one in part)
            words.append(Word(word, (mine[0][0], box[1], mine[-1][1], box[3]), mine, 100.0 * worst))
            part = []
        part.append(at)
    return words
