"""PERSON and ORGANISATION: names the language model read in context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.name_columns import under_things
from recognizers.name_growth import neighbours, pieces, whole_name
from recognizers.name_model import USER_DATA_KEY
from recognizers.name_shapes import is_not_name
from recognizers.named_after import DOUBTFUL, begins_firm, firm_words, names_thing, score_here
from recognizers.names import name_start
from recognizers.ordinary import abbreviations, ordinary_words, times_and_places
from recognizers.results import result

_FIELD_SCORE: Final = 0.6
_SURE_OF_WORD: Final = 0.8
_FAIRLY_SURE: Final = 0.65
_EVEN: Final = 0.5
_SURE_DESPITE_THING: Final = 0.95
_MOST_NAME_WORDS: Final = 5
_LONGEST_NAME: Final = 48
_WHY_FIELD: Final = "The name model takes this for a name, and it fills a labelled field or a table cell by itself."
_WHY_BESIDE: Final = "It stands beside a person's name, in one column of a table or joined to it by 'and'."
_THING = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Aa]ny|[Pp]er|[Oo]ur|[Yy]our|[Tt]his|[Tt]hese|[Tt]hose|[Nn]o)[ ]([a-z]{3,})\b"
)
_SMALL_BEFORE = re.compile(r"[a-z]{2}[,;]?[ ][\"“‘'(]?$")
_SMALL_AFTER = re.compile(r"(?:['’]s|,)?[ ][a-z]{2}")
_LABEL = re.compile(r"(?:^|[.!?;] )[ \t>*•-]*[^\W\d_][^\n\t:.!?;]{1,40}:[ \xa0]*$")
_HAPPENED = re.compile(r"[a-z]{2,}(?:ed|ing)|ok|open|shut|off|on|up|down|out|lost|found|sent|late|full|empty")
# The second half of a postcode, which the model takes for initials.
_INWARD = re.compile(r"\d[A-Z]{2}")
_OF_REQUESTS: Final = frozenset({"FOI", "FOIA", "FOISA", "EIR", "EIRS", "EISR", "REF"})
_FIELD_END = re.compile(r"[ \xa0]*(?:$|[\n\t,;(])")
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
        found = []
        people: list[tuple[int, int, float]] = []
        reasons: list[str] = []
        things = _Things(text)
        for start, end, label, score in _names(nlp_artifacts):
            entity = _ENTITY.get(label)
            if entity is None or (entities and entity not in entities):
                continue
            if entity != "PERSON":
                found.append(result(self, entity, start, end, score=score, why=_WHY[entity]))
                continue
            for low, high in pieces(text, start, end):
                if _INWARD.fullmatch(text, low, high):
                    continue
                trust = min(_trust(text, low, high, score), things.trust(low, high, score))
                low, high = _whole_cell(text, *whole_name(text, low, high))
                if _is_reference(text[low:high]):
                    continue
                # What was grown into a title is one ("Flt" of "Flt Lt").
                if (titles := name_start(text[low:high])) is None:
                    continue
                low += titles
                if trust and score < _FIELD_SCORE and _fills_field(text, low, high):
                    sure, why = _FIELD_SCORE, _WHY_FIELD
                else:
                    sure, why = score * trust, _WHY[entity]
                if sure := score_here(text, low, high, sure):
                    people.append((low, high, sure))
                    reasons.append(why)
        doubtful = under_things(text, people)
        people = [(low, high, min(sure, DOUBTFUL) if (low, high) in doubtful else sure) for low, high, sure in people]
        for (low, high, sure), why in zip(people, reasons, strict=True):
            found.append(result(self, "PERSON", low, high, score=sure, why=why))
        for low, high, sure in neighbours(text, people):
            if sure := score_here(text, low, high, sure):
                found.append(result(self, "PERSON", low, high, score=sure, why=_WHY_BESIDE))
        return found


class _Things:
    """Words that the text itself uses as things.

    "The stall" says of a lone "Stall" in a heading that it is nobody, and "Operation Rowan" of "Rowan" two lines on.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: frozenset[str] | None = None
        self._called: dict[str, bool] = {}
        self._firms: frozenset[str] | None = None

    def trust(self, start: int, end: int, score: float) -> float:
        """Return how far to believe that a span is a name: half, or not at all, where it is a single word for a thing."""
        word = self._text[start:end]
        if not word.isalpha() or word.islower():
            return 1.0
        if self._words is None:
            self._words = frozenset(_THING.findall(self._text))
        plain = word.lower()
        if plain in self._words or f"{plain}s" in self._words:
            return 0.5 if score >= _SURE_OF_WORD else 0.0
        if score >= _SURE_DESPITE_THING:
            return 1.0
        if word not in self._called:
            self._called[word] = names_thing(self._text, word)
        if self._called[word] or begins_firm(self._text, start, end):
            return 0.0
        if self._firms is None:
            self._firms = firm_words(self._text)
        # A sole trader's surname is short for the firm and for him.
        return min(1.0, DOUBTFUL / score) if word in self._firms else 1.0


