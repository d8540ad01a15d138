"""The mean of two made models, weight by weight: steadier than either (Wortsman et al. 2022, arXiv:2203.05482). Needs PyTorch.

Both must have begun with the same base, or their weights would stand for different things.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch

from training.earlier import take_back
from training.export import export
from training.network import base_folder, new_network


def mean(one: Path, other: Path, out: Path, *, share: float) -> None:
    """Write to ``out`` the model whose weights are ``share`` of ``other``'s and the rest of ``one``'s.

    Raises:
        ValueError: a folder holds another network.
    """
    base = base_folder()
    made, beside = new_network(base), new_network(base)
    take_back(made, one / "int8.onnx")
    take_back(beside, other / "int8.onnx")
    theirs = beside.state_dict()
    with torch.no_grad():
        for name, weight in made.state_dict().items():
            if weight.is_floating_point():
                weight.lerp_(theirs[name], share)
    made.train(mode=False)
    export(made, base / "tokenizer.json", out)
    parts = [json.loads((folder / "recipe.json").read_text("utf-8")) for folder in (one, other)]
    (out / "recipe.json").write_text(json.dumps({"share": share, "parts": parts}, indent=1) + "\n", "utf-8")
