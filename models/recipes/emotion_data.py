"""What the emotion model learns from and is measured on: acted moods, calm reading, machines that speak."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.random import Generator

from emotion_model import LABELS
from telephony import RATE, Signal, augmented, load, telephone, to_8k

WINDOW = 3 * RATE  # samples that one decision hears
HOP = RATE
LONGEST_LINE = WINDOW * 11 // 10  # what a line that speeds up by a tenth still fills a window with
LONGEST_PAUSES = (RATE, RATE // 2)  # before and after
TRAINING_VOICES = ("rms", "kal16")
HELD_BACK_VOICES = ("slt", "awb")
ANNOUNCEMENTS = (
    "Thank you for calling. Your call is important to us, and somebody will be with you shortly.",
    "For questions about your invoice, press one. For deliveries, press two.",
    "The package left our warehouse on Tuesday and will arrive before noon.",
    "Please hold the line while I look up your customer number.",
    "Our office is open from nine in the morning to five in the afternoon.",
    "I have changed your address as you asked. Is there anything else I can do for you?",
    "The next train to the airport leaves from platform seven at half past ten.",
    "You can find the instructions on the second page of the letter we sent you.",
)
HURRIED = {"duration_stretch": 0.75, "int_f0_target_mean": 200}  # fast and high, and still nobody is angry


@dataclass(frozen=True)
class Clip:
    """One recording as it was made, with the class it is meant to show and who speaks."""

    name: str
    audio: Signal
    rate: int
    label: int
    speaker: str

    def narrow(self) -> Signal:
        """The whole clip at 8 kHz."""
        return to_8k(self.audio, self.rate)


def moods(folder: Path) -> list[Clip]:
    """The Berlin database: a folder per class, the speaker in the first two characters of a name."""
    paths = sorted(folder.glob("*/*.wav"))
    labels = [LABELS.index(p.parent.name.lower()) for p in _found(paths, folder)]
    return [Clip(p.stem, *load(p), c, f"emodb-{p.name[:2]}") for p, c in zip(paths, labels, strict=True)]


def calm(folder: Path, held_back: bool) -> list[Clip]:
    """Readers of LibriSpeech: those of even number train, those of odd number never do."""
    paths = [p for p in sorted(folder.glob("*.flac")) if int(p.name.split("-")[0]) % 2 == held_back]
    return [Clip(p.stem, *load(p), LABELS.index("neutral"), p.name.split("-")[0]) for p in _found(paths, folder)]


def synthetic(voices: Iterable[str]) -> list[Clip]:
    """Announcements by flite, plain and hurried; none where flite is not installed."""
    if not shutil.which("flite"):
        print("flite is not installed: no synthetic voices take part")
        return []
    return [clip for voice in voices for text in ANNOUNCEMENTS for clip in _spoken(voice, text)]


def windows(x: Signal, hop: int = HOP) -> list[Signal]:
    """All windows of three seconds; a shorter recording is one window as it is."""
    return [x[i : i + WINDOW] for i in range(0, max(1, len(x) - WINDOW + 1), hop)]


def by_telephone(clip: Clip) -> Signal:
    """The whole clip through the test channel."""
    return telephone(clip.audio, clip.rate)


def by_any_line(clip: Clip, rng: Generator) -> Signal:
    """Up to three seconds of a clip, down a random line; every other time somebody pauses before and after."""
    x = clip.narrow()
    start = rng.integers(max(1, len(x) - LONGEST_LINE + 1))
    x = x[start : start + LONGEST_LINE]
    if rng.random() < 0.5:
        x = np.pad(x, [rng.integers(longest) for longest in LONGEST_PAUSES])
    return augmented(x, rng)[:WINDOW]


def _found(paths: list[Path], folder: Path) -> list[Path]:
    if not paths:
        raise FileNotFoundError(f"no recordings in {folder}")
    return paths


def _spoken(voice: str, text: str) -> Iterator[Clip]:
    for manner, settings in (("plain", {}), ("hurried", HURRIED)):
        with tempfile.NamedTemporaryFile(suffix=".wav") as file:
            options = [word for key, value in settings.items() for word in ("--setf", f"{key}={value}")]
            subprocess.run(["flite", "-voice", voice, *options, "-t", text, "-o", file.name], check=True)
            yield Clip(f"{voice}-{manner}", *load(Path(file.name)), LABELS.index("neutral"), voice)
