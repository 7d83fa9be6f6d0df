"""The emotion model as one graph, samples in, probabilities out. Training hears by the same graph without its head."""

from dataclasses import dataclass

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray

from graph import Graph
from whisper_encoder import WhisperEncoder
from whisper_front import QUIETEST, log_mel, loudness, power

LABELS = ("angry", "happy", "neutral", "sad")
EVERY = 2  # of the frames of 20 ms: neighbours are alike, and the second layer need not hear them all
FEATURES = 3 * 2 * 384  # mean and deviation, after the first layer, after the second's attention, after the second
PRODUCER = "undertone-emotion"

SILENT_DB = -35.0  # below the loudest frame: a pause, which must not weigh in mean and deviation
SPOKEN_DB = -25.0  # from here a frame counts fully; the slope between keeps scores smooth


@dataclass(frozen=True)
class Head:
    """Everything after the pooling, folded into one product: softmax(features @ weights + bias)."""

    weights: NDArray[np.float64]
    bias: NDArray[np.float64]


def features_model(whisper: dict[str, np.ndarray]) -> onnx.ModelProto:
    """Samples to the features that a head is fitted to."""
    graph = Graph()
    graph.rename(_features(graph, whisper), "features")
    return graph.model({"features": FEATURES}, PRODUCER)


def emotion_model(whisper: dict[str, np.ndarray], head: Head) -> onnx.ModelProto:
    """Samples to probabilities."""
    graph = Graph()
    product = graph.add("MatMul", _features(graph, whisper), graph.constant(head.weights))
    scores = graph.add("Add", product, graph.constant(head.bias))
    graph.rename(graph.add("Softmax", scores, axis=-1), "probabilities")
    return graph.model({"probabilities": len(LABELS)}, PRODUCER)


def session(model: onnx.ModelProto | bytes) -> onnxruntime.InferenceSession:
    """One thread, as a task slot has it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    raw = model if isinstance(model, bytes) else model.SerializeToString()
    return onnxruntime.InferenceSession(raw, options, providers=["CPUExecutionProvider"])


def _features(graph: Graph, whisper: dict[str, np.ndarray]) -> str:
    parts = power(graph, "samples")
    heard = loudness(graph, parts)
    spoken = graph.add("Transpose", spoken_weight(graph, heard), perm=[0, 2, 1])
    encoder = WhisperEncoder(graph, whisper)
    rows = encoder.frames(log_mel(graph, parts, graph.add("MatMul", heard, spoken)))
    first = encoder.feed_forward(0, encoder.attention(0, rows, EVERY))
    between = encoder.attention(1, first)
    second = encoder.feed_forward(1, between)
    kept = graph.add("MaxPool", heard, kernel_shape=[3], strides=[2 * EVERY], pads=[1, 1])
    weight = spoken_weight(graph, kept)
    pooled = [part for rows in (first, between, second) for part in _mean_and_deviation(graph, rows, weight)]
    return graph.add("Concat", *pooled, axis=-1)


def spoken_weight(graph: Graph, heard: str) -> str:
    """(batch, 1, frames), summing to one: how much each frame counts, by its loudness below the loudest."""
    decades = graph.add("Log", graph.add("Max", heard, graph.constant(QUIETEST)))
    below = graph.add("Sub", decades, graph.add("ReduceMax", decades, axes=[2], keepdims=1))
    slope, silent = 10 / np.log(10) / (SPOKEN_DB - SILENT_DB), SILENT_DB / (SPOKEN_DB - SILENT_DB)
    ramp = graph.add("Sub", graph.add("Mul", below, graph.constant(slope)), graph.constant(silent))
    weight = graph.add("Clip", ramp, graph.constant(0), graph.constant(1))
    return graph.add("Div", weight, graph.add("ReduceSum", weight, graph.constant([2], np.int64), keepdims=1))


def _mean_and_deviation(graph: Graph, rows: str, weight: str) -> tuple[str, str]:
    """Two of (batch, width), over the frames that count."""
    mean = graph.add("MatMul", weight, rows)
    off = graph.add("Sub", rows, mean)
    variance = graph.add("MatMul", weight, graph.add("Mul", off, off))
    deviation = graph.add("Sqrt", graph.add("Add", variance, graph.constant(1e-6)))
    axis = graph.constant([1], np.int64)
    return graph.add("Squeeze", mean, axis), graph.add("Squeeze", deviation, axis)