def _is_reference(words: str) -> bool:
    """Say whether capitals joined by a dash begin a reference number: "SCHI-FOI"."""
    return words.isupper() and "-" in words and not _OF_REQUESTS.isdisjoint(words.split("-"))


def _whole_cell(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a name grown to its whole table cell or field, where all that stands there may be one name.

    The model has no sentence to go by in a cell, and "Nguyen" alone of "Nguyen Thi Lan" leaves the rest to be read.
    """
    low = max(text.rfind(mark, 0, start) for mark in "\n\t:") + 1
    ends = [at for mark in "\n\t" if (at := text.find(mark, end)) >= 0]
    high = min(ends, default=len(text))
    cell = text[low:high]
    words = cell.replace(",", " ").split()
    in_cell = "\t" in text[max(0, low - 1) : low] + text[high : high + 1] or text[max(0, low - 1) : low] == ":"
    if not in_cell or not 2 <= len(words) <= _MOST_NAME_WORDS or len(cell) > _LONGEST_NAME:
        return start, end
    if any(is_not_name(word) or word.casefold() in times_and_places() for word in words):
        return start, end
    if not all(word[0].isupper() and not any(map(str.isdigit, word)) for word in words):
        return start, end
    return low + len(cell) - len(cell.lstrip()), low + len(cell.rstrip(" ,;."))


def _fills_field(text: str, start: int, end: int) -> bool:
    """Return whether two or more capitalised words fill what stands after a label, or a cell of a table, by themselves.

    "Warden on duty: Tola Brandt" has no sentence around the name for the model to go by; the form says what is missing.
    """
    words = text[start:end].split()
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return False
    if any(map(is_not_name, words)) or all(word.casefold() in ordinary_words() for word in words):
        return False
    line_start = max(text.rfind("\n", 0, start), text.rfind("\t", 0, start)) + 1
    before = text[line_start:start]
    in_cell = not before.strip() and line_start > 0 and text[line_start - 1] == "\t"
    labelled = _LABEL.search(before) is not None
    return (in_cell or labelled) and _FIELD_END.match(text, end) is not None


def _trust(text: str, start: int, end: int, score: float) -> float:
    """Return how far to believe the model about a single word: an ordinary one is a name less often than it thinks.

    "CAD" is dropped, and "May" and "Paris" are believed by half at most; whoever has a title, a forename or an initial
    beside them is not a single word. In a sentence the model knows "Chase" from "chase" as well as any other word: of
    a hundred such finds from ``_FAIRLY_SURE`` on nine in ten were people, and below still every second.
    """
    words = text[start:end]
    if len(parts := words.split()) > 1:
        # "Barrier raised", "Login ok": what happened to a thing, at the head of a line.
        return 0.45 if parts[0][0].isupper() and _HAPPENED.fullmatch(parts[-1]) else 1.0
    plain = words.strip(".,'’").casefold()
    if words.isupper() and plain in _short_forms():
        return 0.0
    if is_not_name(words):
        return 0.0
    if plain not in ordinary_words():
        return 1.0
    if words.islower():
        return 0.5 if score >= _EVEN else 0.0
    if plain in times_and_places() or not _in_sentence(text, start, end):
        return 0.5 if score >= _SURE_OF_WORD else 0.0
    return 1.0 if score >= _FAIRLY_SURE else 0.5


def _in_sentence(text: str, start: int, end: int) -> bool:
    """Say whether words in small letters stand beside a place: no cell, label or heading does that."""
    return (
        _SMALL_BEFORE.search(text, max(0, start - 30), start) is not None or _SMALL_AFTER.match(text, end) is not None
    )


@cache
def _short_forms() -> frozenset[str]:
    return frozenset(word.casefold() for word in abbreviations())


def _names(artifacts: NlpArtifacts) -> Iterator[tuple[int, int, str, float]]:
    user_data: dict[str, list[tuple[int, int, str, float]]] = getattr(artifacts.tokens, "user_data", {})
    if USER_DATA_KEY in user_data:
        yield from user_data[USER_DATA_KEY]
    else:
        for entity, score in zip(artifacts.entities, artifacts.scores, strict=True):
            yield entity.start_char, entity.end_char, entity.label_, score
