"""From trained weights to the three files that ``recognizers.name_model`` reads. Needs PyTorch and ONNX."""

from __future__ import annotations

import logging
import shutil
import tempfile
import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertForTokenClassification


class _Logits(torch.nn.Module):
    def __init__(self, network: BertForTokenClassification) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        logits: torch.Tensor = self.network(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).logits
        return logits


def export(network: BertForTokenClassification, tokenizer: Path, folder: Path) -> None:
    """Write ``int8.onnx``, ``config.json`` and ``tokenizer.json`` to ``folder``.

    Weights become 8-bit integers with one scale a channel; activations are scaled as the model runs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.train(mode=False)
    network.set_attn_implementation("eager")
    example = torch.randint(5, 1000, (2, 40))
    names = ["input_ids", "attention_mask", "token_type_ids"]
    logging.getLogger("onnxruntime.quantization").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = Path(scratch) / "fp32.onnx"
        torch.onnx.export(
            _Logits(network),
            (example, torch.ones_like(example), torch.zeros_like(example)),
            str(full),
            input_names=names,
            output_names=["logits"],
            dynamic_axes={name: {0: "batch", 1: "pieces"} for name in (*names, "logits")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(full, folder / "int8.onnx", weight_type=QuantType.QInt8, per_channel=True)
    network.config.save_pretrained(folder)
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
