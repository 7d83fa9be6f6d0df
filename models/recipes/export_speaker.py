"""Writes the adapted speaker model as one ONNX graph, from samples to a unit vector.

``python export_speaker.py speaker.pt ../weights/undertone-speaker-1.onnx``
"""

import sys
from pathlib import Path

import numpy as np

from mel import LEVEL_DBFS, NARROW_BANDS, SLICE, band_matrix, window
from onnx_graphs import Weights, fourier, lstm, model, save
from speaker_model import DIMENSIONS, LONGEST_SLICE, SLICE_HOP, SpeakerEncoder, adapted
from telephony import RATE

GRAPH = """
speaker (float[batch, n] samples) => (float[batch, 256] embedding) {
    # Level: -30 dBFS RMS over the row.
    squares = Mul (samples, samples)
    power = ReduceMean <axes = [1]> (squares)
    rms = Sqrt (power)
    loudness = Add (rms, tiny)
    gain = Div (level, loudness)
    levelled = Mul (samples, gain)

    # Power of 25 ms windows every 10 ms, in mel bands: [batch, frames, bands].
    mono = Unsqueeze (levelled, one)
    waves = Conv <strides = [80], pads = [100, 100]> (mono, fourier)
    cosines, sines = Split <axis = 1> (waves)
    cosines2 = Mul (cosines, cosines)
    sines2 = Mul (sines, sines)
    powers = Add (cosines2, sines2)
    frames_first = Transpose <perm = [0, 2, 1]> (powers)
    mel = MatMul (frames_first, triangles)

    # Which frames each slice holds, as slice_indices has it: [slices, length].
    shape = Shape (mel)
    frames = Gather (shape, one_scalar)
    at_least_one = Max (frames, shortest)
    length = Min (at_least_one, longest)
    surplus = Sub (frames, length)
    rest = Max (surplus, zero)
    rounding = Add (rest, hop_less_one)
    steps = Div (rounding, hop)
    slices = Add (steps, one_scalar)
    divisor = Max (steps, one_scalar)
    counted = Range (zero, slices, one_scalar)
    spread = Mul (counted, rest)
    starts = Div (spread, divisor)
    column = Unsqueeze (starts, one)
    within = Range (zero, length, one_scalar)
    unwrapped = Add (column, within)
    indices = Mod (unwrapped, frames)

    # Time first, every slice of every row a sequence of its own: [length, batch * slices, bands].
    sliced = Gather <axis = 1> (mel, indices)
    time_first = Transpose <perm = [2, 0, 1, 3]> (sliced)
    kept_length = Unsqueeze (length, zero_axis)
    sequences_shape = Concat <axis = 0> (kept_length, rest_and_bands)
    sequences = Reshape (time_first, sequences_shape)
    heard0 = LSTM <hidden_size = 256> (sequences, W0, R0, B0)
    flat0 = Squeeze (heard0, one)
    heard1 = LSTM <hidden_size = 256> (flat0, W1, R1, B1)
    flat1 = Squeeze (heard1, one)
    heard2, last = LSTM <hidden_size = 256> (flat1, W2, R2, B2)
    state = Squeeze (last, zero_axis)
    projected = Gemm <transB = 1> (state, weight, bias)
    positive = Relu (projected)
    slice_norm = ReduceL2 <axes = [1]> (positive)
    slice_size = Max (slice_norm, tiny)
    unit_slices = Div (positive, slice_size)

    # The mean over a row's slices, less what all voices share, at length 1.
    batch_size = Gather (shape, zero)
    batch_axis = Unsqueeze (batch_size, zero_axis)
    by_row_shape = Concat <axis = 0> (batch_axis, slices_and_dimensions)
    by_row = Reshape (unit_slices, by_row_shape)
    mean = ReduceMean <axes = [1], keepdims = 0> (by_row)
    mean_norm = ReduceL2 <axes = [1]> (mean)
    mean_size = Max (mean_norm, tiny)
    unit_mean = Div (mean, mean_size)
    centred = Sub (unit_mean, centre)
    norm = ReduceL2 <axes = [1]> (centred)
    size = Max (norm, tiny)
    embedding = Div (centred, size)
}
"""


def exported(encoder: SpeakerEncoder) -> Weights:
    """Everything that the graph names."""
    learnt = {name: value.detach().numpy() for name, value in encoder.state_dict().items()}
    weights = {"weight": learnt["linear.weight"], "bias": learnt["linear.bias"], "centre": learnt["centre"]}
    for layer in range(encoder.lstm.num_layers):
        weights |= lstm(learnt, layer)
    return weights | front_end() | indices()


def front_end() -> Weights:
    """Level, transform and mel bands."""
    level, tiny = np.float32(10 ** (LEVEL_DBFS / 20)), np.float32(1e-9)
    return {"level": level, "tiny": tiny, "fourier": fourier(window(RATE)), "triangles": band_matrix(RATE).T}


def indices() -> Weights:
    """Integers: scalars to compute with, and axes and shapes, which are vectors."""
    scalars = {"zero": 0, "one_scalar": 1, "shortest": SLICE, "longest": LONGEST_SLICE}
    scalars |= {"hop": SLICE_HOP, "hop_less_one": SLICE_HOP - 1}
    vectors = {"zero_axis": [0], "one": [1]}
    vectors |= {"rest_and_bands": [-1, NARROW_BANDS], "slices_and_dimensions": [-1, DIMENSIONS]}
    return {name: np.array(value, np.int64) for name, value in (scalars | vectors).items()}


def main(weights: str, out: str) -> None:
    """Exports the one to the other."""
    save(model(GRAPH, exported(adapted(Path(weights)))), Path(out))


if __name__ == "__main__":
    main(*sys.argv[1:])
