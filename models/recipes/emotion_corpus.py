"""Pooled features of everything the emotion model learns from and is measured on."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.random import Generator
from numpy.typing import NDArray

from emotion_data import (
    HELD_BACK_VOICES,
    HOP,
    TRAINING_VOICES,
    WINDOW,
    Clip,
    by_any_line,
    by_telephone,
    calm,
    moods,
    synthetic,
    windows,
)
from telephony import Signal, load, telephone

LINES = 5  # random lines that every acted clip goes down
CALM_LINES = 2  # and every calm reading
CALLS = ("auto_repairs_40_agent", "auto_repairs_40_caller", "callytics_01_mono")
Features = NDArray[np.float32]


@dataclass(frozen=True)
class Corpus:
    """Features by set, a row per decision; `…_of` says who speaks."""

    labels: NDArray[np.int64]
    speakers: NDArray[np.str_]
    telephone: Features
    clean: Features
    lines: Features  # (lines, clips, features)
    calm: Features
    calm_of: NDArray[np.str_]
    calm_lines: Features
    calm_lines_of: NDArray[np.str_]
    machines: Features
    held_back: Features
    held_back_clean: Features
    held_back_lines: Features
    held_back_machines: Features
    calls: Features

    def save(self, path: Path) -> None:
        """Kept between experiments: the features take a minute, a head a second."""
        np.savez(path, **asdict(self))

    @staticmethod
    def load(path: Path) -> "Corpus":
        """What `save` wrote."""
        with np.load(path) as arrays:
            return Corpus(**arrays)


class Listener:
    """Turns recordings into features, by the graph that ships."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        """Listens with `features_model`."""
        self._session = session

    def features(self, signals: Sequence[Signal]) -> Features:
        """A row per signal; they may be of different lengths."""
        rows = [self._session.run(None, {"samples": x[None].astype(np.float32)})[0][0] for x in signals]
        return np.array(rows, np.float32)

    def windows(self, clips: Sequence[Clip], heard: Callable[[Clip], Signal], hop: int) -> Features:
        """A row per window of every clip."""
        return self.features([x for clip in clips for x in windows(heard(clip), hop)])


def listen(listener: Listener, audio: Path, seed: int) -> Corpus:
    """All features. `emodb` and half of `librispeech` are for learning; the rest is for measuring."""
    rng, sets = np.random.default_rng(seed), {}
    for name, part in (("emodb", _acted), ("librispeech", _read)):
        sets |= part(listener, audio / name, rng)
    return Corpus(
        **sets,
        machines=listener.windows(synthetic(TRAINING_VOICES), by_telephone, WINDOW),
        held_back_machines=listener.windows(synthetic(HELD_BACK_VOICES), by_telephone, HOP),
        calls=listener.features([x for name in CALLS for x in _spoken_windows(audio / "calls" / f"{name}.wav")]),
    )


def _acted(listener: Listener, folder: Path, rng: Generator) -> dict[str, NDArray]:
    clips = moods(folder)
    return {
        "labels": np.array([clip.label for clip in clips]),
        "speakers": np.array([clip.speaker for clip in clips]),
        "telephone": listener.features([by_telephone(clip)[:WINDOW] for clip in clips]),
        "clean": listener.features([clip.narrow()[:WINDOW] for clip in clips]),
        "lines": np.stack([listener.features([by_any_line(c, rng) for c in clips]) for _ in range(LINES)]),
    }


def _read(listener: Listener, folder: Path, rng: Generator) -> dict[str, NDArray]:
    readers, others = calm(folder, held_back=False), calm(folder, held_back=True)
    return {
        "calm": listener.windows(readers, by_telephone, HOP),
        "calm_of": np.repeat([c.speaker for c in readers], [len(windows(c.narrow())) for c in readers]),
        "calm_lines": listener.features([by_any_line(c, rng) for c in readers for _ in range(CALM_LINES)]),
        "calm_lines_of": np.repeat([c.speaker for c in readers], CALM_LINES),
        "held_back": listener.windows(others, by_telephone, HOP),
        "held_back_clean": listener.windows(others, Clip.narrow, HOP),
        "held_back_lines": listener.features([by_any_line(c, rng) for c in others for _ in range(CALM_LINES)]),
    }


def _spoken_windows(path: Path) -> list[Signal]:
    """Windows of a call in which somebody speaks most of the time: frames within 25 dB of the loud ones."""
    x = telephone(*load(path))
    spoken = np.percentile(_frame_power(x), 95) * 10**-2.5
    return [w for w in windows(x) if (_frame_power(w) > spoken).mean() > 0.6]


def _frame_power(x: Signal) -> NDArray[np.float32]:
    return np.square(x[: len(x) // 400 * 400].reshape(-1, 400)).mean(1)
