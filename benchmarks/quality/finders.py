"""Who is measured: the bare name model, stock Presidio over the same model, and the engine with its policy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.quality.metrics import Mention, Range

if TYPE_CHECKING:
    from recognizers.name_model import NameFinder, NameModel, Scored
    from redactor.judging import Judge, Judged
    from redactor.model import Segment

SHIPPED = Path(__file__).resolve().parents[2] / "recognizers" / "data" / "person_model"
BASELINE = Path(__file__).resolve().parents[3] / "shared" / "ner" / "baseline"
POLICY = "uk-police-foi"
_STOCK_LABELS = {"PERSON": "PERSON", "ORGANISATION": "ORG", "ORGANIZATION": "ORG", "LOCATION": "LOC"}
_PEOPLE = frozenset({"PERSON", "REQUESTER"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a finder says of one text.

    Attributes:
        found: names with their labels.
        covered: every range that goes, under whatever label; None where that is the ranges of ``found``.
        kept: people noticed and kept.
    """

    found: tuple[Mention, ...]
    covered: tuple[Range, ...] | None = None
    kept: tuple[Range, ...] = ()


Finder = Callable[[str], Answer]


def scoring_once(folder: Path) -> NameModel:
    """Return a name model that remembers its scores, so that each further threshold costs next to nothing."""
    from recognizers.name_model import NameModel

    class _Once(NameModel):
        def __init__(self, folder: Path) -> None:
            super().__init__(folder)
            self._scored: dict[str, Scored] = {}

        def score(self, text: str) -> Scored:
            if text not in self._scored:
                self._scored[text] = super().score(text)
            return self._scored[text]

    return _Once(folder)


def bare(model: NameModel, threshold: float) -> Finder:
    """Return the name model by itself, as the spaCy component runs it."""
    from recognizers.name_model import NameFinder

    finder = NameFinder(model, person_threshold=threshold, remember=0)
    return lambda text: Answer(tuple(Mention(s.start, s.end, s.label) for s in finder.find(text)))


def stock(threshold: float) -> Finder:
    """Return Presidio's predefined recognizers over the shipped model, without the e-mail one: it needs the network."""
    from unittest.mock import patch

    from presidio_analyzer import recognizer_registry

    from benchmarks.peers import stock_presidio
    from recognizers.nlp import load_nlp

    # Presidio looks its own classes up by bare name among all subclasses, ours of the same name included.
    loader = recognizer_registry.recognizers_loader_utils.RecognizerListLoader
    known = [c for c in loader.get_all_existing_recognizers() if c.__module__.startswith("presidio_analyzer.")]
    with patch.object(loader, "get_all_existing_recognizers", lambda: known):
        analyse = stock_presidio(load_nlp(person_threshold=threshold))

    def answer(text: str) -> Answer:
        results: Iterable[object] = analyse(text)  # type: ignore[assignment]  # Presidio states no type
        made = [(r.start, r.end, _STOCK_LABELS.get(r.entity_type)) for r in results]  # type: ignore[attr-defined]
        return Answer(tuple(Mention(start, end, label) for start, end, label in made if label))

    return answer


class Whole:
    """The whole engine on plain text: recognizers, propagation and policy, for a document with no pages drawn."""

    def __init__(self, policy: str = POLICY) -> None:
        from redactor import policy as policies
        from redactor.judging import Judge

        chosen = policies.load(policy)
        self.judge: Judge = Judge(chosen)
        self.default_threshold = chosen.model.person_threshold
        # The policy chooses among models by name; a benchmark must be able to choose one by its folder.
        pipeline = self.judge.analyser._nlp.nlp["en"]  # type: ignore[index]  # Presidio starts it as None
        self.names: NameFinder = pipeline.get_pipe("uk_name_model")

    def use(self, *, model: NameModel | None = None, threshold: float | None = None) -> None:
        """Change model or threshold, and forget what was read with the old one."""
        self.names.model = model or self.names.model
        self.names.person_threshold = threshold or self.names.person_threshold
        self.names.forget()

    def judged(self, segments: Sequence[Segment], *, name: str = "text.pdf", requester: Sequence[str] = ()) -> Judged:
        """Judge segments as if a format had loaded them."""
        from redactor import decisions
        from redactor.formats import Format, Redacted
        from redactor.judging import Ask
        from redactor.model import Case, Document, Page, Requester, Source

        source = Source(name, "", 0, "text/plain")
        pages = (Page(1, 595.0, 842.0, 0, sum(len(s.text) for s in segments)),)
        document = Document(source, tuple(segments), pages)
        made = Format("text", (), "text/plain", lambda _: True, lambda *_: document, lambda data, *_: Redacted(data))
        case = Case(requester=Requester(names=tuple(requester)))
        return self.judge.data(b"", source, made, Ask(case, decisions.empty()))

    def answers(self, text: str) -> tuple[Answer, Answer]:
        """Return what goes or is put to a person, and what goes without asking."""
        from recognizers.requester import WHY_NAME
        from redactor.model import Action

        judged = self.judged([body(text)])
        # A line of the requester's address goes, and is nobody's name.
        spans = [
            (
                finding.span.start,
                finding.span.end,
                "DETAIL" if finding.entity == "REQUESTER" and not finding.why.startswith(WHY_NAME) else finding.entity,
                judged.decided.decisions[finding.id].action,
            )
            for finding in judged.decided.findings
            if finding.span is not None and finding.span.segment_id == "text"
        ]
        kept = tuple(
            (start, end) for start, end, entity, action in spans if action is Action.KEEP and entity in _PEOPLE
        )

        def answer(*actions: Action) -> Answer:
            going = [(start, end, entity) for start, end, entity, action in spans if action in actions]
            people = tuple(Mention(start, end, "PERSON") for start, end, entity in going if entity in _PEOPLE)
            return Answer(people, tuple((start, end) for start, end, _ in going), kept)

        return answer(Action.REDACT, Action.REVIEW), answer(Action.REDACT)


def body(text: str, identifier: str = "text") -> Segment:
    """Return a text as a segment of a page, with no place on it."""
    from redactor.model import Layer, QuadArray, Segment

    return Segment(identifier, Layer.BODY, 1, text, QuadArray.nowhere(len(text)))
