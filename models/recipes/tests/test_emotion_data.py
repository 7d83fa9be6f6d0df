import numpy as np
import pytest
import soundfile

from emotion_corpus import Corpus
from emotion_data import RATE, WINDOW, Clip, by_any_line, calm, moods, windows
from emotion_lessons import leave_one_speaker_out, lesson
from emotion_report import thresholds


def test_readers_of_odd_number_are_held_back(tmp_path):
    for name in ("14-1-0", "103-1-0", "7-1-0"):
        soundfile.write(tmp_path / f"{name}.flac", np.zeros(160), 16_000)
    assert [clip.speaker for clip in calm(tmp_path, held_back=False)] == ["14"]
    assert [clip.speaker for clip in calm(tmp_path, held_back=True)] == ["103", "7"]


def test_an_actor_is_never_taken_for_a_reader_of_the_same_number(tmp_path):
    (tmp_path / "Angry").mkdir()
    soundfile.write(tmp_path / "Angry/14a01Wa.wav", np.zeros(160), 16_000)
    (clip,) = moods(tmp_path)
    assert (clip.speaker, clip.label) == ("emodb-14", 0)


def test_an_empty_folder_is_refused_by_name(tmp_path):
    with pytest.raises(FileNotFoundError, match=str(tmp_path)):
        calm(tmp_path, held_back=False)


def test_windows_are_three_seconds_and_a_short_clip_is_one():
    assert [len(w) for w in windows(np.zeros(5 * RATE + 1))] == [WINDOW] * 3
    assert [len(w) for w in windows(np.zeros(RATE))] == [RATE]


def test_a_random_line_gives_a_window_at_most():
    rng = np.random.default_rng(0)
    x = rng.standard_normal(6 * RATE).astype(np.float32)
    for _ in range(10):
        assert len(by_any_line(Clip("long", x, RATE, 0, "a"), rng)) == WINDOW
        assert 0 < len(by_any_line(Clip("short", x[:RATE], RATE, 0, "a"), rng)) <= WINDOW


@pytest.fixture
def corpus():
    """Two actors and two readers; the first four features say what, the fifth nothing."""
    labels = np.tile([0, 1, 2, 3], 10)
    speakers = np.repeat(["emodb-03", "emodb-08"], 20)
    rng = np.random.default_rng(0)
    acted = rng.normal(size=(40, 5)).astype(np.float32)
    acted[:, :4] += 5 * np.eye(4)[labels]
    read, of = rng.normal(size=(4, 5)).astype(np.float32), np.array(["2", "2", "4", "4"])
    rest = dict.fromkeys(
        ("machines", "held_back", "held_back_clean", "held_back_lines", "held_back_machines", "calls"), read[:0]
    )
    return Corpus(labels, speakers, acted, acted, np.stack([acted + 100]), read, of, read + 100, of, **rest)


def test_whoever_is_left_out_is_in_no_part_of_the_lesson(corpus):
    left = lesson(corpus, ["emodb-03", "2"])
    heard = np.concatenate([left.features, left.calm[0][0]])
    gone = np.concatenate([corpus.telephone[:20], corpus.lines[0, :20], corpus.calm[:2], corpus.calm_lines[:2]])
    assert not (heard[:, None] == gone).all(2).any()
    assert len(heard) == 20 * 2 + 2 * 2


def test_everybody_is_judged_by_somebody_who_left_them_out(corpus):
    judged = leave_one_speaker_out(corpus)
    for name, rows in judged.items():
        assert rows.sum(1) == pytest.approx(np.ones(len(rows))), name


def test_the_threshold_rises_until_calm_speech_stays_below():
    def judged(angry):
        rows = np.tile([angry, 0, 1 - angry, 0], (10, 1))
        return {"calm": rows, "calm_lines": rows}

    assert thresholds(judged(0.1)) == {"enter": 0.6, "high": 0.8, "exit": 0.4}
    assert thresholds(judged(0.72)) == {"enter": 0.75, "high": 0.88, "exit": 0.5}
