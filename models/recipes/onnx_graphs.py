"""Blocks for ONNX graphs that are written by hand, in ONNX's own text form.

Written rather than traced: a graph that takes any length has to compute its indices, and text shows how.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper, parser

OPSET = 17
IR_VERSION = 8  # goes with opset 17
Weights = dict[str, NDArray[np.generic]]


def fourier(window: NDArray[np.float32]) -> NDArray[np.float32]:
    """The windowed discrete Fourier transform as convolution kernels: (2 * bins, 1, samples), cosines before sines."""
    size = len(window)
    phase = 2 * np.pi * np.outer(np.arange(size // 2 + 1), np.arange(size)) / size
    return (np.concatenate([np.cos(phase), np.sin(phase)]) * window).astype(np.float32)[:, None]


def lstm(weights: Mapping[str, NDArray[np.float32]], layer: int) -> Weights:
    """PyTorch's weights of a layer as ONNX wants them: gates input, output, forget, cell; a leading direction."""

    def gates(name: str) -> NDArray[np.float32]:
        into, forget, cell, out = np.split(weights[f"lstm.{name}_l{layer}"], 4)
        return np.concatenate([into, out, forget, cell])[None]

    biases = np.concatenate([gates("bias_ih"), gates("bias_hh")], axis=1)
    return {f"W{layer}": gates("weight_ih"), f"R{layer}": gates("weight_hh"), f"B{layer}": biases}


def model(graph: str, weights: Weights) -> onnx.ModelProto:
    """A checked model out of a graph's text and the weights it names."""
    parsed = parser.parse_graph(graph)
    parsed.initializer.extend(numpy_helper.from_array(np.asarray(w, order="C"), name) for name, w in weights.items())
    opset = onnx.helper.make_opsetid("", OPSET)
    made = onnx.helper.make_model(parsed, opset_imports=[opset], ir_version=IR_VERSION, producer_name="undertone")
    onnx.checker.check_model(made, full_check=True)
    return made


def save(made: onnx.ModelProto, path: Path) -> None:
    """The same weights give the same bytes, and so the same hash."""
    path.write_bytes(made.SerializeToString(deterministic=True))
