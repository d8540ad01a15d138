"""A model that was exported comes back close enough to learn on from, and another network's file is refused."""

from __future__ import annotations

import pytest

WHY = "training needs the optional extra: pip install '.[training]'"
torch = pytest.importorskip("torch", reason=WHY)
transformers = pytest.importorskip("transformers", reason=WHY)
pytest.importorskip("onnx", reason=WHY)

from pathlib import Path  # noqa: E402

from training.earlier import take_back  # noqa: E402
from training.export import export  # noqa: E402
from training.network import SHAPES  # noqa: E402
from training.windows import TAGS  # noqa: E402

TOKENIZER = Path(__file__).resolve().parents[2] / "recognizers" / "data" / "person_model" / "tokenizer.json"


def small(seed, layers=1):
    """Return a network of the shipped shape of input and output."""
    torch.manual_seed(seed)
    config = transformers.BertConfig(
        hidden_size=32, num_hidden_layers=layers, num_attention_heads=2, intermediate_size=64,
        type_vocab_size=SHAPES, num_labels=len(TAGS), id2label=dict(enumerate(TAGS)),
    )  # fmt: skip
    network = transformers.BertForTokenClassification(config)
    # Fresh biases are all nought, and the export writes equal tensors once; a network that has learnt has none.
    for parameter in network.parameters():
        parameter.data += torch.randn_like(parameter) * 0.02
    return network


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Return a network and the folder it was exported to."""
    network, folder = small(1), tmp_path_factory.mktemp("model")
    export(network, TOKENIZER, folder)
    return network, folder


def test_every_weight_comes_back_to_within_a_step_of_256(exported):
    """A weight put into the wrong place or turned on its side would be far off."""
    network, folder = exported
    other = small(2)
    take_back(other, folder / "int8.onnx")
    for (name, weight), again in zip(network.named_parameters(), other.parameters(), strict=True):
        step = float(weight.abs().max()) / 127
        assert torch.allclose(weight, again, atol=step), name


def test_another_network_is_refused(exported):
    """Half of the weights of one network in another would look like a bad start and be one for ever."""
    _, folder = exported
    with pytest.raises(ValueError, match="another network"):
        take_back(small(3, layers=2), folder / "int8.onnx")
