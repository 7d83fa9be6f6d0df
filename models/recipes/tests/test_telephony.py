import numpy as np
import pytest

from telephony import Lines, a_law, augmented, check_signal, mu_law, telephone, to_8k


def tone(hz, seconds=1.0, rate=8_000):
    return (0.3 * np.sin(2 * np.pi * hz * np.arange(int(seconds * rate)) / rate)).astype(np.float32)


def rms(x):
    return float(np.sqrt(np.mean(np.square(x[800:-800]))))


@pytest.mark.parametrize("codec", [mu_law, a_law])
def test_a_codec_keeps_what_it_codes_to_a_signal_to_noise_ratio_of_over_30_db(codec):
    x = tone(440)
    assert 20 * np.log10(rms(x) / rms(codec(x) - x)) > 30


def test_the_test_channel_passes_1_khz_and_stops_what_lies_outside_its_band():
    mixed = telephone(tone(1_000) + tone(100))
    spectrum = np.abs(np.fft.rfft(mixed))
    assert spectrum[100] < 0.01 * spectrum[1_000]
    assert np.abs(mixed).max() == pytest.approx(0.5, abs=0.03)


def test_resampling_takes_away_what_8_khz_cannot_hold():
    assert rms(to_8k(tone(1_000, rate=16_000), 16_000)) == pytest.approx(rms(tone(1_000)), rel=0.02)
    assert rms(to_8k(tone(6_000, rate=16_000), 16_000)) < 0.01


def test_a_seed_repeats_a_line_and_the_next_one_differs():
    x = check_signal(16_000)
    one = augmented(x, np.random.default_rng(7))
    assert np.array_equal(one, augmented(x, np.random.default_rng(7)))
    other = augmented(x, np.random.default_rng(8))
    assert len(other) != len(one) or not np.allclose(one, other, atol=1e-3)


def test_a_line_stays_finite_within_full_scale_and_keeps_its_length_where_the_speed_is_kept():
    babble = [tone(300), tone(700)]
    for seed in range(40):
        y = augmented(check_signal(12_345), np.random.default_rng(seed), Lines(speed=0, noise=1, loss=1), babble)
        assert y.shape == (12_345,) and y.dtype == np.float32
        assert np.isfinite(y).all() and np.abs(y).max() <= 1


def test_silence_and_a_single_frame_come_through():
    for x in (np.zeros(8_000, np.float32), tone(500, 0.02)):
        assert np.isfinite(augmented(x, np.random.default_rng(1), Lines(noise=1, loss=1))).all()


def test_lost_frames_are_zeroed_or_fade_from_the_frame_before():
    zeroed = 0
    for seed in range(20):
        lines = Lines(speed=0, noise=0, clipping=0, loss=1, lost_share=(0.05, 0.05))
        frames = augmented(tone(600, 2), np.random.default_rng(seed), lines).reshape(-1, 160)
        zeroed += bool((np.abs(frames).max(axis=1) == 0).any())
    assert 3 < zeroed < 17


def test_the_check_signal_is_the_one_the_job_computes():
    x = check_signal(24_000)
    t = 1_000 / 8_000
    expected = 0.1 * np.sin(2 * np.pi * 220 * t) * (1 + 0.5 * np.sin(2 * np.pi * 4 * t))
    expected += 0.05 * np.sin(2 * np.pi * 1_330 * t) * np.sin(2 * np.pi * 3 * t) ** 2
    assert x[1_000] == pytest.approx(expected, abs=1e-6)
