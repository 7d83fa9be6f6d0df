"""How good guesses at moods are. Rates are fractions."""

import numpy as np
from numpy.typing import NDArray

from emotion_model import LABELS

ANGRY, HAPPY, NEUTRAL, SAD = range(len(LABELS))
TO_THREE = np.array([0, 1, 2, 2])  # NEGATIVE, POSITIVE, NEUTRAL: sadness is NEUTRAL
WINDOWS_IN_TEN_MINUTES = 600  # of hop 1 s

Probabilities = NDArray[np.floating]
Classes = NDArray[np.int64]


def confusion(true: Classes, guessed: Classes, classes: int) -> NDArray[np.int64]:
    """Counts: a row per true class, a column per guess."""
    return np.bincount(true * classes + guessed, minlength=classes**2).reshape(classes, classes)


def unweighted_recall(counts: NDArray[np.int64]) -> float:
    """UAR: the mean of the recalls of all classes."""
    return float(np.mean(np.diag(counts) / counts.sum(1)))


def macro_f1(counts: NDArray[np.int64]) -> float:
    """The mean of the F1 of all classes."""
    return float(np.mean(2 * np.diag(counts) / (counts.sum(0) + counts.sum(1))))


def area(positive: NDArray[np.floating], negative: NDArray[np.floating]) -> float:
    """AUC: how often a positive scores above a negative; ties count half."""
    order = np.sort(negative)
    below, not_above = np.searchsorted(order, positive, "left"), np.searchsorted(order, positive, "right")
    return float((below + not_above).mean() / 2 / len(negative))


def recall_at(positive: NDArray[np.floating], negative: NDArray[np.floating], false_alarms: float) -> float:
    """The share of positives above the level that at most this share of negatives reaches."""
    descending = np.sort(negative)[::-1]
    return float((positive > descending[int(false_alarms * len(negative))]).mean())


def in_ten_minutes(angry: NDArray[np.floating], threshold: float) -> float:
    """False windows in ten minutes of calm speech."""
    return float((angry >= threshold).mean() * WINDOWS_IN_TEN_MINUTES)


def quality(true: Classes, given: Probabilities) -> dict:
    """The table of a set of labelled clips."""
    four = confusion(true, given.argmax(1), len(LABELS))
    three = confusion(TO_THREE[true], (given @ np.eye(3)[TO_THREE]).argmax(1), 3)
    angry, neutral = given[true == ANGRY, ANGRY], given[true == NEUTRAL, ANGRY]
    return {
        "uar": round(unweighted_recall(four), 4),
        "uar3": round(unweighted_recall(three), 4),
        "accuracy": round(float(np.trace(four) / four.sum()), 4),
        "f1_macro": round(macro_f1(four), 4),
        "confusion": four.tolist(),
        "anger_auc_vs_neutral": round(area(angry, neutral), 4),
        "anger_recall_at_5pct_fa": round(recall_at(angry, neutral, 0.05), 4),
        "anger_recall_at_1pct_fa": round(recall_at(angry, neutral, 0.01), 4),
    }
