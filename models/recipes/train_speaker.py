"""Adapts the published GE2E network to the telephone: ``python train_speaker.py --help``."""

import argparse
import pickle
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, normalize
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from mel import SLICE
from speaker_data import emodb, librispeech, split
from speaker_lessons import SPEEDS, Batch, Lessons, Voice, voices
from speaker_model import LONGEST_SLICE, SpeakerEncoder, published


@dataclass(frozen=True)
class Course:
    """How long and how hard it learns."""

    steps: int
    rate: float = 3e-4
    warm_up: int = 30  # steps
    readers: int = 20  # two pieces each
    actors: int = 6
    margin_weight: float = 0.04
    margin: float = 0.15  # cosine that one's own voice must be closer by
    scale: float = 20
    centring: float = 0.75  # share of the voices' mean that an embedding loses; fewer refusals at few false accepts
    clip: float = 3.0  # norm of the gradient
    averaging: float = 0.985  # the mean of the weights reaches back some 70 steps; it spares a falling rate


class MarginLoss:
    """Picks the voice among all voices of the training, by cosine to the teacher's targets around their mean.

    The targets are fixed, so the teacher's space stays as it is; this only asks that other voices keep away.
    """

    def __init__(self, targets: Tensor, course: Course) -> None:
        """``targets`` has a unit row per voice."""
        self._course, self.centre = course, targets.mean(dim=0)
        self._targets = normalize(targets - self.centre)

    def __call__(self, embeddings: Tensor, voice: Tensor) -> Tensor:
        """Cross-entropy of the scaled cosines, one's own less the margin."""
        cosines = normalize(embeddings - self.centre) @ self._targets.T
        own = torch.nn.functional.one_hot(voice, len(self._targets)) * self._course.margin
        return cross_entropy(self._course.scale * (cosines - own), voice)


def learn(student: SpeakerEncoder, lessons: Lessons, course: Course, save: Callable[[nn.Module], None]) -> None:
    """Trains, and hands the running mean of the weights to ``save`` after every hundred steps."""
    margin = MarginLoss(torch.from_numpy(np.stack([v.target for v in lessons.voices])), course)
    student.centre.copy_(course.centring * margin.centre)
    optimiser = torch.optim.AdamW(student.parameters(), lr=course.rate, weight_decay=1e-3)
    warming = torch.optim.lr_scheduler.LinearLR(optimiser, 0.1, total_iters=course.warm_up)
    mean = AveragedModel(student, multi_avg_fn=get_ema_multi_avg_fn(course.averaging))
    lengths = np.random.default_rng(1)
    student.train()
    for step in range(1, course.steps + 1):
        batch = lessons.draw(course.readers, course.actors, int(lengths.integers(SLICE, LONGEST_SLICE + 1)))
        near, apart = losses(student, batch, margin)
        optimiser.zero_grad()
        (near + course.margin_weight * apart).backward()
        torch.nn.utils.clip_grad_norm_(student.parameters(), course.clip)
        optimiser.step()
        warming.step()
        mean.update_parameters(student)
        if step % 20 == 0:
            print(f"step {step} cosine {near:.4f} margin {apart:.3f} cpu {time.process_time():.0f} s", flush=True)
        if step % 100 == 0 or step == course.steps:
            save(mean.module)


def losses(student: SpeakerEncoder, batch: Batch, margin: MarginLoss) -> tuple[Tensor, Tensor]:
    """How far the pieces are from their targets, and how easily they are taken for other voices."""
    embeddings = student(torch.from_numpy(batch.slices))
    near = (1 - (embeddings * torch.from_numpy(batch.targets)).sum(dim=1)).mean()
    return near, margin(embeddings, torch.from_numpy(batch.voices))


def gathered(audio: Path, package: Path, cache: Path) -> tuple[list[Voice], list[Voice]]:
    """Readers and actors to train on. Kept in ``cache``: asking the teacher takes minutes."""
    if cache.exists():
        return pickle.loads(cache.read_bytes())
    teacher = published(package, 16_000)
    readers, _ = split(librispeech(audio / "librispeech"))
    actors, _ = split(emodb(audio / "emodb"))
    made = voices(readers, teacher, SPEEDS), voices(actors, teacher, (1.0,))
    cache.write_bytes(pickle.dumps(made))
    return made


def main() -> None:
    """Trains and saves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--audio", type=Path, required=True, help="folder with librispeech/ and emodb/")
    parser.add_argument("--package", type=Path, required=True, help="resemblyzer's wheel")
    parser.add_argument("--cache", type=Path, default=Path("speaker-voices.pickle"))
    parser.add_argument("--steps", type=int, default=400, help="more changed nothing by 700")
    parser.add_argument("--out", type=Path, default=Path("speaker.pt"))
    options = parser.parse_args()
    torch.manual_seed(0)
    student = published(options.package, 8_000)
    lessons = Lessons(*gathered(options.audio, options.package, options.cache), np.random.default_rng(0))
    learn(student, lessons, Course(options.steps), lambda mean: torch.save(mean.state_dict(), options.out))


if __name__ == "__main__":
    main()
