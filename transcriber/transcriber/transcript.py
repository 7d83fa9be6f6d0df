"""What was heard."""

from __future__ import annotations

from dataclasses import dataclass

from faster_whisper.transcribe import Segment


@dataclass(frozen=True)
class Transcript:
    """What was heard in a recording, as faster-whisper tells it: times are seconds into the recording."""

    language: str  # code of ISO 639-1, or of 639-2 where that has none
    language_probability: float
    duration_s: float
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(segment.text for segment in self.segments).strip()
