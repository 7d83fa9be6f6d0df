"""Writes what the reference implementations of the front ends answer, for the tests of udfs to compare with.

    reference_vectors.py --whisper WHISPER --resemblyzer WHEEL --out udfs/src/test/resources/frontend

WHISPER is the unpacked source of openai-whisper 20250625 (pip download --no-deps --no-binary :all:), WHEEL the wheel of
resemblyzer 0.1.4: their own code runs here. Besides them: kaldi-native-fbank 1.23.0, librosa 0.11.0, numpy 2.4.6,
scipy 1.17.1, torch 2.15.0. The signals are made from formulas, in Java as well, so that no recording is needed.
"""

import argparse
import importlib
import json
import sys
import types
from collections.abc import Callable
from pathlib import Path

import kaldi_native_fbank
import numpy as np
import torch
from scipy.signal import butter, resample_poly, sosfilt

Signal = np.ndarray
Case = dict[str, object]


def check(rate: int, samples: int) -> Signal:
    """The signal of the models' self-check."""
    t = np.arange(samples) / rate
    voice = 0.1 * np.sin(2 * np.pi * 220 * t) * (1 + 0.5 * np.sin(2 * np.pi * 4 * t))
    return (voice + 0.05 * np.sin(2 * np.pi * 1330 * t) * np.sin(2 * np.pi * 3 * t) ** 2).astype(np.float32)


def noise(rate: int, samples: int) -> Signal:
    """White noise of a linear congruential generator (Numerical Recipes) and a tone of 440 Hz."""
    states, state = np.empty(samples), 1
    for i in range(samples):
        state = (state * 1664525 + 1013904223) % 2**32
        states[i] = state
    return (0.1 * (states / 2**31 - 1) + 0.2 * np.sin(2 * np.pi * 440 * np.arange(samples) / rate)).astype(np.float32)


SIGNALS: dict[str, Callable[[int, int], Signal]] = {"check": check, "noise": noise}


def case(signal: str, rate: int, samples: int, values: np.ndarray, rows: list[int], **more: str | int | bool) -> Case:
    """Some rows of a matrix of values, seven digits each."""
    kept = [[float(f"{v:.7g}") for v in values[row]] for row in rows]
    return {"signal": signal, "rate": rate, "samples": samples, **more, "rows": rows, "values": kept}


