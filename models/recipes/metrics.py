"""Error rates of a verifier, from the scores of pairs."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]


def eer(same: Scores, different: Scores) -> float:
    """Equal error rate, as a fraction: where as many different pairs are accepted as same ones are refused."""
    scores = np.concatenate([same, different])
    is_same = np.r_[np.ones(len(same)), np.zeros(len(different))][np.argsort(-scores, kind="stable")]
    false_accepts = np.cumsum(1 - is_same) / len(different)
    false_rejects = 1 - np.cumsum(is_same) / len(same)
    closest = np.argmin(np.abs(false_accepts - false_rejects))
    return float(false_accepts[closest] + false_rejects[closest]) / 2


def threshold(different: Scores, false_accepts: float) -> float:
    """The lowest score to accept at, so that at most this share of different pairs is accepted."""
    descending = np.sort(different)[::-1]
    return float(np.nextafter(descending[int(false_accepts * len(descending))], np.inf))


def pairs(embeddings: NDArray[np.float32], speakers: Sequence[str]) -> tuple[Scores, Scores]:
    """Cosines of all pairs of rows: those of one speaker, and those of two. Rows are unit vectors."""
    first, second = np.triu_indices(len(speakers), 1)
    same = np.asarray(speakers)[first] == np.asarray(speakers)[second]
    cosines = (embeddings @ embeddings.T)[first, second]
    return cosines[same], cosines[~same]
