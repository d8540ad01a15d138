"""WHAT3WORDS: three words that stand for one three-metre square."""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer

EXAMPLES = ("Found at ///filled.count.soap", "what3words: filled.count.soap", "https://w3w.co/filled.count.soap")
COUNTER_EXAMPLES = ("See www.example.org", "file:///home.user.notes", "one.two.three", "///example.org")

_WORD = r"[^\W\d_]{2,20}"
_WORDS = rf"(?P<value>{_WORD}\.\s{{0,2}}{_WORD}\.\s{{0,2}}{_WORD})(?![\w]|\.\w)"


class What3WordsRecognizer(ShapeRecognizer):
    """Match three dotted words after ``///``, after the service's name or in its links."""

    ENTITY = "WHAT3WORDS"
    SHAPES = (
        Shape(
            "slashes",
            re.compile(rf"(?<![:/])///\s?{_WORDS}"),
            0.95,
            "Three words after three slashes, one square of the what3words grid.",
        ),
        Shape(
            "labelled",
            re.compile(
                r"\b(?:what\s?3\s?words|what\s?three\s?words|w3w)(?:\.com?)?\b\W{0,4}"
                rf"(?:(?:address|location|reference|ref|code|is|was|of|at)\b\W{{0,4}}){{0,3}}{_WORDS}",
                re.IGNORECASE,
            ),
            0.9,
            "Three dotted words labelled as a what3words address.",
        ),
    )


RECOGNIZER = What3WordsRecognizer
