"""What a telephone does to a voice: one fixed channel to test with, and endless random ones to train with.

Audio is float32 in -1...1. Whatever is random takes the generator as a parameter, so a seed repeats a run.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd
from pathlib import Path

import numpy as np
import soundfile
from numpy.random import Generator
from numpy.typing import NDArray
from scipy.fft import irfft, next_fast_len, rfft
from scipy.signal import butter, resample_poly, sosfilt

Signal = NDArray[np.float32]

RATE = 8_000  # Hz, the rate of every telephone signal here
FRAME = 160  # samples: 20 ms, what an RTP packet carries
TEST_BAND = butter(4, [300 / 4_000, 3_400 / 4_000], "band", output="sos")  # the band of G.712


def to_8k(x: Signal, rate: int) -> Signal:
    """Resamples from ``rate`` Hz to 8 kHz with an anti-alias low-pass."""
    common = gcd(rate, RATE)
    return x if rate == RATE else resample_poly(x, RATE // common, rate // common).astype(np.float32)


def load(path: Path) -> tuple[Signal, int]:
    """Reads a recording as one channel; also returns its rate in Hz."""
    x, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return x.mean(axis=1, dtype=np.float32), rate


def telephone(x: Signal, rate: int = RATE) -> Signal:
    """Sends ``x`` through the test channel: 300-3,400 Hz at 8 kHz, peak 0.5, mu-law. Nothing about it is random."""
    narrow = sosfilt(TEST_BAND, to_8k(x, rate))
    return mu_law(0.5 * narrow / (np.abs(narrow).max() + 1e-9))


def mu_law(x: Signal) -> Signal:
    """Codes to 8 bits and back by the formula that G.711's mu-law approximates, mu = 255."""
    coded = np.sign(x) * np.log1p(255 * np.minimum(np.abs(x), 1)) / np.log(256)
    coded = np.round((coded + 1) / 2 * 255) / 255 * 2 - 1
    return (np.sign(coded) * (256.0 ** np.abs(coded) - 1) / 255).astype(np.float32)


def a_law(x: Signal) -> Signal:
    """Codes to 8 bits and back by the formula that G.711's A-law approximates, A = 87.6."""
    size, scale = np.minimum(np.abs(x), 1), 1 + np.log(87.6)
    coded = np.where(size < 1 / 87.6, 87.6 * size, 1 + np.log(np.maximum(87.6 * size, 1))) / scale
    coded = np.round((np.sign(x) * coded + 1) / 2 * 255) / 255 * 2 - 1
    level = np.abs(coded) * scale
    return (np.sign(coded) * np.where(level < 1, level, np.exp(level - 1)) / 87.6).astype(np.float32)


# Both codecs of every 16-bit sample: looking up is twenty times cheaper than the logarithms.
CODECS = tuple(codec(np.arange(-32_768, 32_768, dtype=np.float32) / 32_767) for codec in (mu_law, a_law))


@dataclass(frozen=True)
class Lines:
    """How bad the random lines are: probabilities and ranges, drawn anew for every call of ``augmented``."""

    speed: float = 0.5  # probability; off for pairs whose other half keeps its pace
    slowest: float = 0.9
    fastest: float = 1.1
    noise: float = 0.6
    snr_db: tuple[float, float] = (8, 35)
    low_hz: tuple[float, float] = (200, 500)
    high_hz: tuple[float, float] = (2_700, 3_800)
    tilt_db: float = 6  # at most, over the band, up or down: handsets differ
    peak_dbfs: tuple[float, float] = (-26, 0)
    clipping: float = 0.15
    drive_db: tuple[float, float] = (3, 12)  # over full scale, where it clips
    loss: float = 0.3
    lost_share: tuple[float, float] = (0.01, 0.08)  # of the 20 ms frames


def augmented(x: Signal, rng: Generator, lines: Lines = Lines(), babble: Sequence[Signal] = ()) -> Signal:
    """Sends 8 kHz audio down a random line. Other people's speech in ``babble`` joins the kinds of noise.

    The length changes only where the speed does.
    """
    if rng.random() < lines.speed:
        x = _faster(x, rng.uniform(lines.slowest, lines.fastest))
    if rng.random() < lines.noise:
        x = _noisy(x, rng.uniform(*lines.snr_db), rng, babble)
    x = _banded(x, rng, lines)
    drive = lines.drive_db if rng.random() < lines.clipping else lines.peak_dbfs
    x = np.clip(x * (10 ** (rng.uniform(*drive) / 20) / (np.abs(x).max() + 1e-9)), -1, 1)
    x = CODECS[rng.integers(2)][np.rint(x * 32_767).astype(np.int32) + 32_768]
    return _lossy(x, rng.uniform(*lines.lost_share), rng) if rng.random() < lines.loss else x


