"""Writes the recordings that AudioFilesTest reads. soundfile 0.14.0 (libsndfile 1.2.2 with LAME); run it in this folder."""

import numpy as np
import soundfile


def tone(rate: int, hz: float, seconds: float) -> np.ndarray:
    """Half of full scale."""
    return 0.5 * np.sin(2 * np.pi * hz * np.arange(round(rate * seconds)) / rate)


def steps(samples: int, factor: int) -> np.ndarray:
    """Numbers of 24 bits without order, which no lossy codec would keep."""
    return ((np.arange(samples, dtype=np.int64) * factor) % 2**24 - 2**23).astype(np.int32)


soundfile.write("telephone.mp3", tone(8000, 440, 0.5), 8000)  # MPEG 2.5, as recorders of calls write it
soundfile.write("stereo.mp3", np.stack([tone(44100, 440, 0.25), tone(44100, 1000, 0.25)], 1), 44100)
both = np.stack([steps(500, 7_777_777), steps(500, 1_234_567)], 1)
soundfile.write("stereo24.flac", both << 8, 44100, subtype="PCM_24")
soundfile.write("mono8.flac", steps(500, 7_777_777) << 8, 8000, subtype="PCM_S8")
