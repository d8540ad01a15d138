"""Search every layer of a document with Presidio: our recognizers over our own name model, and nothing else.

The model and the recognizers are loaded once and used for every file; what depends on a case (the requester, terms an
officer added) comes in as ad-hoc recognizers. Presidio's predefined recognizers and its context enhancer stay out: the
first reach for the network, the second copies every token of the text for each match; our shapes carry their context.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Sequence

from presidio_analyzer import (
    AnalyzerEngine,
    EntityRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.nlp_engine import NlpArtifacts

import recognizers
from recognizers import memo
from recognizers.name_model import NameFinder, Shelf
from recognizers.nlp import ModelNotInstalled, load_nlp
from recognizers.person_model import PersonModelRecognizer
from recognizers.requester import RequesterRecognizer, requester_from_letter
from recognizers.sensitive_terms import SensitiveTerm, SensitiveTermRecognizer
from recognizers.supplier import SupplierRecognizer
from redactor.analysis.columns import column_matches
from redactor.analysis.matches import Analysis, Match
from redactor.analysis.propagate import propagate
from redactor.analysis.readings import once
from redactor.analysis.repeats import repeats
from redactor.analysis.textmap import TextMap
from redactor.analysis.votes import SURE, Source, unlikely_mentions
from redactor.errors import CaseError, PolicyError
from redactor.model import Case, Document, Layer, Requester
from redactor.policy import Policy

_BODY = frozenset({Layer.BODY, Layer.OCR})
_MODEL = PersonModelRecognizer.__name__
_MODEL_ENTITIES_IGNORED = frozenset({"LOCATION", "ORGANISATION"})


class _Plain(AnalyzerEngine):
    """Presidio's engine, which leaves results as the recognizers made them."""

    def _enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        # Presidio's version sorts all results by recognizer, once a recognizer, before it asks anyone to enhance them.
        return raw_results


class Analyser:
    """The loaded model and recognizers of one policy."""

    def __init__(self, policy: Policy) -> None:
        # Presidio logs recognizer results at DEBUG and warnings with text positions; nothing of a document may be logged.
        logging.getLogger("presidio-analyzer").setLevel(logging.CRITICAL)
        settings = policy.model
        try:
            self._nlp = load_nlp(settings.name, threads=settings.threads, person_threshold=settings.person_threshold)
        except ModelNotInstalled as problem:
            raise PolicyError(str(problem), where="model.name") from None
        made: list[EntityRecognizer] = [*recognizers.build(), PersonModelRecognizer()]
        terms = [SensitiveTerm(**term.model_dump()) for term in policy.terms]
        if terms:
            made.append(SensitiveTermRecognizer(terms))
        if policy.capabilities:
            made.append(SupplierRecognizer(policy.capabilities))
        registry = RecognizerRegistry(recognizers=made, supported_languages=["en"])
        self._engine = _Plain(
            registry=registry,
            nlp_engine=self._nlp,
            supported_languages=["en"],
        )

    @property
    def model(self) -> str:
        """Return the name and digest of the name model."""
        return str(getattr(self._nlp, "digest", "unknown"))

    def share(self, shelf: Shelf, secret: bytes) -> None:
        """Keep the shipped model's answers for other processes; an installed spaCy model keeps none."""
        finder = self._nlp.pipe("uk_name_model")
        if isinstance(finder, NameFinder):
            finder.share(shelf, secret)

    def analyse(self, document: Document, case: Case, terms: Sequence[str] = ()) -> Analysis:
        """Return every match in every layer; ``terms`` are words an officer added."""
        body = TextMap.build([one for one in document.segments if one.layer in _BODY and not one.again])
        other = TextMap.build([one for one in document.segments if one.layer not in _BODY or one.again])
        requester, guessed = _requester(case, body.text)
        adhoc: list[EntityRecognizer] = []
        if requester:
            adhoc.append(_requester_recognizer(requester))
        if terms:
            added = [
                SensitiveTerm(term=term, category="officer", weight="HIGH", why="A term the officer added.")
                for term in terms
            ]
            adhoc.append(SensitiveTermRecognizer(added, entity="OFFICER_TERM"))
        found = [
            match for index, text in enumerate((body.text, other.text)) for match in self._search(index, text, adhoc)
        ]
        found += _unclaimed(column_matches(body, index=0), found)
        found += repeats(found, (body.text, other.text))
        found = _specific(found)
        matches = once(_with_mentions(found, (body.text, other.text)), (body, other))
        memo.forget()
        return Analysis((body, other), matches, guessed, bool(requester), self.model)

    def _search(self, index: int, text: str, adhoc: list[EntityRecognizer]) -> list[Match]:
        if not text.strip():
            return []
        artifacts = self._nlp.names_only(text)
        results = self._engine.analyze(
            text, language="en", nlp_artifacts=artifacts, ad_hoc_recognizers=adhoc, return_decision_process=True
        )
        matches = [
            Match(
                index,
                result.start,
                result.end,
                result.entity_type,
                round(float(result.score), 3),
                _recognizer(result),
                _why(result),
            )
            for result in results
            if result.entity_type not in _MODEL_ENTITIES_IGNORED
        ]
        return _joined(sorted(matches, key=lambda m: (m.start, -m.end, m.entity, m.recognizer)))


