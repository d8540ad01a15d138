"""The language engine: the shipped name model by default, an installed spaCy model when asked; never a download."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import spacy
import spacy.about
from presidio_analyzer.nlp_engine import NerModelConfiguration, NlpArtifacts, SpacyNlpEngine
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span

from recognizers import name_model

SHIPPED: Final = "shipped"
# What spaCy's English models and ours call a name -> what Presidio calls it.
_LABELS: Final = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORGANISATION", "LOC": "LOCATION", "GPE": "LOCATION", "FAC": "LOCATION",
}  # fmt: skip
# spaCy's own models give no probability; this is Presidio's customary stand-in.
_SCORE_UNKNOWN: Final = 0.85
# The parts of an installed model that no recognizer reads.
_NOT_NEEDED: Final = ("lemmatizer", "parser", "attribute_ruler", "tagger", "senter", "textcat")


class ModelNotInstalled(LookupError):
    """The spaCy model that was asked for is not on this machine."""

    def __init__(self, model: str) -> None:
        """Say which model and how to get it."""
        super().__init__(
            f"The spaCy model {model!r} is not installed here, and nothing is ever downloaded. Install its package on "
            f"this machine (pip install the {model} wheel that fits spaCy {spacy.about.__version__}, or give the path of an "
            f"unpacked model), or choose {SHIPPED!r} for the model that comes with this package."
        )
        self.model = model


@dataclass(frozen=True, slots=True)
class ReadText:
    """What ``PersonModelRecognizer`` asks of a spaCy document: the text, and where the model saw names in it."""

    text: str = field(repr=False)
    user_data: Mapping[str, list[tuple[int, int, str, float]]] = field(repr=False)

    def __len__(self) -> int:
        return len(self.text)


class LocalNlpEngine(SpacyNlpEngine):
    """A Presidio engine round one spaCy pipeline that is already in memory."""

    engine_name = "local"

    def __init__(self, nlp: Language, *, digest: str, language: str = "en") -> None:
        """Wrap ``nlp``; nothing is loaded or fetched afterwards.

        Args:
            nlp: the pipeline.
            digest: name and version of the model, for the report ("shipped:3fa9...").
            language: the language that recognizers ask for.
        """
        super().__init__(
            models=[{"lang_code": language, "model_name": SHIPPED}],
            ner_model_configuration=NerModelConfiguration(
                model_to_presidio_entity_mapping=dict(_LABELS), labels_to_ignore=[], low_score_entity_names=[]
            ),
        )
        self.nlp = {language: nlp}  # type: ignore[assignment]  # Presidio starts it as None and states no type
        self.digest = digest

    def pipe(self, name: str) -> object | None:
        """Return a component of the pipeline; None where there is none of that name."""
        pipelines: Mapping[str, Language] = self.nlp or {}
        found = [nlp.get_pipe(name) for nlp in pipelines.values() if name in nlp.pipe_names]
        return found[0] if found else None

    def load(self) -> None:
        """Load nothing: Presidio calls this on engines it believes unloaded, and its own version downloads."""

    def names_only(self, text: str, language: str = "en") -> NlpArtifacts:
        """Return artifacts of a text without lemmas and key words, which none of our recognizers reads.

        Where the shipped model is the whole pipeline, they have no tokens either: it reads the text itself, and cutting a
        letter into tokens that nobody looks at costs 3 ms.
        """
        pipelines: Mapping[str, Language] = self.nlp or {}
        pipeline = pipelines[language]
        if pipeline.pipe_names == [name_model.USER_DATA_KEY]:
            finder = pipeline.get_pipe(name_model.USER_DATA_KEY)
            if isinstance(finder, name_model.NameFinder):
                return _artifacts(ReadText(text, {name_model.USER_DATA_KEY: finder.marks(text)}), [], [], language)
        doc = pipeline(text)
        entities, scores = _entities(doc)
        return _artifacts(doc, entities, scores, language)

    def _doc_to_nlp_artifact(self, doc: Doc, language: str) -> NlpArtifacts:
        # Presidio's version asks for a lemma and two vocabulary flags of each token: 5 ms on a letter, for nothing.
        entities, scores = _entities(doc)
        artifacts = NlpArtifacts(
            entities=entities,
            tokens=doc,
            tokens_indices=doc.to_array("IDX").tolist(),
            lemmas=[doc.vocab.strings[number] for number in doc.to_array("LOWER").tolist()],
            nlp_engine=None,
            language=language,
            scores=scores,
        )
        artifacts.nlp_engine = self
        artifacts.keywords = [word for word in artifacts.lemmas if word.isalnum()]
        return artifacts


def _artifacts(tokens: Doc | ReadText, entities: list[Span], scores: list[float], language: str) -> NlpArtifacts:
    return NlpArtifacts(
        entities=entities,
        tokens=tokens,  # type: ignore[arg-type]  # Presidio wants a Doc, and hands it on unread
        tokens_indices=[],
        lemmas=[],
        nlp_engine=None,
        language=language,
        scores=scores,
    )


def _entities(doc: Doc) -> tuple[list[Span], list[float]]:
    named: Sequence[tuple[int, int, str, float]] = doc.user_data.get(name_model.USER_DATA_KEY, ())
    entities: list[Span] = []
    scores: list[float] = []
    for entity in doc.ents:
        label = _LABELS.get(entity.label_)
        if label is None:
            continue
        entities.append(Span(doc, entity.start, entity.end, label=label))
        inside = [score for start, end, _, score in named if start < entity.end_char and entity.start_char < end]
        scores.append(max(inside, default=_SCORE_UNKNOWN))
    return entities, scores


def load_nlp(
    model: str = SHIPPED, *, threads: int = 1, person_threshold: float = name_model.DEFAULT_PERSON_THRESHOLD
) -> LocalNlpEngine:
    """Return a Presidio NLP engine that reads only files already on this machine.

    Args:
        model: ``"shipped"``, an installed spaCy package such as ``"en_core_web_lg"``, or the path of one.
        threads: cores the shipped model may use for one piece of text.
        person_threshold: recall dial of the shipped model, see ``name_decode.decode``.

    Raises:
        ModelNotInstalled: ``model`` names nothing on this machine.
    """
    if model == SHIPPED:
        nlp = spacy.blank("en")
        # Nothing of ours reads tokens but to mark names on them; the English rules for contractions cost 7 ms a letter.
        nlp.tokenizer = Tokenizer(
            nlp.vocab,
            prefix_search=re.compile(r"""[("'“‘\[<]""").match,
            suffix_search=re.compile(r"""[.,;:!?)"'”’\]>]$""").search,
        )
        nlp.add_pipe("uk_name_model", config={"threads": threads, "person_threshold": person_threshold})
        finder = nlp.get_pipe("uk_name_model")
        digest = f"{SHIPPED}:{finder.model.digest[:16]}"  # type: ignore[attr-defined]  # spaCy: any callable
    elif spacy.util.is_package(model) or Path(model).is_dir():
        with warnings.catch_warnings():
            # W108 and W095 speak of lemmas and of patch versions; neither changes a name.
            warnings.filterwarnings("ignore", message=r"\[W(?:095|108)\]")
            nlp = spacy.load(model, exclude=_NOT_NEEDED)
        digest = f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')}:{nlp.meta.get('version', '')}"
    else:
        raise ModelNotInstalled(model)
    # The engine passes documents of any length in pieces of its own; spaCy's limit guards the parser, which is absent.
    nlp.max_length = 1 << 62
    return LocalNlpEngine(nlp, digest=digest)
