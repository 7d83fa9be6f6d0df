"""The convolutions and first layers of Whisper's encoder, as nodes of a graph."""

import numpy as np

from graph import Graph

HEADS = 6


class WhisperEncoder:
    """Adds the encoder of {name: weight} to a graph; weights keep the 16 bits in which they were published."""

    def __init__(self, graph: Graph, weights: dict[str, np.ndarray], every: int) -> None:
        """Keeps every ``every``-th frame of 20 ms: attention over fewer frames averages the same speech for less."""
        self._graph = graph
        self._every = every
        self._weights = {k.removeprefix("encoder/"): v for k, v in weights.items() if k.startswith("encoder/")}
        self._width = self._weights["conv1/bias"].shape[0]

    def frames(self, log_mel: str) -> str:
        """(batch, kept frames, width): both convolutions, with the positions that the kept frames have."""
        g = self._graph
        first = self._gelu(self._convolution("conv1", log_mel, stride=1))
        second = self._gelu(self._convolution("conv2", first, stride=2 * self._every))
        rows = g.add("Transpose", second, perm=[0, 2, 1])
        count = g.add("Shape", rows, start=1, end=2)
        axis, start = g.constant([0], np.int64), g.constant([0], np.int64)
        kept = self._weights["position_encodings/encodings"][:: self._every]
        positions = g.add("Slice", g.half(kept), start, count, axis)
        return g.add("Add", rows, positions)

    def layer(self, index: int, rows: str) -> str:
        """The rows after one layer more."""
        g, name = self._graph, f"layer_{index}"
        rows = g.add("Add", rows, self._attention(f"{name}/self_attention", rows))
        normal = self._normal(f"{name}/ffn/layer_norm", rows)
        up = self._gelu(self._linear(f"{name}/ffn/linear_0", normal))
        return g.add("Add", rows, self._linear(f"{name}/ffn/linear_1", up))

    def _attention(self, name: str, rows: str) -> str:
        g = self._graph
        parts = self._linear(f"{name}/linear_0", self._normal(f"{name}/layer_norm", rows))
        split = g.add("Reshape", parts, g.constant([0, 0, 3, HEADS, self._width // HEADS], np.int64))
        query, key, value = (self._head(split, i, key=i == 1) for i in range(3))
        scale = g.constant((self._width // HEADS) ** -0.5)
        weight = g.add("Softmax", g.add("MatMul", g.add("Mul", query, scale), key), axis=-1)
        heard = g.add("Transpose", g.add("MatMul", weight, value), perm=[0, 2, 1, 3])
        joined = g.add("Reshape", heard, g.constant([0, 0, self._width], np.int64))
        return self._linear(f"{name}/linear_1", joined)

    def _head(self, split: str, index: int, key: bool) -> str:
        """One of query, key and value: (batch, heads, frames, 64), the key transposed."""
        g = self._graph
        part = g.add("Gather", split, g.constant(index, np.int64), axis=2)
        return g.add("Transpose", part, perm=[0, 2, 3, 1] if key else [0, 2, 1, 3])

    def _convolution(self, name: str, rows: str, stride: int) -> str:
        w, b = (self._graph.half(self._weights[f"{name}/{part}"]) for part in ("weight", "bias"))
        return self._graph.add("Conv", rows, w, b, kernel_shape=[3], strides=[stride], pads=[1, 1])

    def _linear(self, name: str, rows: str) -> str:
        g = self._graph
        product = g.add("MatMul", rows, g.half(self._weights[f"{name}/weight"].T))
        return g.add("Add", product, g.half(self._weights[f"{name}/bias"]))

    def _normal(self, name: str, rows: str) -> str:
        g = self._graph
        scale, shift = (g.half(self._weights[f"{name}/{part}"]) for part in ("gamma", "beta"))
        return g.add("LayerNormalization", rows, scale, shift, axis=-1, epsilon=1e-5)

    def _gelu(self, rows: str) -> str:
        """The exact form, in the pattern that runtimes recognise and run as one node."""
        g = self._graph
        error = g.add("Erf", g.add("Div", rows, g.constant(np.sqrt(2.0))))
        return g.add("Mul", g.add("Mul", rows, g.add("Add", error, g.constant(1))), g.constant(0.5))