def check_signal(samples: int, rate: int = RATE) -> Signal:
    """The signal of every model's self-check, which the job computes too: a swelling tone and one that beats."""
    t = np.arange(samples) / rate
    swelling = 0.1 * np.sin(2 * np.pi * 220 * t) * (1 + 0.5 * np.sin(2 * np.pi * 4 * t))
    return (swelling + 0.05 * np.sin(2 * np.pi * 1_330 * t) * np.sin(2 * np.pi * 3 * t) ** 2).astype(np.float32)


def _faster(x: Signal, speed: float) -> Signal:
    """Plays faster or slower; pitch moves with it. Steps of 1/40 keep the resampler short."""
    return resample_poly(x, 40, round(40 * speed)).astype(np.float32)


def _noisy(x: Signal, snr_db: float, rng: Generator, babble: Sequence[Signal]) -> Signal:
    kind = rng.integers(3 if babble else 2)
    if kind == 0:
        noise = rng.standard_normal(len(x), dtype=np.float32)
    elif kind == 1:
        noise = _coloured(len(x), rng.uniform(0.5, 1.0), rng)
    else:
        noise = np.sum([_stretch(babble[rng.integers(len(babble))], len(x), rng) for _ in range(4)], axis=0)
    power, wanted = np.mean(noise**2) + 1e-12, np.mean(x**2) * 10 ** (-snr_db / 10)
    return (x + noise * np.sqrt(wanted / power)).astype(np.float32)


def _coloured(samples: int, slope: float, rng: Generator) -> Signal:
    """Noise whose amplitude falls with frequency to the power of ``slope``: 0.5 is pink, 1 is brown."""
    size = next_fast_len(samples, real=True)
    spectrum = rfft(rng.standard_normal(size, dtype=np.float32))
    spectrum *= (np.maximum(np.arange(len(spectrum)), 1) ** -slope).astype(np.float32)
    return irfft(spectrum, size)[:samples]


def _stretch(x: Signal, samples: int, rng: Generator) -> Signal:
    """Any stretch of ``x``, repeated where it is too short, at unit power, so that no voice of a babble leads."""
    start = rng.integers(len(x))
    piece = np.take(x, np.arange(start, start + samples), mode="wrap")
    return piece / (np.sqrt(np.mean(piece**2)) + 1e-6)


def _banded(x: Signal, rng: Generator, lines: Lines) -> Signal:
    """Limits the band and tilts it. By FFT, without phase: models here hear powers only."""
    size = next_fast_len(len(x), real=True)
    hz = np.maximum(np.fft.rfftfreq(size, 1 / RATE), 1)
    low, high, order = rng.uniform(*lines.low_hz), rng.uniform(*lines.high_hz), rng.integers(2, 7)
    tilt_db_per_octave = rng.uniform(-lines.tilt_db, lines.tilt_db) / np.log2(3_400 / 300)
    gain = (hz / 1_000) ** (tilt_db_per_octave / 6.02)
    gain /= np.sqrt((1 + (low / hz) ** (2 * order)) * (1 + (hz / high) ** (2 * order)))
    return irfft(rfft(x, size) * gain.astype(np.float32), size)[: len(x)]


def _lossy(x: Signal, lost_share: float, rng: Generator) -> Signal:
    """Loses runs of one to five frames, either zeroed or concealed by the frame before, which fades out over 100 ms."""
    x, frames, concealed = x.copy(), len(x) // FRAME, rng.random() < 0.5
    for _ in range(max(1, round(frames * lost_share / 3))):
        first, run = rng.integers(1, max(2, frames)), rng.integers(1, 6)
        for lost in range(first, min(first + run, frames)):
            fading = 1 - (lost - first + 1) / 6 if concealed else 0.0
            before = x[(first - 1) * FRAME : first * FRAME]
            x[lost * FRAME : (lost + 1) * FRAME] = before * fading
    return x
