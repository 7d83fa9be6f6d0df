"""What the card says about the quality of the emotion model, and the thresholds that follow from it."""

import numpy as np

from emotion_corpus import Corpus
from emotion_head import probabilities
from emotion_lessons import Judged
from emotion_metrics import ANGRY, in_ten_minutes, quality
from emotion_model import LABELS, Head

FALSE_WINDOWS = 0.2  # in ten minutes of calm speech: the rate that `enter` is for
LEAST_ENTER = 0.6  # anger clearly likelier than everything else together; readers alone would allow less
HOUR = 6  # times ten minutes


def thresholds(judged: Judged) -> dict[str, float]:
    """From speech that the judging heads had not learnt from; readers who are held back play no part."""
    calm = np.concatenate([judged["calm"], judged["calm_lines"]])[:, ANGRY]
    steps = (t for t in np.arange(LEAST_ENTER, 1, 0.05) if in_ten_minutes(calm, t) <= FALSE_WINDOWS)
    enter = float(next(steps, 1.0))
    return {"enter": round(enter, 2), "high": round(1 - (1 - enter) / 2, 2), "exit": round(enter * 2 / 3, 2)}


def report(corpus: Corpus, judged: Judged, head: Head, enter: float) -> dict:
    """All tables, as fractions and counts."""
    labels = {"lines": np.tile(corpus.labels, len(corpus.lines))}
    acted = {name: quality(labels.get(name, corpus.labels), judged[name]) for name in ("telephone", "clean", "lines")}
    for name, table in acted.items():
        angry = judged[name][labels.get(name, corpus.labels) == ANGRY, ANGRY]
        table["anger_recall_at_enter"] = round(float((angry >= enter).mean()), 4)
    return {"speaker_left_out": acted, "calm_speech": _calm(corpus, judged, head, enter)}


def prior(judged: Judged) -> dict[str, float]:
    """The mean output on calm speech."""
    return {name: round(float(p), 4) for name, p in zip(LABELS, judged["calm"].mean(0), strict=True)}


def _calm(corpus: Corpus, judged: Judged, head: Head, enter: float) -> dict:
    held_back = {
        "readers held back, telephone": corpus.held_back,
        "readers held back, clean": corpus.held_back_clean,
        "readers held back, random lines": corpus.held_back_lines,
        "synthetic voices held back": corpus.held_back_machines,
        "the calls": corpus.calls,
    }
    given = {name: probabilities(head, rows) for name, rows in held_back.items() if len(rows)}
    given["readers of the training, left out in turn"] = judged["calm"]
    return {name: _row(rows[:, ANGRY], enter) for name, rows in given.items()}


def _row(angry: np.ndarray, enter: float) -> dict:
    return {
        "windows": len(angry),
        "mean_anger": round(float(angry.mean()), 4),
        "false_windows": int((angry >= enter).sum()),
        "false_windows_per_10min": round(in_ten_minutes(angry, enter), 3),
        "false_windows_per_hour": round(in_ten_minutes(angry, enter) * HOUR, 2),
    }
