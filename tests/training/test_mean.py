"""The mean of two models lies between them, weight by weight."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

WHY = "training needs the optional extra: pip install '.[training]'"
torch = pytest.importorskip("torch", reason=WHY)
pytest.importorskip("transformers", reason=WHY)
pytest.importorskip("onnx", reason=WHY)

from test_earlier import TOKENIZER, small  # noqa: E402

from training import mean  # noqa: E402
from training.earlier import take_back  # noqa: E402
from training.export import export  # noqa: E402


@pytest.fixture
def two(tmp_path, monkeypatch):
    """Return two small networks and the folders they were exported to; the base is small as well."""
    networks, folders = (small(1), small(2)), (tmp_path / "one", tmp_path / "other")
    for number, (network, folder) in enumerate(zip(networks, folders, strict=True)):
        export(network, TOKENIZER, folder)
        (folder / "recipe.json").write_text(json.dumps({"seed": number}), "utf-8")
    monkeypatch.setattr(mean, "base_folder", lambda: Path(TOKENIZER).parent)
    monkeypatch.setattr(mean, "new_network", lambda _: small(3))
    return networks, folders


@pytest.mark.parametrize("share", [0.0, 0.75, 1.0])
def test_every_weight_is_so_much_of_the_one_and_so_much_of_the_other(two, tmp_path, share):
    """Within the steps of 256 that both were rounded to."""
    (one, other), folders = two
    mean.mean(*folders, tmp_path / "out", share=share)
    made = small(4)
    take_back(made, tmp_path / "out" / "int8.onnx")
    for (name, first), second, between in zip(
        one.named_parameters(), other.parameters(), made.parameters(), strict=True
    ):
        step = float(torch.maximum(first.abs(), second.abs()).max()) / 127
        assert torch.allclose(torch.lerp(first, second, share), between, atol=2 * step), name


def test_what_it_was_made_of_is_written_down(two, tmp_path):
    """Or nobody could make it again."""
    mean.mean(*two[1], tmp_path / "out", share=0.25)
    assert json.loads((tmp_path / "out" / "recipe.json").read_text("utf-8")) == {
        "share": 0.25,
        "parts": [{"seed": 0}, {"seed": 1}],
    }
