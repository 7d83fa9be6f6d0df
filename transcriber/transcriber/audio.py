"""Recordings of any common format become samples."""

from __future__ import annotations

import io
from collections.abc import Iterator

import av
import numpy as np
from numpy.typing import NDArray

from transcriber.refusal import Refusal

RATE = 16_000  # what Whisper hears
# FFmpeg knows scripts too, which name files that it would then open.
_FORMATS = "wav,w64,aiff,au,flac,mp3,ogg,aac,amr,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm"


def decode(recording: bytes, max_seconds: float) -> NDArray[np.float32]:
    """Samples of one channel. Stops as soon as there are too many: a small file may unpack to hours."""
    pieces: list[NDArray[np.int16]] = []
    room = int(max_seconds * RATE)
    try:
        for piece in _pieces(recording):
            room -= len(piece)
            if room < 0:
                raise Refusal(413, "audio_too_long", f"the recording is longer than {max_seconds:g} s", param="file")
            pieces.append(piece)
    except (av.FFmpegError, ValueError, EOFError) as e:
        raise Refusal(400, "audio_unreadable", "the file is no audio that can be read", param="file") from e
    if not pieces:
        raise Refusal(400, "audio_empty", "the file holds no audio", param="file")
    return np.concatenate(pieces).astype(np.float32) / 32_768


def _pieces(recording: bytes) -> Iterator[NDArray[np.int16]]:
    options = {"format_whitelist": _FORMATS, "protocol_whitelist": ""}
    with av.open(io.BytesIO(recording), options=options, metadata_errors="ignore") as container:
        if not container.streams.audio:
            return
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        for frame in container.decode(audio=0):
            frame.pts = None  # recorders' time stamps jump; the samples are what counts
            yield from (resampled.to_ndarray()[0] for resampled in resampler.resample(frame))
        yield from (resampled.to_ndarray()[0] for resampled in resampler.resample(None))
