"""Halves the feed-forward parts of the encoder: of 1,536 neurons each, those go that say the same whatever they hear.

A third of the work of a window is done by neurons whose answer hardly varies from one frame of speech to the next. What
they say on average stays, in the bias.
"""

from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import NDArray

from emotion_model import EVERY, encoder_rows, session
from graph import Graph
from telephony import Signal
from whisper_encoder import WhisperEncoder

KEPT = 768
Weights = dict[str, np.ndarray]


def pruned(weights: Weights, speech: Sequence[Signal]) -> Weights:
    """The same encoder with ``KEPT`` neurons in each of its first two layers; ``speech`` is all of one length."""
    ready = session(_listening_model(weights))
    told = np.mean([ready.run(None, {"samples": x[None]})[0][0] for x in speech], axis=0)
    means, squares = told.reshape(2, 2, -1).transpose(1, 0, 2)
    slim = dict(weights)
    for layer in (0, 1):
        slim |= _slim_layer(weights, f"encoder/layer_{layer}/ffn", means[layer], squares[layer])
    return slim


def _slim_layer(weights: Weights, name: str, mean: NDArray[np.float32], square: NDArray[np.float32]) -> Weights:
    out = weights[f"{name}/linear_1/weight"].astype(np.float32)
    influence = (square - mean**2) * np.square(out).sum(0)
    kept = np.sort(np.argsort(-influence)[:KEPT])
    gone = np.setdiff1d(np.arange(len(mean)), kept)
    bias = weights[f"{name}/linear_1/bias"] + out[:, gone] @ mean[gone]
    return {
        f"{name}/linear_0/weight": weights[f"{name}/linear_0/weight"][kept],
        f"{name}/linear_0/bias": weights[f"{name}/linear_0/bias"][kept],
        f"{name}/linear_1/weight": weights[f"{name}/linear_1/weight"][:, kept],
        f"{name}/linear_1/bias": bias.astype(np.float16),
    }


def _listening_model(weights: Weights) -> onnx.ModelProto:
    """For every window the mean of each neuron of layer 0, of its square, then the same of layer 1."""
    graph = Graph()
    encoder = WhisperEncoder(graph, weights)
    rows = encoder.attention(0, encoder_rows(graph, encoder)[0], EVERY)
    between = encoder.attention(1, encoder.feed_forward(0, rows))
    means = []
    for layer, heard in ((0, rows), (1, between)):
        neurons = encoder.neurons(layer, heard)
        means += [
            graph.add("ReduceMean", x, axes=[1], keepdims=0) for x in (neurons, graph.add("Mul", neurons, neurons))
        ]
    graph.rename(graph.add("Concat", *means, axis=-1), "means")
    width = sum(2 * len(weights[f"encoder/layer_{layer}/ffn/linear_0/bias"]) for layer in (0, 1))
    return graph.model({"means": width}, "listening")
