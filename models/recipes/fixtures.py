"""Tiny networks that Undertone's tests load: signatures of public models, with next to no weights.

Usage: fixtures.py FOLDER (udfs/src/test/resources/models). onnx.
"""

import sys
from pathlib import Path

import onnx
from onnx import TensorProto, helper

FLOAT = TensorProto.FLOAT


def save(folder: Path, name: str, nodes: list, inputs: list, outputs: list, constants: list) -> None:
    graph = helper.make_graph(nodes, name, inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    (folder / f"{name}.onnx").write_bytes(model.SerializeToString())


def waveform_classifier(folder: Path) -> None:
    """DistilHuBERT's signature: waveform [b, n] at 16 kHz to logits [b, 3], which follow loudness and mean."""
    save(
        folder,
        "waveform-classifier",
        [
            helper.make_node("Abs", ["waveform"], ["magnitude"]),
            helper.make_node("ReduceMean", ["magnitude"], ["loud"], axes=[1], keepdims=1),
            helper.make_node("ReduceMean", ["waveform"], ["mean"], axes=[1], keepdims=1),
            helper.make_node("Concat", ["loud", "mean"], ["features"], axis=1),
            helper.make_node("Gemm", ["features", "weights", "bias"], ["logits"]),
        ],
        [helper.make_tensor_value_info("waveform", FLOAT, ["b", "n"])],
        [helper.make_tensor_value_info("logits", FLOAT, ["b", 3])],
        [
            helper.make_tensor("weights", FLOAT, [2, 3], [20.0, 0.0, -20.0, 0.0, 10.0, 0.0]),
            helper.make_tensor("bias", FLOAT, [3], [-2.0, 0.0, 2.0]),
        ],
    )


def logarithm(folder: Path) -> None:
    """samples [b, n] to the logarithm of their mean, [b, 1]: no number when that is below 0."""
    save(
        folder,
        "logarithm",
        [
            helper.make_node("ReduceMean", ["samples"], ["mean"], axes=[1], keepdims=1),
            helper.make_node("Log", ["mean"], ["output"]),
        ],
        [helper.make_tensor_value_info("samples", FLOAT, ["b", "n"])],
        [helper.make_tensor_value_info("output", FLOAT, ["b", 1])],
        [],
    )


def mel_slices(folder: Path) -> None:
    """GE2E's signature: slices [b, 160, 40] of a mel spectrogram to embeddings [b, 40], the bands' means."""
    save(
        folder,
        "mel-slices",
        [helper.make_node("ReduceMean", ["mel"], ["embedding"], axes=[1], keepdims=0)],
        [helper.make_tensor_value_info("mel", FLOAT, ["b", 160, 40])],
        [helper.make_tensor_value_info("embedding", FLOAT, ["b", 40])],
        [],
    )


if __name__ == "__main__":
    target = Path(sys.argv[1])
    for make in (waveform_classifier, logarithm, mel_slices):
        make(target)
