"""Who is left out of which fold, so that everybody is judged by a model that never heard them."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from emotion_corpus import Corpus

MEN = ("emodb-03", "emodb-10", "emodb-11", "emodb-12", "emodb-15")
WOMEN = ("emodb-08", "emodb-09", "emodb-13", "emodb-14", "emodb-16")


@dataclass(frozen=True)
class Fold:
    """Voices that a model has not heard. Readers held back belong to one fold too, though no model hears any."""

    number: int  # from 1
    actors: tuple[str, ...]
    readers: tuple[str, ...]

    @property
    def id(self) -> str:
        """Of the fold's model, and its files' name."""
        return f"undertone-emotion-fold-{self.number}"


def folds(readers: Collection[str], held_back: Collection[str], seed: int) -> list[Fold]:
    """A man and a woman each, drawn by lot; readers are dealt out by number, those held back in turn for themselves.

    Every actor and every reader is in exactly one.
    """
    rng = np.random.default_rng(seed)
    pairs = zip(rng.permutation(MEN).tolist(), rng.permutation(WOMEN).tolist(), strict=True)
    dealt = [sorted(each, key=int) for each in (readers, held_back)]
    return [
        Fold(i + 1, pair, tuple(name for each in dealt for name in each[i :: len(MEN)])) for i, pair in enumerate(pairs)
    ]


def without(corpus: Corpus, fold: Fold) -> Corpus:
    """What is left to learn from: the features of everybody else."""
    acted, read, lined = (
        ~np.isin(who, [*fold.actors, *fold.readers]) for who in (corpus.speakers, corpus.calm_of, corpus.calm_lines_of)
    )
    return replace(
        corpus,
        labels=corpus.labels[acted],
        speakers=corpus.speakers[acted],
        telephone=corpus.telephone[acted],
        clean=corpus.clean[acted],
        lines=corpus.lines[:, acted],
        calm=corpus.calm[read],
        calm_of=corpus.calm_of[read],
        calm_lines=corpus.calm_lines[lined],
        calm_lines_of=corpus.calm_lines_of[lined],
    )


def manifest(made: Collection[Fold]) -> dict:
    """Which card has not heard whom: actors as in names of `emodb`, readers as in names of `librispeech`."""
    rows = [
        {
            "card": f"{fold.id}.yaml",
            "actors": [actor.removeprefix("emodb-") for actor in fold.actors],
            "readers": list(fold.readers),
        }
        for fold in made
    ]
    return {"folds": rows}
