"""The peers we measure against: Presidio as it comes, over the same name model."""

from __future__ import annotations

from collections.abc import Callable

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpEngine


def stock_presidio(nlp: NlpEngine) -> Callable[[str], object]:
    """Return stock ``AnalyzerEngine.analyze`` with its default recognizers, less the one that calls the network."""
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=nlp)
    registry.remove_recognizer("EmailRecognizer")  # it fetches the public suffix list when first used
    engine = AnalyzerEngine(registry=registry, nlp_engine=nlp, supported_languages=["en"])
    return lambda text: engine.analyze(text, language="en")
