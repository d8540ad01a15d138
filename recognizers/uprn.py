"""UPRN: the Unique Property Reference Number of one address.

Source: GeoPlace and Ordnance Survey, AddressBase: a whole number of up to 12 digits.
"""

from __future__ import annotations

import re

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer

EXAMPLES = ("UPRN: 100121234567", "Unique Property Reference Number (UPRN) 10007654321", "UPRNs 1001, 1002")
COUNTER_EXAMPLES = ("The UPRN is not held.", "Reference 100121234567", "UPRN 1001212345678901", "UPRN list of 2024")

_NUMBER = r"[0-9]{1,12}(?![\w]|[.,/-][0-9])"
_NEXT = re.compile(rf"\s{{0,2}}(?:[,;&/|\n]|and|or)\s{{0,2}}(?P<value>{_NUMBER})")


class UprnRecognizer(ShapeRecognizer):
    """Match numbers labelled UPRN, and the list that follows the first."""

    ENTITY = "UPRN"
    SHAPES = (
        Shape(
            "labelled",
            re.compile(
                r"\b(?:UPRNs?|unique\s+property\s+reference(?:\s+numbers?)?)\b\)?\s{0,2}"
                r"(?:(?:numbers?|nos?|is|are|of)\b\.?)?[\s:=#.\u2013-]{0,4}(?<![0-9])(?P<value>[0-9]{1,12})(?![\w]|\.[0-9]|[/-][0-9])",
                re.IGNORECASE,
            ),
            0.9,
            "Digits labelled as a property's reference number.",
        ),
    )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return the labelled number and each further number of its list."""
        found: list[RecognizerResult] = []
        for first in super().analyze(text, entities, nlp_artifacts):
            found.append(first)
            position = first.end
            while following := _NEXT.match(text, position):
                position = following.end()
                found.append(self._result(*following.span("value"), 0.8, self.SHAPES[0]))
        return found


RECOGNIZER = UprnRecognizer
