"""Writes what numpy and librosa find in signals, for the test of a leg's spectral means to compare with.

    reference_spectrum.py --audio ../../../shared/audio --out ../../udfs/src/test/resources/loudness/spectral-means.json

Needs librosa 0.11.0 besides requirements.txt. Signals are the two of reference_vectors.py, rounded to 16 bits, and a
recorded call. Frames, energies and centroid are numpy's, mel bands and cepstrum librosa's.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import librosa
import numpy as np
import soundfile

from telephony import check_signal

Signal = np.ndarray

BANDS_HZ = ((20, 250), (250, 2_000), (2_000, 6_000), (6_000, 20_000))


def noise(samples: int, rate: int) -> Signal:
    """White noise of a linear congruential generator (Numerical Recipes) and a tone of 440 Hz."""
    states, state = np.empty(samples), 1
    for i in range(samples):
        state = (state * 1664525 + 1013904223) % 2**32
        states[i] = state
    return 0.1 * (states / 2**31 - 1) + 0.2 * np.sin(2 * np.pi * 440 * np.arange(samples) / rate)


SIGNALS: dict[str, Callable[[int, int], Signal]] = {"check": check_signal, "noise": noise}


def sixteen_bits(x: Signal) -> Signal:
    """As a telephone line carries it: whole steps of 2^-15. Halves, which two languages round apart, do not occur."""
    return np.round(x.astype(np.float32).astype(np.float64) * 32_768) / 32_768


def means(x: Signal, rate: int) -> dict[str, object]:
    """Means over frames of 32 ms every 16 ms that lie in the signal wholly."""
    size = 32 * rate // 1_000
    window = np.hanning(size + 1)[:-1]  # periodic
    frames = np.lib.stride_tricks.sliding_window_view(x, size)[:: size // 2] * window
    power = np.abs(np.fft.rfft(frames)) ** 2
    hz = np.fft.rfftfreq(size, 1 / rate)

    mean_squares = power / (size * (window**2).sum())
    mean_squares[:, 1:-1] *= 2  # of both signs of the frequency
    energies = [
        float(mean_squares[:, (hz >= low) & (hz < high)].sum(axis=1).mean()) if low < rate / 2 else None
        for low, high in BANDS_HZ
    ]
    sounding = power.sum(axis=1) > 0
    centroids = (power[sounding] @ hz) / power[sounding].sum(axis=1)

    mel = librosa.feature.melspectrogram(S=power.T, sr=rate, n_fft=size, n_mels=40)
    logarithms = np.log(np.maximum(mel, 1e-10))
    cepstrum = librosa.feature.mfcc(S=logarithms, n_mfcc=13)
    return {
        "centroid": float(centroids.mean()) if sounding.any() else None,
        "energies": energies,
        "mfcc": [float(c) for c in cepstrum.mean(axis=1)],
    }


def main() -> None:
    """Write them all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--audio", "--out"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    cases: list[dict[str, object]] = [
        {"signal": name, "rate": rate, "samples": samples, **means(sixteen_bits(SIGNALS[name](samples, rate)), rate)}
        for name, rate, samples in (
            ("check", 8_000, 24_000),
            ("noise", 8_000, 24_001),
            ("noise", 8_000, 256),
            ("check", 16_000, 48_000),
            ("noise", 16_000, 37_523),
        )
    ]
    call = "calls/callytics_01_mono.wav"
    recorded, rate = soundfile.read(options.audio / call, dtype="float64")
    cases.append({"signal": call, "rate": rate, "samples": len(recorded), **means(recorded, rate)})
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    main()
