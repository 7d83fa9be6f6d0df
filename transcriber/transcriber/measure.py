"""How well and how fast a model hears a recording whose words are known."""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from transcriber import weights, whisper
from transcriber.form import Wish
from transcriber.settings import Settings, settings_of
from transcriber.work import Patience


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="run measure", description=__doc__, epilog="Further options: the service's.")
    parser.add_argument("recording", type=Path, help="a recording")
    parser.add_argument("reference", type=Path, help="its words, as .srt; a speaker in [brackets] is left out")
    parser.add_argument("--language", help="what is spoken, if Whisper shall not find out")
    asked, others = parser.parse_known_args()
    settings = settings_of(others, os.environ)
    model = whisper.load(weights.locate(settings.model, settings.cache), settings, gpus=0)
    _measure(model, settings, asked)


def _measure(model: whisper.Whisper, settings: Settings, asked: argparse.Namespace) -> None:
    wish = Wish.model_validate(
        {"language": asked.language, "response_format": "verbose_json", "timestamp_granularities[]": ["word"]}
    )
    began = time.process_time()
    transcript = model.transcribe(asked.recording.read_bytes(), wish, Patience(settings.max_work_s))
    cpu_s = time.process_time() - began
    said, heard = normalized(spoken(asked.reference.read_text())), normalized(transcript.text)
    sys.stdout.write(
        f"{settings.model}, beam {settings.beam_size}: word error {error_rate(said, heard):.1%}, "
        f"character error {error_rate(' '.join(said), ' '.join(heard)):.1%}, "
        f"{cpu_s:.1f} s of CPU for {transcript.duration_s:.1f} s: {transcript.duration_s / cpu_s:.1f} times real time\n"
    )


def spoken(srt: str) -> str:
    """The words of subtitles."""
    lines = (line for line in srt.splitlines() if "-->" not in line and not line.strip().isdigit())
    return " ".join(re.sub(r"^\[[^]]*]", "", line).strip() for line in lines)


def normalized(text: str) -> list[str]:
    """Words as they are compared: lower case, punctuation off, numbers as they are."""
    return re.sub(r"[^\w\s]", "", text.lower()).split()


def error_rate(said: Sequence[str], heard: Sequence[str]) -> float:
    """Levenshtein's distance over the length of what was said."""
    distances = list(range(len(heard) + 1))
    for row, right in enumerate(said, 1):
        diagonal, distances[0] = distances[0], row
        for column, got in enumerate(heard, 1):
            substituted = diagonal + (right != got)
            diagonal = distances[column]
            distances[column] = min(substituted, diagonal + 1, distances[column - 1] + 1)
    return distances[-1] / len(said)


if __name__ == "__main__":
    main()
