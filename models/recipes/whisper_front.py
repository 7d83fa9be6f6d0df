"""Whisper's log-mel from 8 kHz samples, as nodes of a graph.

Whisper hears 16 kHz: Hann windows of 400 samples every 160, power, 80 Slaney bands of 0 to 8 kHz. Windows of 200
every 80 at 8 kHz have the same bins, 40 Hz apart, with a quarter of the power. Bands above 4 kHz are empty
and fall to the floor.
"""

import numpy as np

from graph import Graph

SAMPLE_RATE = 8000
WINDOW = 200
HOP = 80
BANDS = 80
LEVEL_DBFS = -26.0  # RMS
QUIETEST = 1e-10  # Whisper's own lower limit of power
LOUDNESS_AT_LEVEL = 400 * 75 * 10 ** (LEVEL_DBFS / 10)  # Parseval: 400 bins; Hann leaves 75 of 200 samples


def mel_bands(bands: int = BANDS, rate: int = 16000, points: int = 400) -> np.ndarray:
    """Slaney's filters, each of area one: (bands, points / 2 + 1)."""
    frequencies = np.linspace(0, rate / 2, points // 2 + 1)
    edges = _to_hz(np.linspace(0, _to_mel(rate / 2), bands + 2))
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rise, fall = (frequencies - low) / (middle - low), (high - frequencies) / (high - middle)
    return np.maximum(0, np.minimum(rise, fall)) * 2 / (high - low)


def _to_mel(hz: float) -> float:
    return hz * 3 / 200 if hz < 1000 else 15 + np.log(hz / 1000) * 27 / np.log(6.4)


def _to_hz(mel: np.ndarray) -> np.ndarray:
    return np.where(mel >= 15, 1000 * np.exp(np.log(6.4) / 27 * (mel - 15)), mel * 200 / 3)


def power(graph: Graph, samples: str) -> str:
    """(batch, 202, frames): squared cosine and sine parts of every bin. As many frames as Whisper keeps: n // 80."""
    row = graph.add("Unsqueeze", samples, graph.constant([1], np.int64))
    padding = [WINDOW // 2, WINDOW // 2 - HOP]
    waves = graph.add("Conv", row, graph.constant(_waves()), kernel_shape=[WINDOW], strides=[HOP], pads=padding)
    return graph.add("Mul", waves, waves)


def _waves() -> np.ndarray:
    """(202, 1, 200): the windowed cosines and sines of 0, 40 … 4,000 Hz, doubled to weigh as 400 samples would."""
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)
    phase = 2 * np.pi * np.outer(np.arange(WINDOW // 2 + 1), np.arange(WINDOW)) / WINDOW
    return 2 * np.concatenate([np.cos(phase), np.sin(phase)])[:, None] * hann


def loudness(graph: Graph, power_parts: str) -> str:
    """(batch, 1, frames): the power of every window over all bins."""
    return graph.add("ReduceSum", power_parts, graph.constant([1], np.int64), keepdims=1)


def log_mel(graph: Graph, power_parts: str, mean_loudness: str) -> str:
    """(batch, 80, frames) in Whisper's scale: the loudest cell of a row and eight decades below it.

    Every row is brought to one level first, so that no loudness of a line or a microphone is taken for a mood.
    """
    bands = mel_bands()[:, : WINDOW // 2 + 1]
    mel = graph.add("MatMul", graph.constant(np.concatenate([bands, bands], 1)), power_parts)
    levelled = graph.add("Div", mel, graph.add("Add", mean_loudness, graph.constant(QUIETEST)))
    audible = graph.add("Max", levelled, graph.constant(QUIETEST / LOUDNESS_AT_LEVEL))
    decades = graph.add("Mul", graph.add("Log", audible), graph.constant(1 / np.log(10)))
    loudest = graph.add("ReduceMax", decades, axes=[1, 2], keepdims=1)
    floored = graph.add("Max", decades, graph.add("Sub", loudest, graph.constant(8)))
    zero = graph.constant(4 + np.log10(LOUDNESS_AT_LEVEL))
    return graph.add("Mul", graph.add("Add", floored, zero), graph.constant(0.25))
