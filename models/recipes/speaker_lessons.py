"""The batches a speaker model learns from: pieces of a voice, each through a telephone line of its own.

The teacher is the published network at 16 kHz on the clean recording. What a piece is to be mapped to is mostly the
teacher's embedding of the *whole* recording, which knows the voice better than any piece of 3 s does, and partly that
of the piece itself. An actor's target, whatever the emotion, is the teacher's mean over the calm recordings: a shout
is to sound like its speaker.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy.signal import resample_poly

from mel import SLICE, mel
from speaker_data import Recording
from speaker_model import SpeakerEncoder, slice_embeddings, unit
from telephony import RATE, Lines, Signal, augmented, load, telephone, to_8k

SPEEDS = (0.9, 1.0, 1.1)  # a faster voice is another, deeper or higher one: three speakers out of one
TEACHER_HOP = 40  # frames between the teacher's slices
OWN_WEIGHT = 0.5  # of the teacher's view of the piece, beside the whole recording's
CLEAN, TEST_CHANNEL = 0.1, 0.35  # the share of clean pieces, and where those through the test channel end


@dataclass(frozen=True)
class Voice:
    """One speaker at one speed: recordings at 8 kHz, what the teacher made of their slices, and of the voice."""

    speaker: str
    audio: list[Signal]
    slices: list[NDArray[np.float32]]
    target: NDArray[np.float32]


def voices(recordings: Sequence[Recording], teacher: SpeakerEncoder, speeds: Sequence[float]) -> list[Voice]:
    """Gathers recordings by speaker and asks the teacher about each once."""
    by_speaker: defaultdict[str, list[Recording]] = defaultdict(list)
    for recording in recordings:
        by_speaker[recording.speaker].append(recording)
    return [_voice(speaker, of, teacher, speed) for speed in speeds for speaker, of in by_speaker.items()]


def _voice(speaker: str, recordings: Sequence[Recording], teacher: SpeakerEncoder, speed: float) -> Voice:
    audio, slices, calm = [], [], []
    for recording in recordings:
        x, rate = load(recording.path)
        x = resample_poly(x, 40, round(40 * speed)).astype(np.float32) if speed != 1 else x
        audio.append(to_8k(x, rate))
        slices.append(slice_embeddings(teacher, x, SLICE, TEACHER_HOP))
        if recording.emotion == "Neutral":
            calm.append(unit(slices[-1].mean(axis=0)))
    return Voice(f"{speaker}x{speed}", audio, slices, unit(np.mean(calm, axis=0)))


@dataclass(frozen=True)
class Batch:
    """Mel slices (pieces, frames, bands), unit targets (pieces, 256), and the index of each piece's voice."""

    slices: NDArray[np.float32]
    targets: NDArray[np.float32]
    voices: NDArray[np.int64]


class Lessons:
    """Draws batches: two pieces each of many readers, and some of actors."""

    def __init__(self, readers: Sequence[Voice], actors: Sequence[Voice], rng: Generator) -> None:
        """Voices are numbered readers first."""
        self.voices = [*readers, *actors]
        self._readers, self._rng = len(readers), rng
        self._babble = [voice.audio[0] for voice in readers]

    def draw(self, readers: int, actors: int, frames: int) -> Batch:
        """``2 * readers + actors`` pieces of so many mel frames."""
        chosen = np.repeat(self._rng.choice(self._readers, readers, replace=False), 2)
        acting = self._rng.integers(self._readers, len(self.voices), actors)
        order = np.concatenate([chosen, acting])
        drawn = [self._piece(self.voices[i], frames) for i in order]
        return Batch(np.stack([s for s, _ in drawn]), np.stack([t for _, t in drawn]), order)

    def _piece(self, voice: Voice, frames: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """A slice out of a stretch of up to 3 s, levelled by the stretch as in use, and its target."""
        rng, which = self._rng, self._rng.integers(len(voice.audio))
        audio, slices = voice.audio[which], voice.slices[which]
        length = min(len(audio), int(rng.integers(frames, 301)) * RATE // 100)
        start = int(rng.integers(len(audio) - length + 1))
        spectrum = mel(self._line(audio[start : start + length]), RATE)
        first = int(rng.integers(max(1, len(spectrum) - frames + 1)))
        own = slices[self._nearest(start, length, len(audio), len(slices))].mean(axis=0)
        target = unit(voice.target + OWN_WEIGHT * own) if "emodb" not in voice.speaker else voice.target
        return spectrum[(first + np.arange(frames)) % len(spectrum)], target

    @staticmethod
    def _nearest(start: int, length: int, samples: int, slices: int) -> slice:
        """The teacher's slices that lie in the stretch, at least one."""
        places = max(1, samples - SLICE * RATE // 100)
        first = round(start / places * (slices - 1))
        last = round((start + length - SLICE * RATE // 100) / places * (slices - 1))
        return slice(min(first, slices - 1), max(first, min(last, slices - 1)) + 1)

    def _line(self, x: Signal) -> Signal:
        kind = self._rng.random()
        if kind < CLEAN:
            return x
        if kind < TEST_CHANNEL:
            return telephone(x)
        return augmented(x, self._rng, Lines(speed=0), self._babble)
