"""Person, organisation and place names, found by the small model that comes with this package.

A spaCy component, ``nlp.add_pipe("uk_name_model")``, for any pipeline: no download and no network, because most police
and council networks let neither through. How the model was made and what it misses: ``data/person_model/MODEL_CARD.md``.

The int8 weights scale each tensor by the largest number in it, so a sentence scored beside others gets slightly
different scores. Each piece of text is therefore scored alone: the same words give the same answer in any document,
and a paragraph seen before need not be scored again.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from recognizers.name_chunks import chunks, may_name
from recognizers.name_decode import NameSpan, decode, tidy

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

USER_DATA_KEY: Final = "uk_name_model"
DEFAULT_PERSON_THRESHOLD: Final = 0.2
# Windows of 46 to 254 pieces score alike on the development sets; 62 kept most precision at the same speed.
_WINDOW: Final = 62
_OVERLAP: Final = 16
_CLS, _SEP = 101, 102
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A piece of text as the model reads it: one row a word piece.

    Attributes:
        ids: vocabulary numbers.
        shapes: word shape 0 to 5, plus 6 for the first word of a line; the vocabulary itself knows no capitals.
        starts, ends: half-open character offsets in the piece.
        first: whether a row begins a word; only these rows carry a label.
    """

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    first: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Scored:
    """Label probabilities of one piece: ``probabilities`` is (words, labels), offsets are (words,)."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    probabilities: Floats


def word_shape(word: str) -> int:
    """Return how a word is written: 0 lower, 1 Title, 2 UPPER, 3 one capital, 4 mixed, 5 digits."""
    if word.isdigit():
        return 5
    if word.isupper():
        return 3 if len(word) == 1 else 2
    if word[:1].isupper():
        return 1 if word[1:].islower() else 4
    return 0 if word.islower() or not word.isalpha() else 4


def encode(tokenizer: tokenizers.Tokenizer, text: str) -> Encoded:
    """Cut ``text`` into word pieces with the shape of the word each belongs to."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets: list[tuple[int, int]] = encoding.offsets
    words: list[int | None] = encoding.word_ids
    extent: dict[int | None, tuple[int, int]] = {}
    for word, (start, end) in zip(words, offsets, strict=True):
        known = extent.get(word)
        extent[word] = (min(start, known[0]), max(end, known[1])) if known else (start, end)
    shapes: list[int] = []
    first: list[bool] = []
    before: int | None = None
    reach, shape = 0, 0
    for word, (start, end) in zip(words, offsets, strict=True):
        begins = word != before
        if begins:
            low, high = extent[word]
            shape = word_shape(text[low:high])
            if start == 0 or "\n" in text[reach:start]:
                shape += 6
        shapes.append(shape)
        first.append(begins)
        before, reach = word, end
    spans = np.array(offsets, dtype=np.int32).reshape(-1, 2)
    return Encoded(
        np.array(encoding.ids, dtype=np.int64),
        np.array(shapes, dtype=np.int64),
        spans[:, 0],
        spans[:, 1],
        np.array(first, dtype=np.bool_),
    )


