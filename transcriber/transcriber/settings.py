"""What the service is told when it starts."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any


def _option(default: Any, about: str) -> Any:  # noqa: ANN401 - a field of any type
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True)
class Settings:
    """Each is an option and an environment variable: `--max-bytes` and `TRANSCRIBER_MAX_BYTES`. Options win."""

    model: str = _option("base", "base, tiny.en (both pinned), a directory, or any name that faster-whisper knows")
    cache: Path = _option(Path("/var/cache/transcriber"), "where `run install` put the pinned models")
    host: str = _option("127.0.0.1", "address to listen on")
    port: int = _option(8000, "port to listen on; 0 takes a free one")
    device: str = _option("auto", "auto takes a GPU where there is one; cpu; cuda refuses to start without")
    compute_type: str = _option("auto", "CTranslate2's: auto means int8 on a CPU, float16 on a GPU")
    threads: int = _option(0, "CPU threads of one transcription; 0 shares all cores out among the workers")
    workers: int = _option(1, "transcriptions at a time")
    beam_size: int = _option(5, "hypotheses kept while decoding; 1 is faster and hears less")
    waiting: int = _option(16, "requests that may wait for a worker; the next one is told to come back (429)")
    max_bytes: int = _option(25 << 20, "largest request (413)")
    max_audio_s: float = _option(900.0, "longest recording, in seconds (413)")
    max_work_s: float = _option(300.0, "longest work on one request, in seconds (503)")
    answers: int = _option(256, "answers kept for repeats by Idempotency-Key; 0 keeps none")
    answers_s: float = _option(900.0, "how long an answer is kept, in seconds")
    grace_s: float = _option(30.0, "how long running requests may take to finish when the service is told to stop")
    announce: Path | None = _option(None, "file that receives the service's address as soon as it answers")
    until_stdin_closes: bool = _option(False, "stop when standard input closes: whoever started the service is gone")
    api_key: str | None = field(default=None, repr=False)  # a secret: by environment variable alone

    def __post_init__(self) -> None:
        """Refuses what cannot be meant."""
        for name in ("workers", "beam_size", "max_bytes", "max_audio_s", "max_work_s"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be positive, got {getattr(self, name)}")
        for name in ("port", "threads", "waiting", "answers", "answers_s", "grace_s"):
            if not getattr(self, name) >= 0:
                raise ValueError(f"{name} must not be negative, got {getattr(self, name)}")
        if self.device not in ("auto", "cpu", "cuda"):
            raise ValueError(f"device must be auto, cpu or cuda, got {self.device}")


def settings_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Settings:
    """Options before environment before defaults; leaves the process with a usage message if they make no sense."""
    parser = argparse.ArgumentParser(
        prog="transcriber",
        description="Speech to text behind OpenAI's transcription API.",
        epilog="TRANSCRIBER_API_KEY, if set, is what clients must send as their bearer token.",
    )
    for option in fields(Settings):
        if "about" in option.metadata:
            _add(parser, option.name, option.default, option.metadata["about"], environment)
    chosen = vars(parser.parse_args(arguments))
    try:
        return Settings(**chosen, api_key=environment.get("TRANSCRIBER_API_KEY") or None)
    except ValueError as e:
        parser.error(str(e))


def _add(
    parser: argparse.ArgumentParser,
    name: str,
    default: Any,  # noqa: ANN401
    about: str,
    environment: Mapping[str, str],
) -> None:
    flag, variable = "--" + name.replace("_", "-"), "TRANSCRIBER_" + name.upper()
    about = f"{about} [{variable}, default {default}]"
    if isinstance(default, bool):
        parser.add_argument(flag, action="store_true", default=bool(environment.get(variable)), help=about)
    else:
        kind = Path if default is None else type(default)
        parser.add_argument(flag, type=kind, default=environment.get(variable, default), metavar="…", help=about)
