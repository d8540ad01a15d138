"""A model made earlier, taken back from its 8-bit file to learn on from there. Needs PyTorch and ONNX."""

from __future__ import annotations

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from transformers import BertForTokenClassification

# "/network/bert/encoder/layer.0/attention/self/query/MatMul_quant" multiplies by the weight of "bert...query".
_MULTIPLIES = "MatMulInteger"
_PREFIX = "network."


def take_back(network: BertForTokenClassification, file: Path) -> None:
    """Set the weights of ``network`` to those of ``file``, an ``int8.onnx`` that ``export`` wrote.

    A weight comes back as its nearest step of 256; what the 8 bits cost is learnt again in a few steps.

    Raises:
        ValueError: the file holds another network.
    """
    graph = onnx.load(file).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    weights: dict[str, torch.Tensor] = {}

    def unpacked(name: str) -> torch.Tensor:
        numbers = stored[f"{name}_quantized"].astype("float32") - stored[f"{name}_zero_point"].astype("float32")
        return torch.from_numpy(numbers * stored[f"{name}_scale"])

    for name, values in stored.items():
        if name.startswith(_PREFIX):
            bare = name.removeprefix(_PREFIX)
            if name.endswith("_quantized"):
                weights[bare.removesuffix("_quantized")] = unpacked(name.removesuffix("_quantized"))
            elif not name.endswith(("_scale", "_zero_point")):
                weights[bare] = torch.from_numpy(values.copy())
    for node in graph.node:
        if node.op_type == _MULTIPLIES:
            place = node.name.strip("/").removesuffix("/MatMul_quant").replace("/", ".").removeprefix(_PREFIX)
            # Layers multiply by rows, ONNX by columns.
            weights[f"{place}.weight"] = unpacked(node.input[1].removesuffix("_quantized")).T.contiguous()
    missing = [name for name, _ in network.named_parameters() if name not in weights]
    strange = [name for name in weights if name not in network.state_dict()]
    if missing or strange:
        raise ValueError(f"{file.name} holds another network: {len(missing)} weights missing, {len(strange)} unknown")
    network.load_state_dict(weights, strict=False)