class NameModel:
    """The network and its vocabulary: text in, label probabilities out, nothing remembered."""

    def __init__(self, folder: Path, *, threads: int = 1, window: int = _WINDOW, overlap: int = _OVERLAP) -> None:
        """Load ``int8.onnx``, ``tokenizer.json`` and ``config.json`` from ``folder``."""
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Between paragraphs a spinning pool would burn the core that the PDF worker needs.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        weights = (folder / "int8.onnx").read_bytes()
        self.digest = hashlib.sha256(weights).hexdigest()
        self._session: onnxruntime.InferenceSession = onnxruntime.InferenceSession(
            weights, options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer: tokenizers.Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        names: dict[str, str] = json.loads((folder / "config.json").read_text("utf-8"))["id2label"]
        self.labels: tuple[str, ...] = tuple(names[str(n)] for n in range(len(names)))
        self._window, self._overlap = window, overlap

    def score(self, text: str) -> Scored:
        """Return the label probabilities of every word of one piece of text."""
        piece = encode(self._tokenizer, text)
        total = len(piece.ids)
        if not total:
            return Scored(piece.starts, piece.ends, np.zeros((0, len(self.labels)), np.float32))
        sums = np.zeros((total, len(self.labels)), np.float32)
        weights = np.zeros((total, 1), np.float32)
        start = 0
        while True:
            stop = min(total, start + self._window)
            rows = np.arange(stop - start)
            # A word near the edge of a window has been read with one-sided context: trust the other window more.
            trust = np.minimum(np.minimum(rows, rows[::-1]) + 1, 20).astype(np.float32)[:, None]
            sums[start:stop] += trust * self._probabilities(piece.ids[start:stop], piece.shapes[start:stop])
            weights[start:stop] += trust
            if stop == total:
                break
            start += self._window - self._overlap
        begins = np.flatnonzero(piece.first)
        last = np.append(begins[1:], total) - 1
        return Scored(piece.starts[begins], piece.ends[last], (sums / weights)[begins])

    def _probabilities(self, ids: NDArray[np.int64], shapes: NDArray[np.int64]) -> Floats:
        rows = len(ids) + 2
        feed = {
            "input_ids": np.concatenate(([_CLS], ids, [_SEP]))[None],
            "token_type_ids": np.concatenate(([0], shapes, [0]))[None],
            "attention_mask": np.ones((1, rows), np.int64),
        }
        logits: Floats = self._session.run(None, feed)[0][0, 1:-1]
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        result: Floats = odds / odds.sum(axis=1, keepdims=True)
        return result


class Shelf(Protocol):
    """Where answers are kept for other processes: bytes under a keyed hash, never words."""

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under a key."""

    def put(self, key: bytes, value: bytes) -> None:
        """Keep an answer; it may be dropped."""


class NameFinder:
    """The spaCy component: marks names in a ``Doc`` and remembers the paragraphs it has scored.

    What is remembered is a keyed hash of the paragraph and where its names stand, never its words; the key is made anew for each
    instance and leaves the process with it.
    """

    def __init__(self, model: NameModel, *, person_threshold: float, remember: int) -> None:
        """Wrap ``model``; ``remember`` is how many pieces of text to keep answers for (0: none)."""
        if not 0 < person_threshold <= 1:
            raise ValueError("person_threshold must be above 0 and at most 1")
        if remember < 0:
            raise ValueError("remember must be 0 or more pieces")
        self.model = model
        self.person_threshold = person_threshold
        self._remember = remember
        self._key = secrets.token_bytes(32)
        self._known: OrderedDict[bytes, tuple[NameSpan, ...]] = OrderedDict()
        self._lock = threading.Lock()
        self._shelf: Shelf | None = None

    def share(self, shelf: Shelf, secret: bytes) -> None:
        """Keep answers on a shelf as well, under hashes keyed by ``secret`` (at most 64 bytes) and this very model."""
        made_by = f"{self.model.digest}/{self.person_threshold!r}"
        with self._lock:
            self._key = hashlib.blake2b(made_by.encode(), key=secret, digest_size=32).digest()
            self._shelf = shelf
            self._known.clear()

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.ents`` and put exact spans in ``doc.user_data["uk_name_model"]``: (start, end, label, score)."""
        found = self.marks(doc.text)
        doc.user_data[USER_DATA_KEY] = found
        # spaCy entities cover whole tokens and never overlap; the exact characters are in user_data.
        marked = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label, _ in found]
        doc.ents = tuple(filter_spans([span for span in marked if span is not None]))
        return doc

    def forget(self) -> None:
        """Forget every paragraph scored so far."""
        with self._lock:
            self._known.clear()

    def marks(self, text: str) -> list[tuple[int, int, str, float]]:
        """Return the names in ``text`` as plain tuples: spaCy must be able to send its document to another process."""
        return [(name.start, name.end, name.label, name.score) for name in self.find(text)]

    def find(self, text: str) -> tuple[NameSpan, ...]:
        """Return the names in ``text``, in order, with exact character offsets and scores between 0 and 1."""
        return tuple(
            span.moved(start)
            for start, end in chunks(text)
            if may_name(text[start:end])
            for span in self._names_in(text[start:end])
        )

    def _names_in(self, piece: str) -> tuple[NameSpan, ...]:
        # The tokenizer refuses half a surrogate pair, which broken PDF fonts do produce; the stand-in is as long.
        piece = _LONE_SURROGATE.sub("�", piece)
        if not self._remember:
            return self._read(piece)
        key = hashlib.blake2b(piece.encode(), key=self._key, digest_size=16).digest()
        with self._lock:
            known = self._known.get(key)
            if known is not None:
                self._known.move_to_end(key)
                return known
        names = self._taken_down(key) if self._shelf is not None else None
        if names is None:
            names = self._read(piece)
            if self._shelf is not None:
                self._shelf.put(key, json.dumps([[s.start, s.end, s.label, s.score] for s in names]).encode())
        with self._lock:
            self._known[key] = names
            while len(self._known) > self._remember:
                self._known.popitem(last=False)
        return names

    def _taken_down(self, key: bytes) -> tuple[NameSpan, ...] | None:
        kept = self._shelf.get(key) if self._shelf is not None else None
        return None if kept is None else tuple(NameSpan(*span) for span in json.loads(kept))

    def _read(self, piece: str) -> tuple[NameSpan, ...]:
        scored = self.model.score(piece)
        raw = decode(scored.starts, scored.ends, scored.probabilities, self.model.labels, self.person_threshold)
        return tuple(tidy(piece, raw))


@Language.factory(
    "uk_name_model",
    assigns=["doc.ents"],
    default_config={"model": None, "threads": 1, "person_threshold": DEFAULT_PERSON_THRESHOLD, "remember": 4096},
)
def create_uk_name_model(
    nlp: Language,  # noqa: ARG001  # spaCy's signature
    name: str,  # noqa: ARG001  # spaCy's signature
    model: str | None,
    threads: int,
    person_threshold: float,
    remember: int,
) -> NameFinder:
    """Build the component; ``model`` is a folder of weights, or None for the one in this package."""
    if model is None:
        with resources.as_file(resources.files("recognizers") / "data" / "person_model") as folder:
            network = NameModel(folder, threads=threads)
    else:
        network = NameModel(Path(model), threads=threads)
    return NameFinder(network, person_threshold=person_threshold, remember=remember)
