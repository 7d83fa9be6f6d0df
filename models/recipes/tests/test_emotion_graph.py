import numpy as np
import pytest
from scipy.signal import resample_poly

from emotion_model import FEATURES, Head, emotion_model, session, spoken_weight
from graph import Graph
from telephony import check_signal, mu_law
from whisper_front import BANDS, LEVEL_DBFS, log_mel, loudness, mel_bands, power


@pytest.fixture(scope="module")
def whisper():
    """An encoder of Whisper's shape with small random weights: what holds here holds for any."""
    rng = np.random.default_rng(0)

    def small(*shape):
        return (rng.standard_normal(shape) * 0.05).astype(np.float16)

    weights = {
        "encoder/conv1/weight": small(384, BANDS, 3),
        "encoder/conv1/bias": small(384),
        "encoder/conv2/weight": small(384, 384, 3),
        "encoder/conv2/bias": small(384),
        "encoder/position_encodings/encodings": small(1500, 384),
    }
    for layer in (0, 1):
        name = f"encoder/layer_{layer}"
        for part, out, into in (
            ("self_attention/linear_0", 1152, 384),
            ("self_attention/linear_1", 384, 384),
            ("ffn/linear_0", 1536, 384),
            ("ffn/linear_1", 384, 1536),
        ):
            weights |= {f"{name}/{part}/weight": small(out, into), f"{name}/{part}/bias": small(out)}
        for part in ("self_attention", "ffn"):
            ones = np.ones(384, np.float16)
            weights |= {f"{name}/{part}/layer_norm/gamma": ones, f"{name}/{part}/layer_norm/beta": small(384)}
    return weights


@pytest.fixture(scope="module")
def probabilities(whisper):
    rng = np.random.default_rng(1)
    ready = session(emotion_model(whisper, Head(rng.standard_normal((FEATURES, 4)) * 0.1, np.zeros(4))))
    return lambda samples: ready.run(None, {"samples": np.atleast_2d(samples).astype(np.float32)})[0]


def test_the_front_end_hears_at_8_khz_what_whisper_hears_at_16():
    graph = Graph()
    parts = power(graph, "samples")
    heard = loudness(graph, parts)
    mean = graph.add("ReduceMean", heard, axes=[2], keepdims=1)
    shape = np.array([1, -1], np.int64)
    mel = log_mel(graph, parts, mean)
    graph.rename(graph.add("Reshape", mel, graph.constant(shape, np.int64)), "mel")
    narrow = mu_law(check_signal(24_000))
    given = session(graph.model({"mel": BANDS * 300}, "front end")).run(None, {"samples": narrow[None]})[0]
    below_3800_hz = 59  # above, the resampler of this test begins to cut
    assert given.reshape(BANDS, 300)[:below_3800_hz, 2:-2] == pytest.approx(
        _whisper_log_mel(resample_poly(narrow, 2, 1))[:below_3800_hz, 2:-2], abs=0.02
    )


def _whisper_log_mel(x):
    """Whisper's own, as in openai/whisper audio.py, at the level that the graph brings audio to."""
    x = x * 10 ** (LEVEL_DBFS / 20) / np.sqrt(np.mean(x**2))
    frames = np.lib.stride_tricks.sliding_window_view(np.pad(x, 200), 400)[::160] * np.hanning(401)[:-1]
    mel = mel_bands() @ (np.abs(np.fft.rfft(frames, axis=1)) ** 2).T[:, :-1]
    decades = np.log10(np.maximum(mel, 1e-10))
    return (np.maximum(decades, decades.max() - 8) + 4) / 4


@pytest.mark.parametrize("gain_db", [-20, -10, 10])
def test_loudness_alone_changes_no_score(probabilities, gain_db):
    x = check_signal(24_000)
    assert probabilities(x * 10 ** (gain_db / 20)) == pytest.approx(probabilities(x), abs=1e-4)


def test_a_row_does_not_hear_its_neighbours(probabilities):
    x = check_signal(24_000)
    together = probabilities(np.stack([x, np.zeros(24_000), x[::-1] * 3]))
    assert together[0] == pytest.approx(probabilities(x)[0], abs=1e-5)


@pytest.mark.parametrize("samples", [4_000, 4_001, 24_000, 240_000])
def test_silence_and_a_constant_give_finite_probabilities(probabilities, samples):
    for x in (np.zeros(samples), np.ones(samples), np.full(samples, 1e-6)):
        given = probabilities(x)
        assert np.isfinite(given).all() and given.sum() == pytest.approx(1, abs=1e-5)


def test_a_pause_weighs_nothing():
    graph = Graph()
    heard = loudness(graph, power(graph, "samples"))
    level = graph.add("MatMul", heard, graph.add("Transpose", spoken_weight(graph, heard), perm=[0, 2, 1]))
    graph.rename(graph.add("Squeeze", level, graph.constant([1], np.int64)), "level")
    ready = session(graph.model({"level": 1}, "level"))
    x = check_signal(16_000)
    plain, paused = (ready.run(None, {"samples": y[None]})[0] for y in (x, np.pad(x, (8_000, 4_000))))
    assert paused == pytest.approx(plain, rel=0.01)