def _requester(case: Case, text: str) -> tuple[Requester, bool]:
    """Return the requester of the case, else one guessed from the letter, and whether it was guessed."""
    if case.requester:
        return case.requester, False
    names = tuple(requester_from_letter(text))
    return Requester(names=names), bool(names)


def _requester_recognizer(requester: Requester) -> EntityRecognizer:
    try:
        return RequesterRecognizer(
            names=requester.names,
            emails=requester.emails,
            addresses=requester.addresses,
            phones=requester.phones,
            organisations=requester.organisations,
            references=requester.references,
        )
    except ValueError as problem:
        raise CaseError(str(problem), where="requester", remedy="Correct the case file or the option.") from None


def _joined(matches: list[Match]) -> list[Match]:
    """Unite overlapping PERSON matches on one line: two recognizers saw parts of one name."""
    joined: list[Match] = []
    for match in matches:
        last = next((m for m in reversed(joined) if m.entity == "PERSON"), None) if match.entity == "PERSON" else None
        if last is not None and match.start < last.end and match.text == last.text:
            best = max(last, match, key=lambda m: m.score)
            joined[joined.index(last)] = Match(
                last.text,
                last.start,
                max(last.end, match.end),
                "PERSON",
                best.score,
                best.recognizer,
                best.why,
            )
        else:
            joined.append(match)
    return joined


def _specific(found: Sequence[Match]) -> list[Match]:
    """Drop what is called a mere number where the same letters are known as somebody's line."""
    lines = {(m.text, m.start, m.end) for m in found if m.entity in ("DIRECT_DIAL", "MOBILE_PHONE")}
    return [m for m in found if m.entity != "PHONE_NUMBER" or (m.text, m.start, m.end) not in lines]


def _unclaimed(columns: Iterable[Match], found: Sequence[Match]) -> list[Match]:
    """Return the column matches whose letters no recognizer claimed as the same entity."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in found:
        if match.text == 0:
            spans[match.entity].append((match.start, match.end))
    return [c for c in columns if not any(a <= c.start and c.end <= b for a, b in spans[c.entity])]


def _with_mentions(found: list[Match], texts: tuple[str, str]) -> tuple[Match, ...]:
    """Add further mentions of every person found, in both texts; the requester's own recognizer knows theirs.

    Propagation works on one text, so the two are laid end to end with a break that no name crosses.
    """
    break_ = "\n\n\n"
    offset = (0, len(texts[0]) + len(break_))
    known = [(m.text, m.start, m.end) for m in found if m.entity == "REQUESTER"]
    people = [
        (i, m)
        for i, m in enumerate(found)
        if m.entity == "PERSON" and not any(t == m.text and a < m.end and m.start < b for t, a, b in known)
    ]
    if not people:
        return tuple(found)
    # Of two who share a surname, a further mention goes by the one who is sure.
    people.sort(key=lambda person: person[1].score < SURE)
    whole = texts[0] + break_ + texts[1]
    spans = [(m.start + offset[m.text], m.end + offset[m.text]) for _, m in people]
    further = []
    mentions = propagate(whole, spans)
    unlikely = unlikely_mentions(
        mentions,
        [Source(whole[a:b], m.score, m.recognizer == _MODEL) for (a, b), (_, m) in zip(spans, people, strict=True)],
    )
    for number, mention in enumerate(mentions):
        if number in unlikely:
            continue
        index, source = people[mention.source_index]
        text = 0 if mention.start < offset[1] else 1
        further.append(
            Match(
                text,
                mention.start - offset[text],
                mention.end - offset[text],
                "PERSON",
                source.score,
                "Propagation",
                mention.why,
                index,
            )
        )
    return (*found, *further)


def _recognizer(result: RecognizerResult) -> str:
    explanation = result.analysis_explanation
    metadata = result.recognition_metadata or {}
    return str((explanation.recognizer if explanation else None) or metadata.get("recognizer_name") or "Presidio")


def _why(result: RecognizerResult) -> str:
    explanation = result.analysis_explanation
    return str((explanation.textual_explanation if explanation else None) or "The recognizer gave no reason.")
