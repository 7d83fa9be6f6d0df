"""The head: a linear discriminant over pooled features, with every class worth the same.

Ten actors cannot train more. What keeps it from learning corpora instead of moods: readers, machines and actors
share one neutral mean, so whatever tells the corpora apart is spread within that class, and the discriminant avoids it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from emotion_model import LABELS, Head

NEUTRAL = LABELS.index("neutral")
SHRINKAGE = 0.5  # of the scatter towards a sphere
SHARPNESS = 0.14  # of the scores: features are far from independent, and unscaled scores would all be 0 or 1


@dataclass(frozen=True)
class Lesson:
    """What a head learns from: actors in all classes, and calm speech by source, with its share of neutral."""

    features: NDArray[np.float32]
    labels: NDArray[np.int64]
    calm: tuple[tuple[NDArray[np.float32], float], ...]

    def weighted(self) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.float64]]:
        """Features, labels and weights of everything; every class weighs a quarter."""
        weights = 1 / np.bincount(self.labels, minlength=len(LABELS))[self.labels]
        given = [(rows, share) for rows, share in self.calm if len(rows)]
        weights[self.labels == NEUTRAL] *= 1 - sum(share for _, share in given)
        features = np.concatenate([self.features, *(rows for rows, _ in given)])
        labels = np.concatenate([self.labels, *(np.full(len(rows), NEUTRAL) for rows, _ in given)])
        weights = np.concatenate([weights, *(np.full(len(rows), share / len(rows)) for rows, share in given)])
        return features.astype(np.float64), labels, weights / len(LABELS)


def fit(lesson: Lesson, shrinkage: float = SHRINKAGE, sharpness: float = SHARPNESS) -> Head:
    """The discriminant of a lesson, standardisation folded in."""
    features, labels, weights = lesson.weighted()
    centre = weights @ features
    spread = np.sqrt(weights @ (features - centre) ** 2) + 1e-6
    rows = (features - centre) / spread
    means = np.stack([np.average(rows[labels == c], 0, weights[labels == c]) for c in range(len(LABELS))])
    off = ((rows - means[labels]) * np.sqrt(weights)[:, None]).astype(np.float32)  # in 32 bits: half the time
    directions = np.linalg.solve(_shrunk((off.T @ off).astype(np.float64), shrinkage), means.T)
    bias = -0.5 * (means.T * directions).sum(0)
    slopes = sharpness * directions / spread[:, None]
    return Head(slopes, sharpness * bias - centre @ slopes)


def _shrunk(scatter: NDArray[np.float64], shrinkage: float) -> NDArray[np.float64]:
    sphere = np.trace(scatter) / len(scatter) * np.eye(len(scatter))
    return (1 - shrinkage) * scatter + shrinkage * sphere


def probabilities(head: Head, features: NDArray[np.float32]) -> NDArray[np.float64]:
    """What the graph gives for these features."""
    scores = features @ head.weights + head.bias
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)
