"""GE2E's network: three LSTM layers over mel frames, the last state of the last one projected to 256 numbers.

It hears slices; a recording's embedding is the mean of its slices' embeddings, less a part of what all voices share.
"""

import zipfile
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import normalize

from mel import SLICE, bands, mel
from telephony import Signal

DIMENSIONS = 256
LONGEST_SLICE = 300  # frames: 3 s, what it is adapted to
SLICE_HOP = 100  # frames, at most, from slice to slice
PUBLISHED_HOP = 77  # frames between slices, as resemblyzer takes 1.3 a second


class SpeakerEncoder(nn.Module):
    """Slices of mel frames to unit vectors."""

    def __init__(self, rate: int) -> None:
        """An encoder with random weights for audio of ``rate`` Hz."""
        super().__init__()
        self.rate = rate
        self.lstm = nn.LSTM(bands(rate), DIMENSIONS, num_layers=3, batch_first=True)
        self.linear = nn.Linear(DIMENSIONS, DIMENSIONS)
        self.register_buffer("centre", torch.zeros(DIMENSIONS))  # what all voices share, taken off a recording's mean

    def forward(self, slices: Tensor) -> Tensor:
        """(batch, frames, bands) to (batch, 256), no number negative."""
        return normalize(torch.relu(self.linear(self.lstm(slices)[1][0][-1])), dim=1, eps=1e-6)


def published(package: Path, rate: int) -> SpeakerEncoder:
    """The published weights, out of resemblyzer's wheel. At 8 kHz without the inputs of bands that it doesn't fill."""
    with zipfile.ZipFile(package) as wheel, wheel.open("resemblyzer/pretrained.pt") as file:
        weights = torch.load(file, map_location="cpu", weights_only=True)["model_state"]
    encoder = SpeakerEncoder(rate)
    weights = {name: weights[name] for name, _ in encoder.named_parameters()} | {"centre": encoder.centre}
    weights["lstm.weight_ih_l0"] = weights["lstm.weight_ih_l0"][:, : bands(rate)]
    encoder.load_state_dict(weights)
    return encoder.eval()


def adapted(weights: Path) -> SpeakerEncoder:
    """What ``train_speaker.py`` saved."""
    encoder = SpeakerEncoder(8_000)
    encoder.load_state_dict(torch.load(weights, weights_only=True))
    return encoder.eval()


def slice_indices(frames: int, longest: int, hop: int) -> NDArray[np.int64]:
    """Which frames each slice holds: (slices, length). They cover the recording evenly, at most ``hop`` frames apart.

    What is shorter than 1.6 s is repeated: a silent end would be what the LSTM remembers best.
    """
    length = min(max(frames, SLICE), longest)
    rest = max(frames - length, 0)
    steps = -(-rest // hop)
    starts = np.arange(steps + 1) * rest // max(steps, 1)
    return (starts[:, None] + np.arange(length)) % frames


@torch.no_grad()
def slice_embeddings(encoder: SpeakerEncoder, x: Signal, longest: int, hop: int) -> NDArray[np.float32]:
    """(slices, 256) of a recording at the encoder's rate."""
    frames = mel(x, encoder.rate)
    return encoder(torch.from_numpy(frames[slice_indices(len(frames), longest, hop)])).numpy()


def embedding(
    encoder: SpeakerEncoder, x: Signal, longest: int = LONGEST_SLICE, hop: int = SLICE_HOP
) -> NDArray[np.float32]:
    """The unit vector of a recording at the encoder's rate."""
    return unit(unit(slice_embeddings(encoder, x, longest, hop).mean(axis=0)) - encoder.centre.numpy())


def unit(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scales rows to length 1."""
    return x / (np.linalg.norm(x, axis=-1, keepdims=True) + 1e-9)
