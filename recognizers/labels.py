"""Labels: telling an identifier that a word beside it names from one that merely looks the part.

"PNC ID: 99/1234567A" has a wrong check letter, yet the label says what it is, and a mistyped identifier still
identifies a person. The same characters with no label are noise. The recognizers of UK identifiers share that reading.
"""

from __future__ import annotations

import re
from typing import ClassVar

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer

__all__ = ["BARE", "LABELLED", "MISTYPED", "CheckedRecognizer", "follows", "is_own_reference", "label", "readings"]

LABELLED = "labelled"
BARE = "without a label"
MISTYPED = "labelled, but mistyped"

_MARKS = " \t\r\n\xa0:;.,=#|()[]\"'’/–—_-"
_LINK = (
    r"(?:\s*(?:[:;.,=#|()\[\]\"'’/–—_-]"
    r"|\b(?:nos?|num|numbers?|ids?|refs?|references?|requests?|is|was|are|of|as|and|to|the|given|shown|recorded|quoted)\b"
    r")){0,6}\s*\Z"
)


def label(words: str) -> re.Pattern[str]:
    """Compile a label: one of ``words`` (a regex), then little but punctuation up to the value it names.

    A space in ``words`` stands for a line break as well.
    """
    words = words.replace(" ", r"[ \xa0\n]")
    return re.compile(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z]){_LINK}", re.IGNORECASE)


def follows(pattern: re.Pattern[str], text: str, start: int, *, reach: int = 60) -> bool:
    """Tell whether a ``label`` stands within the ``reach`` characters before ``start`` and leads up to it."""
    first = max(0, start - reach)
    # A page of figures has many values and no words: look for a letter before running the pattern.
    if not text[first:start].rstrip(_MARKS)[-1:].isalpha():
        return False
    return pattern.search(text, first, start) is not None


_OWN = label(r"FOI(?:A|SA)?|EIRs?|D?SARs?|freedom of information(?: act)?")


def is_own_reference(text: str, start: int) -> bool:
    """Tell whether the value at ``start`` is a request's own number ("FOI 12345"), which a letter must keep."""
    return follows(_OWN, text, start)


def readings(form: re.Pattern[str], *, noun: str, test: str, bare: float | None) -> tuple[Shape, ...]:
    """Return the ways to read one form: labelled (0.95), bare (``bare``; None for never) and mistyped (0.5).

    Args:
        form: how the identifier is written, right or wrong.
        noun: what it is, with its article ("a PNC ID").
        test: what must fit, in words ("check letter").
        bare: the score of one that fits but has no label.
    """
    shapes = [
        Shape(LABELLED, form, 0.95, f"Named as {noun}, and its {test} fits."),
        Shape(MISTYPED, form, 0.5, f"Named as {noun}, but its {test} does not fit; a mistyped one still identifies."),
    ]
    if bare is not None:
        shapes.append(Shape(BARE, form, bare, f"Written like {noun}, and its {test} fits."))
    return tuple(shapes)


class CheckedRecognizer(ShapeRecognizer):
    """Report an identifier that passes its check, or that a label names whether it passes or not."""

    LABEL: ClassVar[re.Pattern[str]]
    OTHER: ClassVar[re.Pattern[str] | None] = None
    """Labels of other things written alike: what one of them names is not reported bare."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return what the shapes find; the readings of a form that stands nowhere in the text are not tried."""
        if not any(form.search(text) for form in dict.fromkeys(shape.regex for shape in self.SHAPES)):
            return []
        return super().analyze(text, entities, nlp_artifacts)

    def fits(self, value: str) -> bool:
        """Tell whether the value passes the check of its kind."""
        raise NotImplementedError

    def bare_score(self, value: str, score: float) -> float | None:
        """Return the score of a fitting ``value`` that no label names, or None to drop it; small letters need a label."""
        return score if value == value.upper() else None

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Return the score this reading deserves, or None where another reading is the right one."""
        text, start = match.string, match.start()
        named = follows(self.LABEL, text, start)
        if shape.name == BARE:
            if named or not self.fits(value) or is_own_reference(text, start):
                return None
            if self.OTHER is not None and follows(self.OTHER, text, start):
                return None
            return self.bare_score(value, shape.score)
        if not named or self.fits(value) != (shape.name == LABELLED):
            return None
        return shape.score
