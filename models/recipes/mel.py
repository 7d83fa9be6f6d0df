"""Mel spectra as GE2E hears them: Slaney's bands of power, without logarithm, 25 ms windows every 10 ms.

The published network was trained at 16 kHz. At 8 kHz a window of half as many samples has bins at the same
frequencies and a quarter of the power, so the lower bands come out the same once the power is multiplied by four.
"""

import numpy as np
from numpy.typing import NDArray

from telephony import Signal

BANDS = 40  # of the published network, 0-8 kHz
NARROW_BANDS = 31  # of these lie wholly below 4 kHz; an 8 kHz signal has nothing for the others
LEVEL_DBFS = -30  # RMS that the published network expects
SLICE = 160  # frames that it was trained on: 1.6 s


def band_matrix(rate: int) -> NDArray[np.float32]:
    """Area-normalised triangles of librosa's default scale over the bins of a 25 ms window: (bands, bins)."""
    hz = np.linspace(0, rate / 2, rate // 80 + 1)
    edges = _hz(np.linspace(0, _mel(8_000.0), BANDS + 2))[: bands(rate) + 2, None]
    low, middle, high = edges[:-2], edges[1:-1], edges[2:]
    triangles = np.maximum(0, np.minimum((hz - low) / (middle - low), (high - hz) / (high - middle)))
    return (triangles * 2 / (high - low) * (16_000 / rate) ** 2).astype(np.float32)


def bands(rate: int) -> int:
    """How many bands a signal of ``rate`` Hz fills."""
    return NARROW_BANDS if rate == 8_000 else BANDS


def window(rate: int) -> NDArray[np.float32]:
    """The 25 ms Hann window, periodic."""
    return np.hanning(rate // 40 + 1)[:-1].astype(np.float32)


def mel(x: Signal, rate: int) -> NDArray[np.float32]:
    """Mel frames of ``x`` at the level: (1 + samples // hop, bands). Windows are centred, zeros lie beyond the ends."""
    x = x * (10 ** (LEVEL_DBFS / 20) / (np.sqrt(np.mean(x**2)) + 1e-9))
    size, hop = rate // 40, rate // 100
    frames = np.lib.stride_tricks.sliding_window_view(np.pad(x, size // 2), size)[::hop] * window(rate)
    spectrum = np.fft.rfft(frames, axis=1)
    return ((spectrum.real**2 + spectrum.imag**2).astype(np.float32)) @ band_matrix(rate).T


def _mel(hz: float) -> float:
    return 15 + np.log(hz / 1_000) * 27 / np.log(6.4) if hz >= 1_000 else hz * 3 / 200


def _hz(mel_: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(mel_ >= 15, 1_000 * 6.4 ** ((mel_ - 15) / 27), mel_ * 200 / 3)
