"""Transcripts in OpenAI's shapes."""

from __future__ import annotations

import math
from typing import Any

from fastapi.responses import JSONResponse, PlainTextResponse, Response
from faster_whisper.transcribe import Segment, Word

from transcriber.form import Wish
from transcriber.transcript import Transcript


def render(transcript: Transcript, wish: Wish) -> Response:
    """The answer in the format asked for."""
    if wish.response_format == "text":
        return PlainTextResponse(transcript.text + "\n")
    usage = {"type": "duration", "seconds": math.ceil(transcript.duration_s)}
    if wish.response_format == "json":
        return JSONResponse({"text": transcript.text, "usage": usage})
    return JSONResponse(_verbose(transcript, wish) | {"usage": usage})


def _verbose(transcript: Transcript, wish: Wish) -> dict[str, Any]:
    body: dict[str, Any] = {
        "task": "transcribe",
        "language": transcript.language,
        "language_probability": round(transcript.language_probability, 3),
        "duration": round(transcript.duration_s, 3),
        "text": transcript.text,
    }
    if "segment" in wish.granularities:
        body["segments"] = [_segment(number, segment) for number, segment in enumerate(transcript.segments)]
    if wish.words:
        body["words"] = [_word(word) for segment in transcript.segments for word in segment.words or []]
    return body


def _segment(number: int, segment: Segment) -> dict[str, Any]:
    return {
        "id": number,
        "seek": segment.seek,
        "start": segment.start,
        "end": segment.end,
        "text": segment.text,
        "tokens": segment.tokens,
        "temperature": segment.temperature,
        "avg_logprob": segment.avg_logprob,
        "compression_ratio": segment.compression_ratio,
        "no_speech_prob": segment.no_speech_prob,
    }


def _word(word: Word) -> dict[str, Any]:
    """With its probability, and with the space before it: languages that write none are joined rightly."""
    return {
        "word": word.word,
        "start": round(float(word.start), 3),
        "end": round(float(word.end), 3),
        "probability": round(float(word.probability), 4),
    }
