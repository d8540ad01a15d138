"""PERSON and ORGANISATION: names the language model read in context."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.name_model import USER_DATA_KEY
from recognizers.results import result

ENTITIES: Final = ("PERSON", "ORGANISATION")
_ENTITY: Final = {"PERSON": "PERSON", "ORG": "ORGANISATION", "ORGANISATION": "ORGANISATION"}
_WHY: Final = {
    "PERSON": "The name model reads this as a person's name from the words around it.",
    "ORGANISATION": "The name model reads this as the name of an organisation from the words around it.",
}


class PersonModelRecognizer(EntityRecognizer):
    """Report the people and organisations in ``nlp_artifacts``; the model itself ran in the NLP engine.

    Exact characters come from the shipped model's own spans; of any other spaCy model the entity's tokens are taken.
    Places are read by the model so that they are not mistaken for people, and are not reported.
    """

    def __init__(self, supported_language: str = "en") -> None:
        """Make the recognizer; it needs ``nlp_artifacts`` from ``recognizers.nlp.load_nlp``."""
        super().__init__(
            supported_entities=list(ENTITIES), name=type(self).__name__, supported_language=supported_language
        )

    def load(self) -> None:
        """Load nothing: the NLP engine holds the model."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return one result a name.

        Raises:
            ValueError: there are no ``nlp_artifacts``, or they are not of ``text``: silence would pass for a clean text.
        """
        if nlp_artifacts is None:
            raise ValueError("PersonModelRecognizer needs nlp_artifacts: run the NLP engine on the text first.")
        if nlp_artifacts.tokens is not None and len(nlp_artifacts.tokens.text) != len(text):
            raise ValueError("PersonModelRecognizer was given nlp_artifacts of another text.")
        return [
            result(self, entity, start, end, score=score, why=_WHY[entity])
            for start, end, label, score in _names(nlp_artifacts)
            if (entity := _ENTITY.get(label)) is not None and (not entities or entity in entities)
        ]


def _names(artifacts: NlpArtifacts) -> Iterator[tuple[int, int, str, float]]:
    user_data: dict[str, list[tuple[int, int, str, float]]] = getattr(artifacts.tokens, "user_data", {})
    if USER_DATA_KEY in user_data:
        yield from user_data[USER_DATA_KEY]
    else:
        for entity, score in zip(artifacts.entities, artifacts.scores, strict=True):
            yield entity.start_char, entity.end_char, entity.label_, score
