import numpy as np
import pytest

from mel import NARROW_BANDS, mel
from speaker_data import Recording, held_out_speakers, split
from speaker_lessons import Lessons, Voice
from speaker_model import slice_indices, unit
from telephony import check_signal


def test_both_rates_hear_the_same_in_the_bands_they_share():
    wide, narrow = mel(check_signal(48_000, 16_000), 16_000), mel(check_signal(24_000), 8_000)
    assert narrow.shape == (301, NARROW_BANDS)
    assert narrow[5:-5] == pytest.approx(wide[5:-5, :NARROW_BANDS], abs=1e-5)


@pytest.mark.parametrize("frames", [160, 161, 300, 301, 399, 400, 401, 3_000])
def test_slices_begin_at_the_beginning_and_end_at_the_end(frames):
    indices = slice_indices(frames, 300, 100)
    assert indices[0, 0] == 0 and indices[-1, -1] == frames - 1
    assert (np.diff(indices[:, 0]) <= 100).all()
    assert (np.diff(indices, axis=1) == 1).all()


def test_what_is_shorter_than_a_slice_is_repeated():
    assert (slice_indices(100, 300, 100) == np.arange(160) % 100).all()


def test_forty_readers_and_four_actors_are_held_out_of_every_training():
    away = held_out_speakers()
    assert len(away) == 44 and {"emodb-03", "emodb-08", "emodb-09", "emodb-10"} <= away
    someone = next(iter(away))
    learnt, kept = split([Recording(None, someone), Recording(None, "nobody")])
    assert [r.speaker for r in learnt] == ["nobody"] and [r.speaker for r in kept] == [someone]


def voice(name, seconds, rng):
    audio = 0.1 * rng.standard_normal(int(seconds * 8_000), dtype=np.float32)
    slices = unit(rng.random((7, 256), dtype=np.float32))
    return Voice(name, [audio], [slices], unit(slices.mean(axis=0)))


def test_a_batch_holds_two_pieces_of_each_reader_and_unit_targets_near_their_voice():
    rng = np.random.default_rng(0)
    readers = [voice(f"reader{i}", 1.7 + 3 * i, rng) for i in range(4)]
    batch = Lessons(readers, [voice("emodb-99", 1.5, rng)], rng).draw(readers=3, actors=2, frames=200)
    assert batch.slices.shape == (8, 200, NARROW_BANDS) and np.isfinite(batch.slices).all()
    assert (batch.voices[0:6:2] == batch.voices[1:6:2]).all() and len(set(batch.voices[:6])) == 3
    assert (batch.voices[6:] == 4).all()
    assert np.linalg.norm(batch.targets, axis=1) == pytest.approx(np.ones(8), abs=1e-5)
    own = np.stack([r.target for r in readers])[batch.voices[:6]]
    assert ((batch.targets[:6] * own).sum(axis=1) > 0.9).all()
