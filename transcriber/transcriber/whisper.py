"""Whisper, as faster-whisper runs it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from typing import Protocol

import numpy as np

from transcriber.audio import RATE, decode
from transcriber.encoder import Features, OnceEncodingModel
from transcriber.form import Wish
from transcriber.refusal import Refusal
from transcriber.settings import Settings
from transcriber.transcript import Transcript
from transcriber.work import Patience

_LOG = logging.getLogger("transcriber")
# OpenAI's: hotter attempts follow as long as the cooler one repeats itself or is unsure.
_LADDER = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


class Recognizer(Protocol):
    """What the service needs to know of a model."""

    device: str
    compute_type: str
    languages: frozenset[str]

    def transcribe(self, recording: bytes, wish: Wish, patience: Patience) -> Transcript:
        """What is heard in a recording. Called from several threads."""
        ...


class Whisper:
    """A model, loaded once. CTranslate2 lets as many threads use it as it has workers."""

    def __init__(self, weights: str, settings: Settings, device: str, compute_type: str) -> None:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        threads = settings.threads or max(cores // settings.workers, 1)
        self._model = OnceEncodingModel(weights, device, compute_type, threads, settings.workers)
        self._beam_size = settings.beam_size
        self._max_audio_s = settings.max_audio_s
        self.device = device
        self.compute_type = compute_type
        self.languages = frozenset(self._model.supported_languages)
        if device == "cuda":
            self._require_libraries()

    def transcribe(self, recording: bytes, wish: Wish, patience: Patience) -> Transcript:
        """What is heard in a recording."""
        patience.check()
        if wish.language is not None and wish.language not in self.languages:
            raise Refusal(400, "unknown_language", "the model does not know this language", param="language")
        samples = decode(recording, self._max_audio_s)
        try:
            return self._heard(samples, wish, patience)
        finally:
            self._model.forget()

    def _heard(self, samples: Features, wish: Wish, patience: Patience) -> Transcript:
        language, probability = (wish.language, 1.0) if wish.language else self._model.language_of(samples)
        segments, _ = self._model.transcribe(
            samples,
            language=language,
            initial_prompt=wish.prompt,
            beam_size=self._beam_size,
            temperature=_LADDER if wish.temperature == 0 else wish.temperature,
            word_timestamps=wish.words,
            condition_on_previous_text=False,  # after a mistake it goes on in kind
        )
        heard = []
        for segment in segments:
            heard.append(segment)
            patience.check()
        return Transcript(language, probability, len(samples) / RATE, tuple(heard))

    def _require_libraries(self) -> None:
        """Fails here and now if a GPU's are missing: CTranslate2 looks for them at the first use."""
        silence = np.zeros(RATE, np.float32)
        for _ in self._model.transcribe(silence, language="en", beam_size=1, no_speech_threshold=None)[0]:
            pass
        self._model.forget()


def load(
    weights: str, settings: Settings, gpus: int, build: Callable[[str, Settings, str, str], Whisper] = Whisper
) -> Whisper:
    """The model on the best device that works."""
    *better, last = candidates(settings, gpus)
    for device, compute_type in better:
        try:
            return build(weights, settings, device, compute_type)
        except RuntimeError as e:
            _LOG.warning("the model does not run on the GPU, so on the CPU: %s", e)
    return build(weights, settings, *last)


def candidates(settings: Settings, gpus: int) -> Iterator[tuple[str, str]]:
    """Devices to try, best first, each with its way to compute."""
    if settings.device == "cuda" and gpus == 0:
        raise RuntimeError("device is cuda, but there is no GPU that CTranslate2 can use")
    devices = {"auto": ["cuda", "cpu"] if gpus else ["cpu"], "cuda": ["cuda"], "cpu": ["cpu"]}[settings.device]
    usual = {"cuda": "float16", "cpu": "int8"}
    for device in devices:
        yield device, usual[device] if settings.compute_type == "auto" else settings.compute_type