def whisper(source: Path) -> list[Case]:
    """Whisper's log-mel, [frames, 80]."""

    package = types.ModuleType("whisper")  # in place of its __init__, which asks for more than its audio needs
    package.__path__ = [str(source / "whisper")]
    sys.modules["whisper"] = package
    audio = importlib.import_module("whisper.audio")

    def of(signal: str, samples: int, rows: list[int], padded: bool) -> Case:
        x = SIGNALS[signal](16000, samples)
        x = audio.pad_or_trim(x) if padded else x[: samples // 320 * 320]
        mel = audio.log_mel_spectrogram(torch.from_numpy(x).double()).numpy().T
        return case(signal, 16000, samples, mel, rows, padded=padded, frames=len(mel))

    # Whisper's filters and window are of single precision; its transform in double precision keeps quiet bands exact.
    keep, audio.mel_filters = audio.mel_filters, lambda device, n: keep(device, n).double()
    return [
        of("check", 48000, [0, 1, 2, 37, 150, 298, 299], False),
        of("noise", 37523, [0, 1, 100, 232, 233], False),
        of("noise", 37523, [0, 1, 100, 233, 234, 235, 236, 2999], True),
        of("check", 479950, [0, 1500, 2998, 2999], True),
    ]


def ge2e(wheel: Path) -> list[Case]:
    """Resemblyzer's mel at -30 dBFS, its slices one behind the other, [slices x 160, 40]."""

    sys.path.insert(0, str(wheel))
    for absent in ("webrtcvad", "scipy.ndimage.morphology"):  # for trimming silence, which is the VAD's task here
        sys.modules[absent] = types.ModuleType(absent)
    sys.modules["scipy.ndimage.morphology"].binary_dilation = None
    audio = importlib.import_module("resemblyzer.audio")
    encoder = importlib.import_module("resemblyzer.voice_encoder").VoiceEncoder

    def of(signal: str, samples: int, rows: list[int]) -> Case:
        x = audio.normalize_volume(SIGNALS[signal](16000, samples).astype(np.float64), -30)
        wavs, mels = encoder.compute_partial_slices(len(x), 1.3, 0.75)
        x = np.pad(x, (0, max(0, wavs[-1].stop - len(x))))
        mel = audio.wav_to_mel_spectrogram(x)
        stacked = np.concatenate([mel[piece] for piece in mels])
        return case(signal, 16000, samples, stacked, rows, slices=len(mels))

    return [
        of("check", 48000, [0, 1, 77, 159, 160, 243, 319]),
        of("noise", 16000, [0, 1, 98, 99, 100, 101, 102, 159]),
        of("noise", 62800, [0, 160, 319, 320, 400, 479]),
        of("check", 32050, [0, 100, 159]),
    ]


def kaldi() -> list[Case]:
    """Kaldi's filter bank less its mean, [frames, 80]."""

    def of(signal: str, rate: int, samples: int, rows: list[int], window: str) -> Case:
        options = kaldi_native_fbank.FbankOptions()
        options.frame_opts.samp_freq = rate
        options.frame_opts.dither = 0
        options.frame_opts.window_type = window
        options.mel_opts.num_bins = 80
        fbank = kaldi_native_fbank.OnlineFbank(options)
        fbank.accept_waveform(rate, (SIGNALS[signal](rate, samples) * 32768).tolist())
        fbank.input_finished()
        mel = np.stack([fbank.get_frame(i) for i in range(fbank.num_frames_ready)]).astype(np.float64)
        mel -= mel.mean(0)
        return case(signal, rate, samples, mel, rows, window=window, frames=len(mel))

    return [
        of("check", 16000, 48000, [0, 1, 37, 150, 297], "povey"),
        of("noise", 16000, 37523, [0, 1, 100, 231, 232], "povey"),
        of("noise", 16000, 37523, [0, 1, 100, 231, 232], "hamming"),
        of("noise", 8000, 12000, [0, 1, 100, 147], "povey"),
    ]


def waveform() -> list[Case]:
    """What wav2vec 2.0's extractor makes of samples."""

    def of(signal: str, samples: int) -> Case:
        x = SIGNALS[signal](16000, samples)
        # Wav2Vec2FeatureExtractor.zero_mean_unit_var_norm of transformers
        normed = (x - x.mean()) / np.sqrt(x.var() + 1e-7)
        return case(signal, 16000, samples, normed[None, :200], [0])

    return [of("check", 48000), of("noise", 37523)]


def telephone() -> list[Case]:
    """The telephone channel of the trials, at 8 kHz."""

    band = butter(4, [300 / 4000, 3400 / 4000], "band", output="sos")

    def of(signal: str, rate: int, samples: int) -> Case:
        x = SIGNALS[signal](rate, samples)
        x = sosfilt(band, x if rate == 8000 else resample_poly(x, 1, rate // 8000))
        x = 0.5 * x / (np.abs(x).max() + 1e-9)
        y = np.sign(x) * np.log1p(255 * np.abs(x)) / np.log1p(255)
        q = np.round((y + 1) / 2 * 255) / 255 * 2 - 1
        heard = np.sign(q) * (256.0 ** np.abs(q) - 1) / 255
        return case(signal, rate, samples, heard[None, :800], [0])

    return [of("check", 8000, 8000), of("noise", 8000, 8000), of("check", 16000, 16000)]


def main() -> None:
    """Write them all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--whisper", "--resemblyzer", "--out"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    vectors = {
        "whisper-log-mel": whisper(options.whisper),
        "ge2e-mel": ge2e(options.resemblyzer),
        "kaldi-fbank": kaldi(),
        "waveform-normalised": waveform(),
        "telephone": telephone(),
    }
    for name, cases in vectors.items():
        (options.out / f"{name}.json").write_text(
            json.dumps(cases, separators=(",", ":")).replace('{"sig', '\n{"sig') + "\n"
        )


if __name__ == "__main__":
    main()
