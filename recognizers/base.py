"""Shapes: the small base on which every pattern recognizer stands.

Presidio's own ``PatternRecognizer`` reports the whole match, label included, and scores it before a check digit is
seen. A disclosure officer needs the box on the number and not on the words "Direct dial", so a shape here may name a
group ``value``: that group alone is the finding, the rest of the match is its evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts


@dataclass(frozen=True, slots=True)
class Shape:
    """One way an entity is written.

    Attributes:
        name: a short, stable name of the form, shown in reports ("labelled extension").
        regex: a compiled pattern; a group called ``value`` narrows the finding to itself.
        score: confidence between 0 and 1 before ``check`` has its say.
        why: one plain sentence for the officer; never quotes the text.
    """

    name: str
    regex: re.Pattern[str]
    score: float
    why: str


class ShapeRecognizer(EntityRecognizer):
    """Report every place where one of ``SHAPES`` matches and ``check`` agrees."""

    name: str
    ENTITY: ClassVar[str]
    SHAPES: ClassVar[Sequence[Shape]]

    def __init__(self, supported_language: str = "en") -> None:
        super().__init__(
            supported_entities=[self.ENTITY],
            name=type(self).__name__,
            supported_language=supported_language,
        )

    def load(self) -> None:
        """Load nothing: shapes are compiled once with their class."""

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Return the score of a match, or None to drop it (a wrong check digit, say)."""
        return shape.score

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return one result for each place and shape; overlapping places keep the best score."""
        best: dict[tuple[int, int], RecognizerResult] = {}
        for shape in self.SHAPES:
            group: str | int = "value" if "value" in shape.regex.groupindex else 0
            for match in shape.regex.finditer(text):
                start, end = match.span(group)
                if start < 0 or start == end:
                    continue
                score = self.check(text[start:end], match, shape)
                if score is None:
                    continue
                old = best.get((start, end))
                if old is None or old.score < score:
                    best[start, end] = self._result(start, end, score, shape)
        return outermost(list(best.values()))

    def _result(self, start: int, end: int, score: float, shape: Shape) -> RecognizerResult:
        explanation = AnalysisExplanation(
            recognizer=self.name,
            original_score=shape.score,
            pattern_name=shape.name,
            textual_explanation=shape.why,
        )
        return RecognizerResult(
            entity_type=self.ENTITY,
            start=start,
            end=end,
            score=score,
            analysis_explanation=explanation,
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            },
        )


def outermost(results: list[RecognizerResult]) -> list[RecognizerResult]:
    """Drop results that lie inside another one of the same recognizer."""
    results.sort(key=lambda r: (r.start, -r.end, -r.score))
    kept: list[RecognizerResult] = []
    reach = -1
    for result in results:
        if result.end > reach:
            kept.append(result)
            reach = result.end
    return kept
