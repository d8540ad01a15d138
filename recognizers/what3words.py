"""WHAT3WORDS: three words that stand for one three-metre square."""

from __future__ import annotations

import re

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer
from recognizers.text_columns import below, heading

EXAMPLES = ("Found at ///filled.count.soap", "what3words: filled.count.soap", "https://w3w.co/filled.count.soap")
COUNTER_EXAMPLES = ("See www.example.org", "file:///home.user.notes", "one.two.three", "///example.org")

_WORD = r"[^\W\d_]{2,20}"
_WORDS = rf"(?P<value>{_WORD}\.\s{{0,2}}{_WORD}\.\s{{0,2}}{_WORD})(?![\w]|\.\w)"
_WIDE = rf"(?P<value>{_WORD}\s?\.\s{{0,2}}{_WORD}\s?\.\s{{0,2}}{_WORD})(?![\w]|\.\w)"
_NAMES = r"(?:what[\s-]?3[\s-]?words|what\s?three\s?words|w3w)"
# A web site or a file, not three words of the grid.
_SITE = re.compile(
    r"www\.|.*\.(?:com|org|net|uk|html?|php|aspx?|txt|pdf|docx?|xlsx?|csv|xml|json|jpe?g|png|gif|js|css|py)\Z",
    re.IGNORECASE | re.DOTALL,
)
_COLUMN = heading(rf"{_NAMES}(?:[ ](?:address|location|ref))?")
_CUE = re.compile(r"(?:[Ww][Hh][Aa][Tt][\s-]?(?:3|[Tt][Hh][Rr][Ee][Ee])|[Ww]3[Ww])")
_THREE = re.compile(_WORDS)


class What3WordsRecognizer(ShapeRecognizer):
    """Match three dotted words after ``///``, after the service's name or in its links."""

    ENTITY = "WHAT3WORDS"
    SHAPES = (
        Shape(
            "slashes",
            re.compile(rf"(?<![:/\w])///\s?{_WORDS}"),
            0.95,
            "Three words after three slashes, one square of the what3words grid.",
        ),
        Shape(
            "labelled",
            re.compile(
                rf"\b{_NAMES}(?:\.com?)?\b\W{{0,4}}(?:(?:app|address|location|reference|ref|code|is|was|were|of|at|as|by|the|gave|gives"
                rf"|given|shows?|showed|being)\b\W{{0,4}}){{0,5}}{_WIDE}",
                re.IGNORECASE,
            ),
            0.9,
            "Three dotted words labelled as a what3words address.",
        ),
    )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return what the shapes find and what stands in a column headed by the service's name."""
        if "///" not in text and not _CUE.search(text):
            return []
        found = super().analyze(text, entities, nlp_artifacts)
        taken = {result.start for result in found}
        for _head, cells, column in below(text, _COLUMN):
            start, end = cells[column]
            if start not in taken and _THREE.fullmatch(text, start, end):
                found.append(self._result(start, end, 0.9, self.SHAPES[1]))
        return found

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop web sites and file names."""
        return None if _SITE.match(value) else shape.score


RECOGNIZER = What3WordsRecognizer
