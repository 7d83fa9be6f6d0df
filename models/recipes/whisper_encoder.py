"""The convolutions and first layers of Whisper's encoder, as nodes of a graph."""

import numpy as np

from graph import Graph

HEADS = 6
ALL = np.iinfo(np.int64).max


class WhisperEncoder:
    """Adds the encoder of {name: weight} to a graph; weights keep the 16 bits in which they were published."""

    def __init__(self, graph: Graph, weights: dict[str, np.ndarray]) -> None:
        """Takes all weights of a Whisper model; only its encoder's are read."""
        self._graph = graph
        self._weights = {k.removeprefix("encoder/"): v for k, v in weights.items() if k.startswith("encoder/")}
        self._width = self._weights["conv1/bias"].shape[0]
        self._batch = graph.add("Shape", "samples", start=0, end=1)

    def frames(self, log_mel: str) -> str:
        """(batch, frames / 2, width): both convolutions, with positions."""
        g = self._graph
        bands = g.add("Transpose", log_mel, perm=[0, 2, 1])
        first = self._gelu(self._convolution("conv1", bands, stride=1))
        rows = self._gelu(self._convolution("conv2", first, stride=2))
        count = g.add("Shape", rows, start=1, end=2)
        axis, start = g.constant([0], np.int64), g.constant([0], np.int64)
        positions = g.add("Slice", g.half(self._weights["position_encodings/encodings"]), start, count, axis)
        return g.add("Add", rows, positions)

    def attention(self, layer: int, rows: str, every: int = 1) -> str:
        """Every ``every``-th row with what it heard from all rows: half the rows are half the work from here on."""
        g, name = self._graph, f"layer_{layer}/self_attention"
        normal = self._normal(f"{name}/layer_norm", rows)
        weight, bias = (self._weights[f"{name}/linear_0/{part}"] for part in ("weight", "bias"))
        query, key, value = (slice(i * self._width, (i + 1) * self._width) for i in range(3))
        asked = self._heads(self._product(self._every(normal, every), weight[query], bias[query]), [0, 2, 1, 3])
        known = self._heads(self._product(normal, weight[key], bias[key]), [0, 2, 3, 1])
        told = self._heads(self._product(normal, weight[value], bias[value]), [0, 2, 1, 3])
        scaled = g.add("Mul", asked, g.constant((self._width // HEADS) ** -0.5))
        heard = g.add("MatMul", g.add("Softmax", g.add("MatMul", scaled, known), axis=-1), told)
        joined = g.add("Transpose", heard, perm=[0, 2, 1, 3])
        joined = g.add("Reshape", joined, g.constant([0, 0, self._width], np.int64))
        return g.add("Add", self._every(rows, every), self._linear(f"{name}/linear_1", joined))

    def feed_forward(self, layer: int, rows: str) -> str:
        """The rows after the second half of a layer."""
        name = f"layer_{layer}/ffn"
        up = self._gelu(self._linear(f"{name}/linear_0", self._normal(f"{name}/layer_norm", rows)))
        return self._graph.add("Add", rows, self._linear(f"{name}/linear_1", up))

    def _heads(self, rows: str, order: list[int]) -> str:
        split = self._graph.constant([0, 0, HEADS, self._width // HEADS], np.int64)
        return self._graph.add("Transpose", self._graph.add("Reshape", rows, split), perm=order)

    def _every(self, rows: str, step: int, first: int = 0, end: int = ALL) -> str:
        g = self._graph
        return g.add("Slice", rows, *(g.constant([i], np.int64) for i in (first, end, 1, step)))

    def _convolution(self, name: str, rows: str, stride: int) -> str:
        """Three neighbouring rows side by side, times the kernel: on a CPU a third faster than the operator."""
        g, kernel = self._graph, self._weights[f"{name}/weight"]
        padded = g.add("Pad", rows, g.constant([0, 1, 0, 0, 1, 0], np.int64))
        taps = [self._every(padded, stride, tap, end) for tap, end in ((0, -2), (1, -1), (2, ALL))]
        flat = kernel.transpose(0, 2, 1).reshape(len(kernel), -1)
        return self._product(g.add("Concat", *taps, axis=2), flat, self._weights[f"{name}/bias"])

    def _linear(self, name: str, rows: str) -> str:
        return self._product(rows, self._weights[f"{name}/weight"], self._weights[f"{name}/bias"])

    def _product(self, rows: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """One product over the rows of all of the batch: with two dimensions the bias comes for nothing."""
        g, (out, into) = self._graph, weight.shape
        flat = g.add("Reshape", rows, g.constant([-1, into], np.int64))
        product = g.add("Gemm", flat, g.half(weight), g.half(bias), transB=1)
        return g.add("Reshape", product, g.add("Concat", self._batch, g.constant([-1, out], np.int64), axis=0))

    def _normal(self, name: str, rows: str) -> str:
        g = self._graph
        scale, shift = (g.half(self._weights[f"{name}/{part}"]) for part in ("gamma", "beta"))
        return g.add("LayerNormalization", rows, scale, shift, axis=-1, epsilon=1e-5)

    def _gelu(self, rows: str) -> str:
        """The exact form, in the pattern that runtimes recognise and run as one node."""
        g = self._graph
        error = g.add("Erf", g.add("Div", rows, g.constant(np.sqrt(2.0))))
        return g.add("Mul", g.add("Mul", rows, g.add("Add", error, g.constant(1))), g.constant(0.5))
