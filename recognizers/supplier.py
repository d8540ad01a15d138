"""SUPPLIER_CAPABILITY: a company named beside a capability it supplies.

A supplier's name tells what equipment is in use, and from there what it can and cannot do. Only the pair is sensitive:
a company alone is not, and a public body is not a supplier.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.ordinary import times_and_places

_WORD = r"(?<![\w&'’.-])[A-Z0-9][\w&'’.-]{0,40}+"
# Companies Act 2006, ss 58-59, and the commonest foreign forms.
_FORM = r"(?:PLC|plc|Plc|P\.L\.C\.|Ltd\.?|LTD|Limited|LIMITED|LLP|L\.L\.P\.|Inc\.?|GmbH|S\.?A\.?|B\.?V\.?|AG|AB|Corporation|Corp\.?|LLC|Group plc)"
_COMPANY = re.compile(rf"\b{_WORD}(?:[ ](?:{_WORD}|&|and|of|the)){{0,5}}?[ ]\(?(?:UK\)?[ ])?{_FORM}(?![\w])")
# "supplied by Brightgate Vision", "we use Brightgate Vision for": no legal form, but a place where a supplier stands.
_NAME = r"(?-i:[A-Z][\w&'’-]+(?:[ ](?:&[ ])?[A-Z][\w&'’-]+){0,3})"
_SUPPLIED = re.compile(
    rf"\b(?:(?:suppli|provid|manufactur|install|maintain|host|procur|purchas|leas|licen[cs]|develop|acquir|servic)ed[ ](?:by|from)"
    rf"|(?:bought|made|built|run)[ ](?:by|from)|(?:we|force|service|department)[ ]uses?)[ ](?:the[ ])?(?P<value>{_NAME})",
    re.IGNORECASE,
)
_PUBLIC_BODY = re.compile(
    r"\b(?:Police|Constabulary|Council|Commissioner|Government|Ministry|Department|Office|NHS|Trust|Court|Tribunal"
    r"|University|College|Authority|Agency|Service|Parliament|Home Office|Force)\b"
)
# The full stop of "Ltd." ends the sentence as well where a common sentence begins behind it.
_NEXT_SENTENCE = re.compile(r"\s+[A-Z][a-z]*\s+[a-z]")
_VERBS = re.compile(
    r"\b(?:suppl(?:y|ied|ies|ier|iers)|provid(?:e|ed|es|er)|procur(?:e|ed|ement)|purchas(?:e|ed)|bought|contract(?:ed|or|s)?"
    r"|manufactur(?:ed|er)|licen[cs]ed|install(?:ed)?|maintain(?:ed)?|vendor|developed|acquired|uses?|using|from|by)\b",
    re.IGNORECASE,
)


class SupplierRecognizer(EntityRecognizer):
    """Report a company in the same sentence as one of the given capabilities."""

    name: str

    def __init__(self, capabilities: Sequence[str], supported_language: str = "en") -> None:
        super().__init__(
            supported_entities=["SUPPLIER_CAPABILITY"], name="SupplierRecognizer", supported_language=supported_language
        )
        longest_first = sorted(capabilities, key=len, reverse=True)
        words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) or r"(?!)"
        self._capability = re.compile(rf"(?<!\w)(?:{words})s?(?!\w)", re.IGNORECASE)
        self._words = {tuple(sorted(_folded(word).split(), key=len, reverse=True)) for word in capabilities}

    def load(self) -> None:
        """Load nothing."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return companies named by form (PLC, Ltd) or by the name model, where a capability and a verb of supply stand by."""
        # A company counts beside a capability alone; most texts lack a word of each, and need not be searched for companies.
        folded = _folded(text)
        if not any(all(word in folded for word in words) for words in self._words):
            return []
        places: dict[tuple[int, int], str] = {m.span(): "A company by its legal form" for m in _COMPANY.finditer(text)}
        for entity in getattr(nlp_artifacts, "entities", None) or ():
            if entity.label_ in {"ORG", "ORGANISATION", "ORGANIZATION"}:
                span = (entity.start_char, entity.end_char)
                if not any(a < span[1] and span[0] < b for a, b in places):
                    places[span] = "An organisation by the name model"
        for match in _SUPPLIED.finditer(text):
            span = match.span("value")
            if match["value"].lower() not in times_and_places() and not any(
                a < span[1] and span[0] < b for a, b in places
            ):
                places[span] = "A name where a supplier's name stands"
        results = []
        for (start, end), how in sorted(places.items()):
            if _PUBLIC_BODY.search(text[start:end]) or self._capability.fullmatch(text[start:end]):
                continue
            left, right = _sentence(text, start, end)
            around = text[left:start] + " \n " + text[end:right]
            if not self._capability.search(around):
                continue
            strong = how.startswith("A company")
            if not strong and not _VERBS.search(around):
                continue
            explanation = AnalysisExplanation(
                self.name,
                0.8 if strong else 0.6,
                textual_explanation=f"{how}, in one sentence with a capability it may supply.",
            )
            results.append(RecognizerResult("SUPPLIER_CAPABILITY", start, end, 0.8 if strong else 0.6, explanation))
        return results


def _folded(text: str) -> str:
    """Fold case so that whatever the patterns take for a word is that word."""
    return text.casefold().replace("\u0131", "i").replace("i\u0307", "i")


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence or line around a span, at most 240 characters to either side."""
    left_bound, right_bound = max(0, start - 240), min(len(text), end + 240)
    if text[end - 1] == "." and _NEXT_SENTENCE.match(text, end):
        right_bound = end
    left = max((m.end() for m in re.finditer(r"[.?!]\s|\n", text[left_bound:start])), default=0)
    right = re.search(r"[.?!](?:\s|$)|\n", text[end:right_bound])
    return left_bound + left, end + right.start() if right else right_bound
