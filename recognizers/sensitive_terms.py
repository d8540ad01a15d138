"""SENSITIVE_TERM: operationally sensitive words, with weights; always for a person to judge.

Tribunals went both ways on the same kind of term, so a match is a question and never an answer. Plain terms go through
one Aho-Corasick automaton (Aho and Corasick, 1975), however many there are; patterns that users write go through RE2,
which cannot be made to hang.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import ahocorasick_rs
import re2
from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

_SCORES = {"HIGH": 0.85, "MEDIUM": 0.6, "LOW": 0.35}
_NEAR = 80
_STEP = 0.2


@dataclass(frozen=True, slots=True)
class SensitiveTerm:
    """One entry of a term list; exactly one of ``term`` and ``pattern`` is given.

    Attributes:
        weight: HIGH, MEDIUM or LOW: scores 0.85, 0.6, 0.35.
        raises, lowers: words within 80 characters that add or take 0.2.
    """

    term: str | None = None
    pattern: str | None = None
    case_sensitive: bool = False
    category: str = ""
    weight: str = "MEDIUM"
    exemption: str = ""
    why: str = ""
    raises: tuple[str, ...] = ()
    lowers: tuple[str, ...] = ()


class SensitiveTermRecognizer(EntityRecognizer):
    """Find the terms of one list."""

    name: str

    def __init__(
        self, terms: Sequence[SensitiveTerm], *, entity: str = "SENSITIVE_TERM", supported_language: str = "en"
    ) -> None:
        super().__init__(
            supported_entities=[entity], name="SensitiveTermRecognizer", supported_language=supported_language
        )
        self._entity = entity
        self._exact = [t for t in terms if t.term and t.case_sensitive]
        self._folded = [t for t in terms if t.term and not t.case_sensitive]
        self._patterns = [
            (t, re2.compile(t.pattern if t.case_sensitive else f"(?i){t.pattern}")) for t in terms if t.pattern
        ]
        self._exact_search = _automaton([t.term or "" for t in self._exact])
        self._folded_search = _automaton([_lower(t.term or "") for t in self._folded])

    def load(self) -> None:
        """Load nothing: the automaton is built with the recognizer."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return one result for each place where a whole term stands."""
        lowered = _lower(text)
        spans: list[tuple[int, int, SensitiveTerm]] = []
        for search, terms, haystack in (
            (self._exact_search, self._exact, text),
            (self._folded_search, self._folded, lowered),
        ):
            if search is not None:
                spans.extend(
                    (start, end, terms[index])
                    for index, start, end in search.find_matches_as_indexes(haystack, overlapping=True)
                    if _whole(text, start, end)
                )
        for term, pattern in self._patterns:
            spans.extend((m.start(), m.end(), term) for m in pattern.finditer(text) if m.end() > m.start())
        return [self._result(lowered, *span) for span in _longest(spans)]

    def _result(self, lowered: str, start: int, end: int, term: SensitiveTerm) -> RecognizerResult:
        near = lowered[max(0, start - _NEAR) : start] + " " + lowered[end : end + _NEAR]
        score = _SCORES[term.weight]
        score += _STEP * any(_lower(word) in near for word in term.raises)
        score -= _STEP * any(_lower(word) in near for word in term.lowers)
        why = f"{term.category}: {term.why}" if term.category else term.why
        if term.exemption:
            why = f"{why} Consider {term.exemption}."
        explanation = AnalysisExplanation(self.name, _SCORES[term.weight], textual_explanation=why)
        return RecognizerResult(self._entity, start, end, round(min(1.0, max(0.05, score)), 2), explanation)


def _automaton(words: list[str]) -> ahocorasick_rs.AhoCorasick | None:
    return ahocorasick_rs.AhoCorasick(words) if words else None


def _lower(text: str) -> str:
    """Lower the case of each character that keeps its length, so that offsets stay true ("İ" would become two)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether a match is not a part of a longer word (a plural or possessive "s" is allowed behind it)."""
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    return re.match(r"(?:['’]?s)?(?![^\W_])", text[end : end + 4]) is not None or not text[end - 1].isalnum()


def _longest(spans: list[tuple[int, int, SensitiveTerm]]) -> list[tuple[int, int, SensitiveTerm]]:
    """Return the spans that lie in no longer one."""
    kept: list[tuple[int, int, SensitiveTerm]] = []
    reach = -1
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if span[1] > reach:
            kept.append(span)
            reach = span[1]
    return kept
