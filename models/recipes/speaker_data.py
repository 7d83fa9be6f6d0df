"""Whose voices the speaker model learns from, and whose it never hears.

Folders are those of ``../shared/audio``: LibriSpeech with one utterance per speaker, EmoDB with four acted emotions.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import soundfile

HELD_OUT_LIST = Path(__file__).parent / "held-out-speakers.txt"
HELD_OUT_ACTORS = ("03", "08", "09", "10")  # of EmoDB: the first two men and women by number


@dataclass(frozen=True)
class Recording:
    """A file and whose voice it is. Speakers of different sets have different names."""

    path: Path
    speaker: str
    emotion: str = "Neutral"


def librispeech(folder: Path) -> list[Recording]:
    """The speaker is the number before the first hyphen."""
    return [Recording(path, path.name.split("-")[0]) for path in sorted(folder.glob("*.flac"))]


def emodb(folder: Path) -> list[Recording]:
    """The speaker is the first two digits."""
    return [Recording(p, f"emodb-{p.name[:2]}", p.parent.name) for p in sorted(folder.glob("*/*.wav"))]


def held_out_speakers() -> frozenset[str]:
    """The committed list, with EmoDB's."""
    listed = (line.strip() for line in HELD_OUT_LIST.read_text().splitlines() if not line.startswith("#"))
    return frozenset(listed) | {f"emodb-{actor}" for actor in HELD_OUT_ACTORS}


def split(recordings: list[Recording]) -> tuple[list[Recording], list[Recording]]:
    """Those to train on, and those held out."""
    away = held_out_speakers()
    return [r for r in recordings if r.speaker not in away], [r for r in recordings if r.speaker in away]


def choose_held_out(recordings: list[Recording], count: int = 40, at_least_seconds: float = 12) -> Iterator[str]:
    """The rule behind the list: of the speakers with so long an utterance, those whose number hashes lowest."""
    long = [r.speaker for r in recordings if soundfile.info(r.path).duration >= at_least_seconds]
    yield from sorted(long, key=lambda speaker: hashlib.sha256(speaker.encode()).hexdigest())[:count]


if __name__ == "__main__":
    import sys

    print("# LibriSpeech speakers that no training hears: of those with 12 s or more the 40 whose number's SHA-256 is")
    print("# lowest. Made by: python speaker_data.py ../../../shared/audio/librispeech > held-out-speakers.txt")
    print("\n".join(choose_held_out(librispeech(Path(sys.argv[1])))))
