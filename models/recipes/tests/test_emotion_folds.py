import json

import numpy as np
import pytest

from emotion_card import write_fold_card
from emotion_corpus import Corpus
from emotion_folds import MEN, WOMEN, Fold, folds, manifest, without

READERS = [str(number) for number in range(2, 262, 2)]
HELD_BACK = [str(number) for number in range(1, 241, 2)]


@pytest.fixture
def made():
    return folds(READERS, HELD_BACK, seed=4)


def test_everybody_is_left_out_of_exactly_one_fold(made):
    assert sorted(name for fold in made for name in fold.actors) == sorted(MEN + WOMEN)
    assert sorted(name for fold in made for name in fold.readers) == sorted(READERS + HELD_BACK)


def test_a_fold_leaves_out_a_man_and_a_woman_and_a_fair_share_of_readers(made):
    assert len(made) == 5
    for fold in made:
        assert [len({*fold.actors} & {*sex}) for sex in (MEN, WOMEN)] == [1, 1]
        assert [len({*fold.readers} & {*whose}) for whose in (READERS, HELD_BACK)] == [26, 24]


def test_a_seed_makes_the_same_folds_whatever_order_readers_come_in(made):
    assert folds(READERS[::-1], set(HELD_BACK), seed=4) == made
    assert [fold.actors for fold in folds(READERS, HELD_BACK, seed=5)] != [fold.actors for fold in made]


def test_no_feature_of_whoever_is_left_out_remains():
    who, readers = np.array(["emodb-03", "emodb-08", "emodb-09"]), np.array(["2", "4"])
    acted, read = np.array([[3.0], [8.0], [9.0]]), np.array([[2.0], [4.0]])
    rest = dict.fromkeys(
        ("machines", "held_back", "held_back_clean", "held_back_lines", "held_back_machines", "calls"), read[:0]
    )
    corpus = Corpus(np.arange(3), who, acted, acted, np.stack([acted, acted]), read, readers, read, readers, **rest)
    left = without(corpus, Fold(1, ("emodb-03", "emodb-08"), ("4",)))
    assert (left.speakers.tolist(), left.labels.tolist(), left.calm_of.tolist()) == (["emodb-09"], [2], ["2"])
    for rows in (left.telephone, left.clean, *left.lines):
        assert rows.tolist() == [[9.0]]
    assert left.calm.tolist() == left.calm_lines.tolist() == [[2.0]]
    assert left.calm_lines_of.tolist() == ["2"]


def test_the_manifest_names_people_as_files_do(made):
    (first, *_) = json.loads(json.dumps(manifest(made)))["folds"]
    assert first["card"] == "undertone-emotion-fold-1.yaml"
    assert first["actors"] == [name.removeprefix("emodb-") for name in made[0].actors]
    assert first["readers"] == list(made[0].readers)


def test_a_card_finds_its_weights_beside_it(tmp_path):
    weights = tmp_path / "undertone-emotion-fold-2.onnx"
    weights.write_bytes(b"weights")
    card = tmp_path / "undertone-emotion-fold-2.yaml"
    levels = {"enter": 0.6, "high": 0.8, "exit": 0.4}
    write_fold_card(card, weights, levels, {"angry": 0.01}, {"samples": 8, "probabilities": [1.0]})
    text = card.read_text()
    assert "id: undertone-emotion-fold-2\n" in text
    assert "source: {uri: undertone-emotion-fold-2.onnx}\n" in text
    assert "thresholds: {enter: 0.6, high: 0.8, exit: 0.4}\n" in text
    assert "output: {name: probabilities, dimensions: 4, activation: none}\n" in text
