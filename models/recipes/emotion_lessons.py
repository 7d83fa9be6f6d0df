"""Who learns from whom: the head that ships, and heads that have never heard the one they judge."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from emotion_corpus import Corpus, Features
from emotion_head import Lesson, fit, probabilities
from emotion_model import LABELS, Head

CALM_SHARE = 0.3  # of neutral: as much as the trial gave to readers
MACHINE_SHARE = 0.05
Judged = dict[str, NDArray[np.float64]]


def final_head(corpus: Corpus) -> Head:
    """Learnt from everybody who may be learnt from."""
    return fit(lesson(corpus, left_out=()))


def leave_one_speaker_out(corpus: Corpus) -> Judged:
    """Probabilities by set. Each actor and, with each, a tenth of the readers meet a head that left them out."""
    judged = {name: np.zeros((len(rows), len(LABELS))) for name, (rows, _) in _sets(corpus).items()}
    actors, readers = np.unique(corpus.speakers), np.unique(corpus.calm_of)
    for fold, actor in enumerate(actors):
        left_out = [actor, *readers[fold :: len(actors)]]
        head = fit(lesson(corpus, left_out))
        for name, (rows, speakers) in _sets(corpus).items():
            theirs = np.isin(speakers, left_out)
            judged[name][theirs] = probabilities(head, rows[theirs])
    return judged


def lesson(corpus: Corpus, left_out: Collection[str]) -> Lesson:
    """The telephone and the random lines, of actors and readers; clean speech is for measuring."""
    acted, read, lined = (
        ~np.isin(who, list(left_out)) for who in (corpus.speakers, corpus.calm_of, corpus.calm_lines_of)
    )
    heard = [corpus.telephone[acted], *(line[acted] for line in corpus.lines)]
    calm = np.concatenate([corpus.calm[read], corpus.calm_lines[lined]])
    labels = np.tile(corpus.labels[acted], len(heard))
    return Lesson(np.concatenate(heard), labels, ((calm, CALM_SHARE), (corpus.machines, MACHINE_SHARE)))


def _sets(corpus: Corpus) -> dict[str, tuple[Features, NDArray[np.str_]]]:
    lines = corpus.lines.reshape(-1, corpus.lines.shape[-1])
    return {
        "telephone": (corpus.telephone, corpus.speakers),
        "clean": (corpus.clean, corpus.speakers),
        "lines": (lines, np.tile(corpus.speakers, len(corpus.lines))),
        "calm": (corpus.calm, corpus.calm_of),
        "calm_lines": (corpus.calm_lines, corpus.calm_lines_of),
    }
