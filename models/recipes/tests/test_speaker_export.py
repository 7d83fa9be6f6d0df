import numpy as np
import onnxruntime
import pytest
import torch

from export_speaker import GRAPH, exported
from onnx_graphs import model
from speaker_model import SpeakerEncoder, embedding
from telephony import check_signal


@pytest.fixture(scope="module")
def encoder():
    torch.manual_seed(3)
    made = SpeakerEncoder(8_000).eval()
    torch.nn.init.normal_(made.linear.weight)  # or all embeddings look alike
    torch.nn.init.uniform_(made.centre, 0, 0.05)
    return made


@pytest.fixture(scope="module")
def session(encoder):
    return onnxruntime.InferenceSession(
        model(GRAPH, exported(encoder)).SerializeToString(), providers=["CPUExecutionProvider"]
    )


def run(session, samples):
    return session.run(["embedding"], {"samples": samples})[0]


def noise(seed, samples):
    return 0.1 * np.random.default_rng(seed).standard_normal(samples, dtype=np.float32)


@pytest.mark.parametrize("seconds", [0.3, 1.59, 1.6, 2.345, 3, 3.01, 7.7])
def test_the_graph_computes_what_the_network_does_at_any_length(encoder, session, seconds):
    x = check_signal(int(seconds * 8_000)) + noise(1, int(seconds * 8_000))
    assert run(session, x[None])[0] == pytest.approx(embedding(encoder, x), abs=2e-5)


def test_a_row_does_not_hear_its_neighbours(session):
    rows = [check_signal(30_000), 8 * noise(2, 30_000), np.zeros(30_000, np.float32)]
    together = run(session, np.stack(rows))
    for row, heard in zip(rows, together, strict=True):
        assert heard == pytest.approx(run(session, row[None])[0], abs=1e-6)
    assert abs(together[0] - together[1]).max() > 1e-3


def test_gain_changes_nothing(session):
    x = noise(4, 24_000)
    assert run(session, 0.1 * x[None]) == pytest.approx(run(session, x[None]), abs=1e-4)


def test_silence_and_a_single_sample_give_finite_vectors(session):
    for samples in (1, 24_000):
        assert np.isfinite(run(session, np.zeros((2, samples), np.float32))).all()
