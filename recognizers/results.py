"""One finding as Presidio wants it, with the sentence that tells the officer why."""

from __future__ import annotations

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult


def result(
    recognizer: EntityRecognizer, entity: str, start: int, end: int, *, score: float, why: str, form: str = ""
) -> RecognizerResult:
    """Return a result for ``[start, end)``; ``form`` is a short stable name of the way it is written."""
    name = type(recognizer).__name__
    return RecognizerResult(
        entity_type=entity,
        start=start,
        end=end,
        score=score,
        analysis_explanation=AnalysisExplanation(
            recognizer=name, original_score=score, pattern_name=form, textual_explanation=why
        ),
        recognition_metadata={
            RecognizerResult.RECOGNIZER_NAME_KEY: name,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: recognizer.id,
        },
    )
