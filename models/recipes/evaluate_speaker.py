"""Equal error rates of the adapted model beside the published one, on voices that no training heard, as JSON.

LibriSpeech here has one recording per speaker: its pairs are pieces of 3 s, or halves, of *one* recording, which is
optimistic. EmoDB's are whole recordings of different sentences and moods. ``python evaluate_speaker.py --help``.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from mel import SLICE
from metrics import eer, pairs, threshold
from speaker_data import Recording, emodb, librispeech, split
from speaker_model import PUBLISHED_HOP, embedding, published
from telephony import RATE, Lines, Signal, augmented, load, telephone, to_8k

Embedder = Callable[[Signal], NDArray[np.float32]]
Channel = Callable[[Signal, int], Signal]
PIECE_SECONDS = 3
FALSE_ACCEPTS = {"high": 0.001, "low": 0.01}  # of different voices, 3 s by telephone


@dataclass(frozen=True)
class Cut:
    """A stretch of a recording at the file's rate."""

    audio: Signal
    rate: int
    speaker: str
    emotion: str


def pieces(recordings: Sequence[Recording]) -> list[Cut]:
    """All whole pieces of 3 s, one after the other."""
    return [cut for r in recordings for cut in _cuts(r, lambda samples, rate: PIECE_SECONDS * rate)]


def halves(recordings: Sequence[Recording]) -> list[Cut]:
    """Both halves of each."""
    return [cut for r in recordings for cut in _cuts(r, lambda samples, rate: samples // 2)]


def wholes(recordings: Sequence[Recording]) -> list[Cut]:
    """Each as it is."""
    return [cut for r in recordings for cut in _cuts(r, lambda samples, rate: samples)]


def _cuts(recording: Recording, length: Callable[[int, int], int]) -> list[Cut]:
    x, rate = load(recording.path)
    size = length(len(x), rate)
    starts = range(0, len(x) - size + 1, size)
    return [Cut(x[at : at + size], rate, recording.speaker, recording.emotion) for at in starts]


def random_line(seed: int) -> Channel:
    """A line of its own for every cut: noise, bands, clipping, loss."""
    rng = np.random.default_rng(seed)
    return lambda x, rate: augmented(to_8k(x, rate), rng, Lines(speed=0))


def embedded(embedder: Embedder, channel: Channel, cuts: Sequence[Cut]) -> NDArray[np.float32]:
    """A row per cut."""
    return np.stack([embedder(channel(cut.audio, cut.rate)) for cut in cuts])


def rate_of(rows: NDArray[np.float32], cuts: Sequence[Cut]) -> float:
    """Equal error rate over all pairs."""
    return round(eer(*pairs(rows, [cut.speaker for cut in cuts])), 4)


def across_emotions(rows: NDArray[np.float32], cuts: Sequence[Cut]) -> float:
    """Equal error rate over the pairs whose emotions differ."""
    first, second = np.triu_indices(len(cuts), 1)
    emotions, speakers = (np.array([getattr(c, of) for c in cuts]) for of in ("emotion", "speaker"))
    differ = emotions[first] != emotions[second]
    first, second = first[differ], second[differ]
    cosines, same = (rows[first] * rows[second]).sum(axis=1), speakers[first] == speakers[second]
    return round(eer(cosines[same], cosines[~same]), 4)


def report(embedders: dict[str, Embedder], channel: Channel, readers: list[Recording], actors: list[Recording]) -> dict:
    """Rates by model, through one channel."""
    sets = {"3s": pieces(readers), "halves": halves(readers), "emodb": wholes(actors)}
    figures = {}
    for name, embedder in embedders.items():
        rows = {what: embedded(embedder, channel, cuts) for what, cuts in sets.items()}
        figures[name] = {f"eer_{what}": rate_of(rows[what], cuts) for what, cuts in sets.items()}
        figures[name]["eer_emodb_across_emotions"] = across_emotions(rows["emodb"], sets["emodb"])
        same, different = pairs(rows["3s"], [cut.speaker for cut in sets["3s"]])
        thresholds = {key: round(threshold(different, share), 3) for key, share in FALSE_ACCEPTS.items()}
        refused = {key: round(float(np.mean(same < least)), 3) for key, least in thresholds.items()}
        figures[name] |= {
            "different_pairs_3s": len(different),
            "thresholds_3s": thresholds,
            "false_rejects_3s": refused,
        }
    return figures


def onnx_embedder(path: Path) -> Embedder:
    """The exported model, on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return lambda x: session.run(["embedding"], {"samples": x[None]})[0][0]


def main() -> None:
    """Prints the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--audio", type=Path, required=True, help="folder with librispeech/ and emodb/")
    parser.add_argument("--package", type=Path, required=True, help="resemblyzer's wheel")
    parser.add_argument("--model", type=Path, default=Path("../weights/undertone-speaker-1.onnx"))
    options = parser.parse_args()
    _, readers = split(librispeech(options.audio / "librispeech"))
    _, actors = split(emodb(options.audio / "emodb"))
    wide, narrow = published(options.package, 16_000), published(options.package, RATE)
    adapted = onnx_embedder(options.model)
    at_16k = {"published": lambda x: embedding(wide, x, SLICE, PUBLISHED_HOP)}
    at_8k = {"published": lambda x: embedding(narrow, x, SLICE, PUBLISHED_HOP), "adapted": adapted}
    figures = {
        "clean, 16 kHz": report(at_16k, lambda x, rate: x, readers, actors),
        "clean, 8 kHz": report({"adapted": adapted}, to_8k, readers, actors),
        "telephone": report(at_8k, telephone, readers, actors),
        "random lines": {n: report({n: e}, random_line(0), readers, actors)[n] for n, e in at_8k.items()},
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
