"""Masked excerpts and the redacted plain-text copy, by presidio-anonymizer's operators."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import OperatorConfig, RecognizerResult

_SHOWN = 1
# A mask as long as the value would tell its length; what is shorter than this is masked whole.
_LEAST = 4


@functools.cache
def _engine() -> AnonymizerEngine:
    return AnonymizerEngine()  # type: ignore[no-untyped-call]  # Presidio leaves its __init__ untyped


def mask(values: Iterable[str]) -> list[str]:
    """Return each value with all but its first character masked; short values whole.

    Letters, digits and spaces all become "*", in a run of fixed length, so that neither the words nor the width of a
    name can be read off a report.
    """
    engine = _engine()
    masked = []
    for value in values:
        shown = _SHOWN if len(value) >= _LEAST else 0
        padded = (value[:shown] + "*" * 7)[: 7 + shown]
        operator = OperatorConfig("mask", {"masking_char": "*", "chars_to_mask": 7, "from_end": True})
        result = engine.anonymize(
            text=padded,
            analyzer_results=[RecognizerResult(entity_type="DEFAULT", start=0, end=len(padded), score=1.0)],
            operators={"DEFAULT": operator},
        )
        masked.append(result.text)
    return masked


def replace(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with each half-open span replaced by its label.

    Touching and overlapping spans are united first: the anonymizer would otherwise drop what stands between
    neighbours, a line end included.
    """
    united: list[tuple[int, int, list[str]]] = []
    for start, end, label in sorted(spans):
        if united and start < united[-1][1]:
            last = united[-1]
            labels = last[2] if label in last[2] else [*last[2], label]
            united[-1] = (last[0], max(last[1], end), labels)
        else:
            united.append((start, end, [label]))
    # One entity type a span: the anonymizer merges neighbours of one type across white space, line ends included.
    results = [
        RecognizerResult(entity_type=f"SPAN_{index}", start=start, end=end, score=1.0)
        for index, (start, end, _) in enumerate(united)
    ]
    operators = {
        f"SPAN_{index}": OperatorConfig("replace", {"new_value": f"[{', '.join(filter(None, labels)) or 'REDACTED'}]"})
        for index, (_, _, labels) in enumerate(united)
    }
    if not results:
        return text
    return str(_engine().anonymize(text=text, analyzer_results=results, operators=operators).text)
