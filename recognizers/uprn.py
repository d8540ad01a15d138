"""UPRN: the Unique Property Reference Number of one address.

Source: GeoPlace and Ordnance Survey, AddressBase: a whole number of up to 12 digits.
"""

from __future__ import annotations

import re

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer
from recognizers.scanned import figures_restored
from recognizers.text_columns import below, heading

EXAMPLES = ("UPRN: 100121234567", "Unique Property Reference Number (UPRN) 10007654321", "UPRNs 1001, 1002")
COUNTER_EXAMPLES = ("The UPRN is not held.", "Reference 100121234567", "UPRN 1001212345678901", "UPRN list of 2024")

_LABEL = (
    r"(?<![A-Za-z])(?:U\.?P\.?R\.?N(?:\b\.?|(?=[0-9]))|UPRNs\b|unique\s+property\s+ref(?:erence|s)?\b\.?(?:\s+(?:numbers?|nos?)\b\.?)?)"
    r"(?:\s{0,2}[(\[][A-Za-z ]{3,40}[)\]])?(?:\s{1,2}(?:numbers?|nos?|ref(?:erence)?s?|ids?|codes?|values?)\b\.?)?"
)
_FINE = "[ \xa0\u2009\u202f]"
# "UPRN 12/34" is a reference to something else, "UPRNs 1001/1002" are two.
_END = r"(?![\w]|[.,][0-9]|-[0-9]|/[0-9]{1,3}(?![0-9]))"
_NUMBER = rf"(?:[0-9]{{2,4}}(?:{_FINE}[0-9]{{3,4}}){{2,3}}|[0-9]{{1,12}}){_END}"
_NEXT = re.compile(rf"\s{{0,2}}(?:[,;&/|\n]|and|or)\s{{0,2}}(?P<value>[0-9]{{1,12}}{_END})")
_COLUMN = heading(r"UPRNs?(?:[ .]{0,2}(?:no|number|ref))?|unique property reference(?: number)?(?: \(UPRN\))?")
_IN_COLUMN = re.compile("[0-9]{4,12}")
_SHORT_THEN_WORD = re.compile(r"\s(?!and\b|or\b)[A-Za-z]")


_CUE = re.compile(r"U\.?P\.?R\.?N|property\s+ref", re.IGNORECASE)


class UprnRecognizer(ShapeRecognizer):
    """Match numbers labelled UPRN, the list that follows the first, and the column below that heading."""

    ENTITY = "UPRN"
    SHAPES = (
        Shape(
            "labelled",
            re.compile(
                rf"{_LABEL}\s{{0,2}}(?:(?:is|are|was)\b)?[\s:=#.|/(\[\"'\u2013\u2014-]{{0,6}}(?<![0-9])(?P<value>{_NUMBER})",
                re.IGNORECASE,
            ),
            0.9,
            "Digits labelled as a property's reference number.",
        ),
        Shape(
            "labelled at a distance",
            re.compile(
                rf"{_LABEL}\s(?:of|for)\s[^\n]{{1,60}}?(?:\b(?:is|was)\s|[:=]\s?)(?P<value>[0-9]{{8,12}}){_END}",
                re.IGNORECASE,
            ),
            0.85,
            "Digits given as the reference number of a property that is named.",
        ),
    )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return the labelled number, each further number of its list, and the entries of a column."""
        if not _CUE.search(text):
            return []
        text = figures_restored(text)
        found: list[RecognizerResult] = []
        for first in super().analyze(text, entities, nlp_artifacts):
            found.append(first)
            position = first.end
            while following := _NEXT.match(text, position):
                position = following.end()
                if self._is_number(following["value"], text, position):
                    found.append(self._result(*following.span("value"), 0.8, self.SHAPES[0]))
        taken = {result.start for result in found}
        for _head, cells, column in below(text, _COLUMN):
            start, end = cells[column]
            if start not in taken and _IN_COLUMN.fullmatch(text, start, end):
                found.append(self._result(start, end, 0.8, self.SHAPES[0]))
        return sorted(found, key=lambda result: result.start)

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop "12 digits", "14 High Street" and groups of figures that are longer than such a number."""
        return shape.score if self._is_number(value, match.string, match.end("value")) else None

    @staticmethod
    def _is_number(value: str, text: str, end: int) -> bool:
        digits = sum(char.isdigit() for char in value)
        if digits != len(value) and not 8 <= digits <= 12:
            return False
        return digits >= 6 or not _SHORT_THEN_WORD.match(text, end)


RECOGNIZER = UprnRecognizer
