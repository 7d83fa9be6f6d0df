import io
import struct

import numpy as np
import pytest

import ctranslate2
from emotion_head import Lesson, fit, probabilities
from emotion_metrics import area, confusion, in_ten_minutes, macro_f1, quality, recall_at, unweighted_recall

CENTRES = np.array([[3, 0, 0], [0, 3, 0], [0, 0, 0], [-3, -3, 0]], np.float32)


def lesson(rng, calm=()):
    labels = np.repeat(np.arange(4), [40, 20, 20, 10])
    return Lesson((CENTRES[labels] + rng.normal(size=(90, 3)) * 0.3).astype(np.float32), labels, calm)


def test_a_head_tells_apart_what_is_apart():
    told = probabilities(fit(lesson(np.random.default_rng(0))), CENTRES)
    assert (told.argmax(1) == np.arange(4)).all()
    assert told.sum(1) == pytest.approx(np.ones(4))


def test_every_class_weighs_the_same_and_calm_speech_takes_its_share_of_neutral():
    rng = np.random.default_rng(0)
    calm = rng.normal(size=(7, 3)).astype(np.float32)
    _, labels, weights = lesson(rng, ((calm, 0.3), (np.zeros((0, 3), np.float32), 0.05))).weighted()
    assert [weights[labels == c].sum() for c in range(4)] == pytest.approx([0.25] * 4)
    assert weights[-7:].sum() == pytest.approx(0.3 / 4)


def test_what_only_tells_the_corpora_apart_makes_nobody_calm():
    """Readers differ from actors in the third feature alone, so an angry reader must not pass for calm by it."""
    rng = np.random.default_rng(0)
    reader = np.array([0, 0, 4], np.float32)
    calm = (reader + rng.normal(size=(60, 3)) * 0.3).astype(np.float32)
    told = probabilities(fit(lesson(rng, ((calm, 0.3),)), shrinkage=0.1, sharpness=1), CENTRES[:1] + reader)
    assert told[0, 0] > 0.9


def test_metrics_agree_with_counting_by_hand():
    counts = confusion(np.array([0, 0, 1, 1]), np.array([0, 1, 1, 1]), 2)
    assert counts.tolist() == [[1, 1], [0, 2]]
    assert unweighted_recall(counts) == 0.75
    assert macro_f1(counts) == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert area(np.array([0.9, 0.5]), np.array([0.5, 0.1])) == (1 + 1 + 0.5 + 1) / 4
    assert recall_at(np.array([0.9, 0.2]), np.array([0.3, 0.1]), 0) == 0.5
    assert in_ten_minutes(np.array([0.7, 0.1, 0.1]), 0.7) == 200


def test_sadness_is_neutral_among_three_classes():
    told = np.array([[0.1, 0.1, 0.6, 0.2], [0.4, 0.0, 0.3, 0.3], [1, 0, 0, 0], [0, 1, 0, 0]])
    table = quality(np.array([3, 2, 0, 1]), told)
    assert table["uar"] == 0.5
    assert table["uar3"] == 1.0


def test_weights_of_ctranslate2_come_back_by_name():
    rows = np.arange(6, dtype=np.float16).reshape(2, 3)
    name = b"encoder/x\0"
    file = struct.pack("<I", 6) + struct.pack("<H", 5) + b"Spec\0" + struct.pack("<II", 1, 1)
    file += struct.pack("<H", len(name)) + name + struct.pack("<BII", 2, 2, 3) + struct.pack("<BI", 4, rows.nbytes)
    read = ctranslate2.read(io.BytesIO(file + rows.tobytes()))
    assert list(read) == ["encoder/x"] and (read["encoder/x"] == rows).all()


def test_another_version_of_the_format_is_refused():
    with pytest.raises(ValueError, match="need CTranslate2 format 6, found 5"):
        ctranslate2.read(io.BytesIO(struct.pack("<I", 5)))
