"""Whisper that encodes what it hears once."""

from __future__ import annotations

import threading

import ctranslate2
import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.audio import pad_or_trim
from numpy.typing import NDArray

Features = NDArray[np.float32]


class OnceEncodingModel(WhisperModel):
    """Finds the language and then the words in the same encoding of 30 s: else a third of the work is done twice."""

    def __init__(self, weights: str, device: str, compute_type: str, threads: int, workers: int) -> None:
        super().__init__(weights, device=device, compute_type=compute_type, cpu_threads=threads, num_workers=workers)
        self._remembered = threading.local()
        self.encoded = 0  # windows, by all threads

    def language_of(self, samples: Features) -> tuple[str, float]:
        """The likeliest language of the first 30 s, and how likely it is."""
        if not self.model.is_multilingual:
            return "en", 1.0
        features = self.feature_extractor(samples)
        # As `transcribe` cuts its first window: the last column is no audio but padding.
        window = pad_or_trim(features[:, :-1][:, : self.feature_extractor.nb_max_frames])
        token, probability = self.model.detect_language(self.encode(window))[0][0]
        return token[2:-2], probability

    def encode(self, features: Features) -> ctranslate2.StorageView:
        """The encoder's view of a window; faster-whisper calls this for each."""
        known = getattr(self._remembered, "window", None)
        if known is None or not np.array_equal(known[0], features):
            self.encoded += 1
            known = self._remembered.window = (features, super().encode(features))
        return known[1]

    def forget(self) -> None:
        """Keeps nothing of what this thread has heard."""
        self._remembered.window = None
